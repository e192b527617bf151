"""Our own JSON: everything, so that a journal can move house.

`{"format": "learning-journal", "version": 1, "records": [...], "history": {id: [...]}}`, one
record a line. Records are what `--json` prints; the list that `journal list --json` prints, and a
single record, are read too. "history" is there only when it was asked for; reading it serves to
tell a newer version from another one, its versions are not brought in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journal.errors import Unreadable
from journal.exchange import json_text
from journal.exchange.moments import Local
from journal.exchange.own import record_of, state
from journal.exchange.parts import File, Found, Part, Pasts, Unread, Written
from journal.exchange.reading import text_of
from journal.records.codec import to_json
from journal.records.record import Record
from journal.store.journal import Past
from journal.visible import json_safe

FORMAT = "learning-journal"
VERSION = 1

_DEPTH = 2 * json_text.DEPTH


def read(files: Iterable[File], _local: Local) -> Iterator[Part]:
    """Yield the records in each file; their ids stay theirs."""
    for file in files:
        try:
            records, history = _parts(json_text.load(text_of(file.data), _DEPTH))
        except Unreadable as error:
            yield Unread(file.where, error.message)
            continue
        for number, fields in enumerate(records, 1):
            yield _found(f"{file.where}, record {number}", fields, history)


def write(records: list[Record], pasts: Pasts) -> Written:
    """Return one file with all records, and with the versions in `pasts` if there are any."""
    lines = ",\n".join(_line(to_json(record)) for record in records)
    head = f'{{"format": "{FORMAT}", "version": {VERSION}, "records": ['
    text = f"{head}\n{lines}\n]{_history(pasts)}}}\n" if records else f"{head}]}}\n"
    return Written({"": text.encode()}, {}, len(records))


def _history(pasts: Pasts) -> str:
    if not pasts:
        return ""
    lines = (f"{_line(id_)}: {_line([_past(p) for p in past])}" for id_, past in pasts.items())
    return ', "history": {\n' + ",\n".join(lines) + "\n}"


def _past(past: Past) -> dict[str, Any]:
    return {"t": str(past.t), "op": past.op, "by": past.computer, "record": to_json(past.record)}


def _line(value: Any) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False))


def _parts(whole: Any) -> tuple[list[Any], Mapping[str, Any]]:
    """Return the records in a file, and the history of each. Raises Unreadable."""
    if isinstance(whole, list):
        return whole, {}
    if not isinstance(whole, dict) or not ("records" in whole or "kind" in whole):
        raise Unreadable("it is not an export of a learning journal")
    if "records" not in whole:
        return [whole], {}
    version = whole.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise Unreadable(f"a newer version wrote it ({version}; known here: {VERSION})")
    records, history = whole["records"], whole.get("history", {})
    if not isinstance(records, list) or not isinstance(history, dict):
        raise Unreadable("its records are not a list")
    return records, history


def _found(where: str, fields: Any, history: Mapping[str, Any]) -> Part:
    try:
        record = record_of(fields)
    except Unreadable as error:
        return Unread(where, error.message)
    return Found(where, record, state(record), made_from=_states(history.get(record.id)))


def _states(past: Any) -> frozenset[str]:
    """Return the digests of past versions; of what is no version, none."""
    found = set()
    for version in past if isinstance(past, list) else ():
        try:
            found.add(state(record_of(version["record"])))
        except (Unreadable, TypeError, KeyError):
            continue
    return frozenset(found)
