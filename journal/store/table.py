"""The folded records as a TinyDB table in memory, and as records."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from tinydb.storages import MemoryStorage
from tinydb.table import Table

from journal.errors import Damaged
from journal.records.codec import from_doc
from journal.records.record import Record
from journal.store.change import Doc
from journal.store.fold import Version

AT_ONCE = 2048
"""So many are sorted at a time: while Python sorts, no other thread has a turn."""

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


def newest_first(ids: Iterable[str], shown: Mapping[str, Version]) -> Iterator[Record]:
    """Yield the records with these ids that can be read; no more are made than are asked for."""
    moments = [(_at(shown[id_].doc), id_) for id_ in ids]
    for _, id_ in _latest_first(moments):
        record = readable(id_, shown[id_])
        if record is not None:
            yield record


def _latest_first(moments: list[tuple[datetime, str]]) -> Iterable[tuple[datetime, str]]:
    if len(moments) <= AT_ONCE:
        return sorted(moments, reverse=True)
    from heapq import merge  # not for the few of a single command

    starts = range(0, len(moments), AT_ONCE)
    pieces = [sorted(moments[start : start + AT_ONCE], reverse=True) for start in starts]
    return merge(*pieces, reverse=True)


def _at(doc: Doc) -> datetime:
    """Return the moment that a record is about, by which all are ordered."""
    try:
        at = datetime.fromisoformat(doc["at"])
    except (KeyError, TypeError, ValueError):
        return _NEVER
    return at if at.tzinfo else _NEVER
