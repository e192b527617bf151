"""Verbs about pages for a coach."""
