"""Verbs about one kind of record each, by one mechanism."""
