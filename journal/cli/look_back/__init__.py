"""Verbs that look back: on a day, a week, months."""
