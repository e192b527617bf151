"""Records as JSON objects and back: in the store, in `--json` and in `export json`."""

from datetime import date, datetime
from typing import Any

from journal.errors import Damaged
from journal.records.record import Record, Sign, Unknown, type_of_kind
from journal.records.typed import text, texts

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
        **({} if isinstance(record.own, Unknown) else record.own.to_fields()),
        **record.other,
        "trashed": record.trashed,
        "extra": dict(record.extra),
    }


def to_doc(record: Record) -> dict[str, Any]:
    """Return `record` as the store keeps it: without its id, and without what is not said."""
    fields = to_json(record)
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


def _take(id: str, fields: dict[str, Any], version: str) -> Record:  # noqa: A002
    kind = fields.pop("kind")
    at = datetime.fromisoformat(fields.pop("at"))
    if at.tzinfo is None:
        raise ValueError("a moment without an offset")
    own_type = type_of_kind.get(kind)
    sign = fields.pop("sign", None)
    return Record(
        id=id,
        at=at,
        zone=text(fields.pop("zone")),
        day=date.fromisoformat(fields.pop("day")),
        text=text(fields.pop("text")),
        tags=texts(fields.pop("tags", ())),
        sign=Sign(sign) if sign is not None else None,
        starred=bool(fields.pop("starred", False)),
        links=texts(fields.pop("links", ())),
        trashed=bool(fields.pop("trashed", False)),
        extra=dict(fields.pop("extra", {})),
        own=own_type.from_fields(fields) if own_type else Unknown(text(kind)),
        other=fields,
        version=version,
    )
