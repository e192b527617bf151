"""Markdown notes with YAML front matter: Obsidian, plain folders, our own export.

The text of a record is everything after the front matter, to the byte (only a byte order mark at
the start of the file is dropped). No sign and no tag is read out of text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from journal.errors import Unreadable
from journal.exchange import yaml_text
from journal.exchange.moments import Local, Moment, at_wall, from_file_time, from_iso, on_day
from journal.exchange.own import is_id, record_of, state
from journal.exchange.parts import File, Found, Part, Pasts, Skipped, Unread, Written
from journal.exchange.reading import text_of
from journal.records.codec import to_doc
from journal.records.record import Record
from journal.store.files import ALPHABET
from journal.visible import one_line, storable

ENDINGS = (".md", ".markdown")
NAME = re.compile(rf"\d{{4,}}-\d\d-\d\d .*?([{ALPHABET}]{{10}})\.md", re.DOTALL)
"""What files are called that we export."""

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DATED = re.compile(r"(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)(?:-(\d\d)(\d\d)\Z)?", re.ASCII)
_WHEN = ("at", "created", "date")
_OURS = ("id", "kind", "at", "zone", "day")
_EXPORTED = "exported_as"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]`\s]+')
_LONGEST = 40  # characters of a note's first words in a file's name


def read(files: Iterable[File], local: Local) -> Iterator[Part]:
    """Yield what each file says."""
    for file in files:
        if not file.alone and not file.base.lower().endswith(ENDINGS):
            yield Skipped(file.name, "not a Markdown file")
            continue
        try:
            yield _note(file, local)
        except Unreadable as error:
            yield Unread(file.where, error.message)
        except (ValueError, OverflowError):
            yield Unread(file.where, "its time is out of reach")


def write(records: list[Record], _pasts: Pasts) -> Written:
    """Return one file for each record that is not in the trash."""
    shown = [record for record in records if not record.trashed]
    lost = {"trash": len(records) - len(shown)} if len(shown) < len(records) else {}
    return Written({file_name(record): page(record) for record in shown}, lost, len(shown))


def page(record: Record) -> bytes:
    """Return a record as a Markdown file."""
    # Moments and days are written as what they are to YAML, not as text.
    fields = {"id": record.id, **to_doc(record), "at": record.at, "day": record.day}
    del fields["text"]
    fields.setdefault(_EXPORTED, state(record))
    return f"---\n{yaml_text.dump(fields)}---\n{storable(record.text)}".encode()


def file_name(record: Record) -> str:
    """Return the name of a record's file: its day, its first words, its id."""
    first = next((line for line in record.text.splitlines() if line.strip()), "")
    clean = unicodedata.normalize("NFC", one_line(_NOT_IN_NAMES.sub(" ", first)))
    words = clean[:_LONGEST].strip(" .")
    return f"{record.day.isoformat()} {words} {record.id}.md" if words else _bare(record)


def untouched(data: bytes) -> bool:
    """Tell whether a file is an export of ours that nobody has changed since."""
    try:
        front, text = _split(text_of(data))
        return front is not None and _ours(front) and state(_own(front, text)[0]) in _origin(front)
    except Unreadable:
        return False


def _bare(record: Record) -> str:
    return f"{record.day.isoformat()} {record.id}.md"


def _note(file: File, local: Local) -> Part:
    front, text = _split(text_of(file.data))
    if front is None and not text.strip():
        return Skipped(file.where, "empty")
    if front is not None and _ours(front):
        record, made_from = _own(front, text)
        return Found(file.where, record, state(record), made_from=made_from)
    return _foreign(file, front or {}, text, local)


def _split(text: str) -> tuple[dict[str, Any] | None, str]:
    """Return the front matter, None if there is none, and the text."""
    match = _FRONT.match(text)
    fields = yaml_text.load(match[1]) if match else None
    if match and fields is None and not match[1].strip():
        return {}, text[match.end() :]
    if match is None or not isinstance(fields, dict):
        return None, text
    return fields, text[match.end() :]


def _ours(front: dict[str, Any]) -> bool:
    return all(name in front for name in _OURS) and is_id(str(front["id"]))


def _own(front: dict[str, Any], text: str) -> tuple[Record, frozenset[str]]:
    """Return the record of our own export, and the digest of what it said when it left."""
    fields = {**front, "id": str(front["id"]), "text": text}
    fields.pop(_EXPORTED, None)
    return record_of(fields), _origin(front)


def _origin(front: dict[str, Any]) -> frozenset[str]:
    return frozenset({str(front[_EXPORTED])} if _EXPORTED in front else ())


def _foreign(file: File, front: dict[str, Any], text: str, local: Local) -> Found:
    rest = dict(front)
    moment, lost = _moment_in(rest, local)
    named = moment or _moment_of_name(file.base, local)
    tags = _tags(rest)
    at, zone, day = named or from_file_time(file.modified, local)
    record = Record("", at, zone, day, text, tags=tags, extra={"markdown": rest} if rest else {})
    return Found(
        file.where,
        record,
        sha256(file.data).hexdigest()[:32],
        key=unicodedata.normalize("NFC", file.name),
        lost=lost,
        guessed=named is None,
    )


def _moment_in(front: dict[str, Any], local: Local) -> tuple[Moment | None, tuple[str, ...]]:
    """Take the moment out of `front`; return it and the names of moments that say nothing."""
    lost = []
    for name in _WHEN:
        if front.get(name) is None:
            continue
        try:
            moment = from_iso(str(front[name]), local)
        except (ValueError, OverflowError):
            lost.append(name)
            continue
        del front[name]
        return moment, tuple(lost)
    return None, tuple(lost)


def _moment_of_name(name: str, local: Local) -> Moment | None:
    match = _DATED.match(name.rpartition(".")[0])
    if match is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    try:
        if match[4] is None:
            return on_day(date(year, month, day), local)
        return at_wall(datetime(year, month, day, hour, minute), local)  # noqa: DTZ001
    except ValueError:
        return None


def _tags(front: dict[str, Any]) -> tuple[str, ...]:
    """Take the tags out of `front`: a list, or text with commas or spaces between."""
    tags = front.get("tags")
    if isinstance(tags, str):
        tags = re.split(r"[,\s]+", tags)
    if not isinstance(tags, list) or any(isinstance(tag, list | dict) for tag in tags):
        return ()
    del front["tags"]
    names = (_tag(tag).strip().removeprefix("#") for tag in tags if tag is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def _tag(tag: Any) -> str:
    return str(tag).lower() if isinstance(tag, bool) else str(tag)
