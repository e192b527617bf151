"""Journals under lock and key."""
