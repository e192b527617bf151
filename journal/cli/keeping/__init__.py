"""Verbs that look after the journal: locked, backed up, checked, repaired, joined."""
