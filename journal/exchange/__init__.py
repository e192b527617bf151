"""Journals coming and going: one module per format behind one registry."""
