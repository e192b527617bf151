"""Values that came from a file, held to their type."""

from collections.abc import Iterable
from datetime import datetime


def text(value: object) -> str:
    """Return `value` if it is text; raises TypeError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {type(value).__name__}")
    return value


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Return `values` if all are text; raises TypeError otherwise."""
    return tuple(text(value) for value in listed(values))


def listed(values: Iterable[object]) -> Iterable[object]:
    """Return `values` if it is a list or tuple; raises TypeError otherwise."""
    if not isinstance(values, list | tuple):
        raise TypeError(f"expected a list, found {type(values).__name__}")
    return values


def whole(value: object) -> int:
    """Return `value` if it is a whole number; raises TypeError otherwise."""
    if type(value) is not int:
        raise TypeError(f"expected a whole number, found {type(value).__name__}")
    return value


def yes_or_no(value: object) -> bool:
    """Return `value` if it is true or false; raises TypeError otherwise."""
    if type(value) is not bool:
        raise TypeError(f"expected true or false, found {type(value).__name__}")
    return value


def moment(value: object) -> datetime:
    """Return the moment written in ISO 8601; raises TypeError or ValueError without an offset."""
    at = datetime.fromisoformat(text(value))
    if at.tzinfo is None:
        raise ValueError("a moment without an offset")
    return at
