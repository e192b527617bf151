"""Records as JSON objects and back: in the store, in `--json` and in `export json`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from journal.errors import Damaged
from journal.records.kinds import type_of
from journal.records.note import Note
from journal.records.record import Own, Record, Sign, Unknown
from journal.records.shape import Later, from_fields, said, to_fields
from journal.records.typed import moment, text, texts

NOTE = Note()

_OMITTED: dict[str, Any] = {
    "tags": [],
    "sign": None,
    "starred": False,
    "links": [],
    "trashed": False,
    "extra": {},
}


def to_json(record: Record) -> dict[str, Any]:
    """Return `record` as a JSON object with all its fields, those of its kind included."""
    return _object(record, to_fields)


def to_doc(record: Record) -> dict[str, Any]:
    """Return `record` as the store keeps it: without its id, and without what is not said."""
    fields = _object(record, said)
    del fields["id"]
    return {
        name: value
        for name, value in fields.items()
        if name not in _OMITTED or value != _OMITTED[name]
    }


def from_doc(id: str, doc: dict[str, Any], version: str = "") -> Record:  # noqa: A002
    """Return the record that `to_doc` or `to_json` wrote.

    Raises Damaged when a field is missing or has the wrong type.
    """
    fields = {name: value for name, value in doc.items() if name not in ("id", "was")}
    try:
        return _take(id, fields, version)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Damaged(f"Record {id} cannot be read ({type(error).__name__}: {error}).") from error


def _object(record: Record, own_fields: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind,
        "at": record.at.isoformat(),
        "zone": record.zone,
        "day": record.day.isoformat(),
        "text": record.text,
        "tags": list(record.tags),
        "sign": record.sign,
        "starred": record.starred,
        "links": list(record.links),
        **({} if isinstance(record.own, Unknown) else own_fields(record.own)),
        **record.other,
        "trashed": record.trashed,
        "extra": dict(record.extra),
    }


def _take(id: str, fields: dict[str, Any], version: str) -> Record:  # noqa: A002
    kind = fields.pop("kind")
    sign = fields.pop("sign", None)
    return Record(
        id=id,
        at=moment(fields.pop("at")),
        zone=text(fields.pop("zone")),
        day=date.fromisoformat(fields.pop("day")),
        text=text(fields.pop("text")),
        tags=texts(fields.pop("tags", ())),
        sign=Sign(sign) if sign is not None else None,
        starred=bool(fields.pop("starred", False)),
        links=texts(fields.pop("links", ())),
        trashed=bool(fields.pop("trashed", False)),
        extra=dict(fields.pop("extra", {})),
        own=_own(text(kind), fields),
        other=fields,
        version=version,
    )


def _own(kind: str, fields: dict[str, Any]) -> Own:
    """Take the fields of its kind; what only a later version understands is left as it is."""
    if kind == "note":
        return NOTE
    type_ = type_of(kind)
    if type_ is None:
        return Unknown(kind)
    taken = dict(fields)
    try:
        own = from_fields(type_, taken)
    except Later:
        return Unknown(kind)
    for name in own._fields:
        fields.pop(name, None)
    return own
