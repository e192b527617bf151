"""Whole numbers as they are typed."""

FIGURES = 9
"""A number of more figures is cut after so many: it is larger than anything here all the same."""


def number_typed(typed: str) -> int | None:
    """Return the whole number that was typed, without a sign; None where it is none."""
    return int(typed[:FIGURES]) if typed.isascii() and typed.isdecimal() else None
