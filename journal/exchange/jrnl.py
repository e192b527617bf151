"""jrnl: its text files and its JSON, coming in; a text file going out.

In text an entry begins with a line `[2024-01-15 09:30] Title`; a bracket that holds no date, or
six characters or fewer, is text. Files of version 1 have no brackets. A line that ends or begins
with a lone `*` is starred; words that begin with @ or # are tags, in small letters. Times are the
learner's own clock. Title and body are one text, the title its first line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Any

from journal.errors import Unreadable
from journal.exchange import json_text, wall_times
from journal.exchange.moments import Local, Moment, at_wall, on_day
from journal.exchange.parts import File, Found, Part, Pasts, Skipped, Unread, Written
from journal.exchange.reading import blocks, text_of
from journal.records.record import Record
from journal.visible import storable

KINDS = ("note", "close")
"""Kinds of records that a text file can show."""

_DAY_FILE = re.compile(r"(?:.*/)?\d{4}/\d\d/\d\d\.txt")
_BRACKET = re.compile(r"^\[([^\]\n]{7,})\](?: |$)", re.MULTILINE)
_BARE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d)(?: |$)", re.MULTILINE)
_TAG = re.compile(r"(?<!\S)(?:@[-+*#/\w]+|#\w[-+*#/\w]*)")
_LETTER = re.compile(r"[^\W\d_]")
_JSON = re.compile(r"\s*(?:\{|\[\s*[{\]])")
_SEALED = ("JRNLv3", "gAAAA")
_KNOWN = ("title", "body", "date", "time", "tags", "starred")


def read(files: Iterable[File], local: Local) -> Iterator[Part]:
    """Yield the entries of each file; of a folder, those of its days (2024/01/15.txt)."""
    for file in files:
        if not file.alone and not _DAY_FILE.fullmatch(file.name):
            yield Skipped(file.name, "not a day of jrnl (2024/01/15.txt)")
            continue
        try:
            yield from _entries(file.where, text_of(file.data), local)
        except Unreadable as error:
            yield Unread(file.where, error.message)


def write(records: list[Record], _pasts: Pasts) -> Written:
    """Return one text file of the notes and closes that are not in the trash."""
    shown = [r for r in records if r.kind in KINDS and not r.trashed]
    lost = Counter(name for record in shown for name in _losses(record))
    lost.update("trash" if record.trashed else record.kind for record in records)
    for record in shown:
        lost[record.kind] -= 1
    text = "\n".join(_page(record) for record in shown)
    return Written({"": storable(text).encode()}, +lost, len(shown))


# --- text


def _entries(where: str, text: str, local: Local) -> Iterator[Part]:
    if text.startswith(_SEALED):
        raise Unreadable("it is encrypted; write it out with `jrnl --decrypt` first")
    if _JSON.match(text):
        yield from _json_entries(where, json_text.load(text), local)
    else:
        yield from _text_entries(where, text.replace("\r\n", "\n"), local)


def _text_entries(where: str, text: str, local: Local) -> Iterator[Part]:
    starts = _starts(text)
    if not starts:
        yield Unread(where, "it has no dated entry") if text.strip() else Skipped(where, "empty")
    elif text[: starts[0].start()].strip():
        yield Unread(where, "text before the first date")
    order = wall_times.order_in([match[1] for match in starts])
    line, counted = 1, 0
    for match, words in blocks(text, starts):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield _text_entry(f"{where}, line {line}", match[1], words, order, local)


def _starts(text: str) -> list[re.Match[str]]:
    """Return where entries begin: at dates in brackets, or, in old files, at bare dates."""
    first = text.lstrip()
    if _BARE.match(first):
        return list(_BARE.finditer(text))
    return [match for match in _BRACKET.finditer(text) if _is_date(match[1])]


def _is_date(text: str) -> bool:
    return wall_times.parse(text, "dmy") is not None or wall_times.parse(text, "mdy") is not None


def _text_entry(where: str, date: str, text: str, order: str, local: Local) -> Part:
    try:
        moment = _moment(date, order, local)
    except Unreadable as error:
        return Unread(where, error.message)
    title, _, body = text.strip("\n").partition("\n")
    starred, title = _star(title)
    whole = f"{title}\n{body}".rstrip() if body else title
    found = (tag.lower() for tag in _TAG.findall(whole))
    tags = tuple(dict.fromkeys(tag for tag in found if _LETTER.search(tag)))
    return _found(where, moment, whole, tags, starred, {})


def _star(title: str) -> tuple[bool, str]:
    bare = title.strip()
    if bare.startswith("* ") or bare == "*":
        return True, bare[1:].strip()
    if bare.endswith(" *"):
        return True, bare[:-1].rstrip()
    return False, title.rstrip()


def _moment(text: str, order: str, local: Local) -> Moment:
    """Return the moment that `text` says. Raises Unreadable."""
    when = wall_times.parse(text, order)
    if when is None:
        raise Unreadable(f"{text[:40]!r} is no date and time")
    try:
        return at_wall(when, local) if isinstance(when, datetime) else on_day(when, local)
    except (ValueError, OverflowError):
        raise Unreadable(f"{text[:40]!r} is out of reach") from None


# --- JSON


def _json_entries(where: str, whole: Any, local: Local) -> Iterator[Part]:
    entries = whole.get("entries", [whole]) if isinstance(whole, dict) else whole
    if not isinstance(entries, list):
        raise Unreadable("its entries are not a list")
    for number, entry in enumerate(entries, 1):
        named = f"{where}, entry {number}"
        try:
            yield _json_entry(named, entry, local)
        except Unreadable as error:
            yield Unread(named, error.message)


def _json_entry(where: str, entry: Any, local: Local) -> Found:
    if not isinstance(entry, dict) or "date" not in entry:
        raise Unreadable("it is not an entry of jrnl")
    parts = [entry.get(name) or "" for name in ("title", "body", "date", "time")]
    tags, starred = entry.get("tags") or [], entry.get("starred") or False
    if not all(isinstance(part, str) for part in parts) or not isinstance(starred, bool):
        raise Unreadable("a field has another type than jrnl writes")
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise Unreadable("its tags are not a list of words")
    title, body, date, hour = parts
    moment = _moment(f"{date} {hour}".strip(), "", local)
    rest = {name: value for name, value in entry.items() if name not in _KNOWN}
    text = f"{title}\n{body}" if title and body else title or body
    return _found(where, moment, text, tuple(dict.fromkeys(tags)), starred, rest)


def _found(
    where: str,
    moment: Moment,
    text: str,
    tags: tuple[str, ...],
    starred: bool,  # noqa: FBT001
    rest: dict[str, Any],
) -> Found:
    """Return an entry; text and JSON of the same one have the same key and digest."""
    at, zone, day = moment
    extra = {"jrnl": rest} if rest else {}
    record = Record("", at, zone, day, text, tags=tags, starred=starred, extra=extra)
    says = [text.split(), sorted(tag.casefold() for tag in tags), starred]
    key = rest.get("uuid")
    return Found(where, record, json_text.digest(says), key=key if isinstance(key, str) else "")


# --- out


def _page(record: Record) -> str:
    title, _, body = record.text.partition("\n")
    star = " *" if record.starred else ""
    missing = [tag for tag in map(_tag, record.tags) if tag and tag not in _words(record)]
    lines = [f"[{record.at:%Y-%m-%d %H:%M}] {title}{star}", *([body] if body else [])]
    if missing:
        lines.append(" ".join(missing))
    head, *rest = "\n".join(lines).split("\n")
    # A line that looks like the beginning of an entry stays a part of this one.
    return (
        "\n".join([head, *(f" {line}" if _BRACKET.match(line) else line for line in rest)]) + "\n"
    )


def _words(record: Record) -> set[str]:
    return {word.lower() for word in _TAG.findall(record.text)}


def _tag(tag: str) -> str:
    """Return `tag` as jrnl writes it, or "" if it cannot."""
    named = (tag if tag.startswith(("@", "#")) else f"@{tag}").lower()
    return named if _TAG.fullmatch(named) else ""


def _losses(record: Record) -> Iterator[str]:
    yield from ("id", "zone")
    if record.at.time().replace(hour=0, minute=0) != time():
        yield "seconds"
    if not all(map(_tag, record.tags)):
        yield "tags"
    if record.kind == "close":
        yield "questions"
    for name in ("sign", "links", "extra", "other"):
        if getattr(record, name):
            yield name
