"""Values that came from a file, held to their type."""

from collections.abc import Iterable


def text(value: object) -> str:
    """Return `value` if it is text; raises TypeError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {type(value).__name__}")
    return value


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Return `values` if all are text; raises TypeError otherwise."""
    if isinstance(values, str):
        raise TypeError("expected a list, found text")
    return tuple(text(value) for value in values)
