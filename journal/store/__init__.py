"""How records are kept; the only place that knows TinyDB, files and locks.

TinyDB keeps changes; the journal is what they add up to. docs/format.md describes the files.
"""
