"""The fields of one kind of record as JSON values and back, read off its type.

A kind is a NamedTuple whose fields are text, whole numbers, yes or no, days, moments, words of a
fixed list (StrEnum), other such NamedTuples, tuples of one of these, or one of these or None.
"""

from collections.abc import Callable, Hashable
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from journal.records.typed import listed, moment, text, whole, yes_or_no

Kind = TypeVar("Kind")
Reader = Callable[[Any], Any]


class Later(ValueError):
    """A field says something that this version has no word for."""


def to_fields(own: Any) -> dict[str, Any]:
    """Return all fields of a kind as JSON values."""
    return {name: _written(value) for name, value in own._asdict().items()}


def said(own: Any) -> dict[str, Any]:
    """Return as JSON values the fields of a kind that say something other than their default."""
    defaults = own._field_defaults
    return {
        name: _written(value)
        for name, value in own._asdict().items()
        if name not in defaults or value != defaults[name]
    }


def from_fields(kind: type[Kind], fields: dict[str, Any]) -> Kind:
    """Take the fields of a kind out of `fields`; what the kind does not know stays there.

    Raises TypeError, KeyError or ValueError when they are not what `to_fields` or `said` writes,
    and Later when only a later version can have written them.
    """
    readers = _readers(cast(Hashable, kind))
    return kind(**{name: readers[name](fields.pop(name)) for name in readers if name in fields})


def _written(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return said(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _readers(kind: Hashable) -> dict[str, Reader]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


_READERS: dict[Any, Reader] = {
    str: text,
    int: whole,
    bool: yes_or_no,
    datetime: moment,
    date: lambda value: date.fromisoformat(text(value)),
}


def _reader(hint: Any) -> Reader:
    if hint in _READERS:
        return _READERS[hint]
    if get_origin(hint) is UnionType:
        (there,) = (each for each in get_args(hint) if each is not NoneType)
        return partial(_optional, _reader(there))
    if get_origin(hint) is tuple:
        return partial(_several, _reader(get_args(hint)[0]))
    if issubclass(hint, StrEnum):
        return partial(_word, hint)
    return partial(_nested, hint)


def _optional(read: Reader, value: Any) -> Any:
    return None if value is None else read(value)


def _several(read: Reader, values: Any) -> tuple[Any, ...]:
    return tuple(read(value) for value in listed(values))


def _word(words: type[StrEnum], value: Any) -> StrEnum:
    try:
        return words(text(value))
    except ValueError as error:
        raise Later(str(error)) from error


def _nested(kind: type, value: Any) -> Any:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {type(value).__name__}")
    fields = dict(value)
    part: Any = from_fields(kind, fields)
    if fields:
        raise Later(f"a part has fields that nobody knows: {', '.join(sorted(fields))}")
    return part
