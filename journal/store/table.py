"""The folded records as a TinyDB table in memory, and as records."""

from collections.abc import Mapping
from datetime import UTC, datetime

from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from journal.errors import Damaged
from journal.records.codec import from_doc
from journal.records.record import Record
from journal.store.fold import Version

_NEVER = datetime.min.replace(tzinfo=UTC)


class IdTable(Table):
    """A TinyDB table whose documents are records, by their ids."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB documents this, its types do not


def table_of(shown: Mapping[str, Version]) -> Table:
    """Return the versions that show as a TinyDB table; its documents are the fold's own."""
    storage = MemoryStorage()  # type: ignore[no-untyped-call]
    storage.write({"records": {id_: version.doc for id_, version in shown.items()}})
    return IdTable(storage, "records", cache_size=0)


def record_of(id_: str, version: Version) -> Record:
    """Return a version as a record. Raises Damaged when it cannot be read."""
    return from_doc(id_, version.doc, version.name)


def readable(id_: str, version: Version) -> Record | None:
    """Return a version as a record, or None when it cannot be read."""
    try:
        return record_of(id_, version)
    except Damaged:
        return None


def moment(doc: Document) -> tuple[datetime, str]:
    """Return by what records are ordered: the moment they are about, then their id."""
    try:
        at = datetime.fromisoformat(doc["at"])
    except (KeyError, TypeError, ValueError):
        at = _NEVER
    return (at if at.tzinfo else _NEVER), str(doc.doc_id)
