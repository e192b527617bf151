"""JSON from outside, read strictly: what is ambiguous or hostile is refused by name."""

import json
from hashlib import sha256
from typing import Any, NoReturn

from journal.errors import Unreadable
from journal.visible import storable

DEPTH = 64
"""How deep foreign JSON may be nested; our own may be twice as deep, since it holds foreign."""


def load(text: str, depth: int = DEPTH) -> Any:
    """Return what the JSON `text` says, lone surrogates as U+FFFD.

    Raises Unreadable: not JSON, a name twice in one object, NaN, a number out of reach, too deep.
    """
    if not text.strip():
        raise Unreadable("it is empty")
    try:
        value = json.loads(
            text, object_pairs_hook=_no_twins, parse_constant=_refuse, parse_float=_finite
        )
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is not JSON (line {error.lineno}: {error.msg})") from None
    except ValueError:
        raise Unreadable("it holds a number that is too long") from None
    return _storable(value, depth)


def digest(value: Any) -> str:
    """Return what names a JSON value by its content: equal for equal values only."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:32]


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise Unreadable(f"it says {name[:40]!r} twice in one place")
        fields[name] = value
    return fields


def _refuse(constant: str) -> NoReturn:
    raise Unreadable(f"{constant} is not a number")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Unreadable("it holds a number that is too large")
    return number


def _storable(value: Any, depth: int) -> Any:
    if depth == 0:
        raise Unreadable("it is nested too deeply")
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(item, depth - 1) for item in value]
    if isinstance(value, dict):
        return {storable(name): _storable(item, depth - 1) for name, item in value.items()}
    return value
