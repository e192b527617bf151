"""Day One: its JSON (a file, or the unpacked folder) and its plain text.

The day of an entry is the calendar day it stands under in Day One: its moment in its own zone.
Backslashes that only protect punctuation are taken away outside code, zero-width spaces too.
Pictures and sounds stay where they are; the references to them stay in the text. Everything else
that Day One says is kept under extra.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from journal.errors import Unreadable
from journal.exchange import json_text, wall_times
from journal.exchange.moments import Local, Moment, at_wall, from_iso, in_zone, on_day
from journal.exchange.parts import File, Found, Part, Skipped, Unread
from journal.exchange.reading import blocks, text_of
from journal.records.record import Record

_MEDIA = {
    "photos": "![](dayone-moment://{})",
    "videos": "![](dayone-moment:/video/{})",
    "audios": "![](dayone-moment:/audio/{})",
    "pdfAttachments": "![](dayone-moment:/pdfAttachment/{})",
}
_TAKEN = ("uuid", "creationDate", "timeZone", "text", "tags", "starred")
_ESCAPE = re.compile(
    r"\\(?P<mark>[!-/:-@\[-`{-~])"
    r"|^(?P<fence>```|~~~)[^\n]*\n(?s:.*?)(?:^(?P=fence)|\Z)"
    r"|(?P<ticks>`{1,2})(?!`)(?:[^\n`]|(?!(?P=ticks)(?!`))`+)*+(?P=ticks)(?!`)"
    r"|`+",
    re.MULTILINE,
)
_BLOCK = re.compile(r"^\tDate:\t(.+)$", re.MULTILINE)
_HEADER = re.compile(r"\t(\w+):\t(.*)\n?")


def read(files: Iterable[File], local: Local) -> Iterator[Part]:
    """Yield the entries of each journal; in a folder, of the .json and .txt files at its top."""
    for file in files:
        ours = "/" not in file.name and file.name.lower().endswith((".json", ".txt"))
        if not file.alone and not ours:
            continue  # pictures and sounds: counted where an entry shows them
        try:
            yield from _journal(file, local)
        except Unreadable as error:
            yield Unread(file.where, error.message)


def _journal(file: File, local: Local) -> Iterator[Part]:
    text = text_of(file.data)
    if file.name.lower().endswith(".txt") or (_BLOCK.search(text) and not _is_json(text)):
        yield from _text_entries(file, text.replace("\r\n", "\n"), local)
        return
    whole = json_text.load(text)
    entries = whole.get("entries") if isinstance(whole, dict) else None
    if not isinstance(entries, list):
        if file.alone:
            raise Unreadable("it is not a journal of Day One (it has no entries)")
        yield Skipped(file.name, "not a journal of Day One")
        return
    name = file.base.rpartition(".")[0]
    for number, entry in enumerate(entries, 1):
        yield _json_entry(f"{file.where}, entry {number}", entry, name, local)


def _is_json(text: str) -> bool:
    return text.lstrip().startswith("{")


# --- JSON


def _json_entry(where: str, entry: Any, journal: str, local: Local) -> Part:
    try:
        return _entry(where, entry, journal, local)
    except Unreadable as error:
        return Unread(where, error.message)


def _entry(where: str, entry: Any, journal: str, local: Local) -> Found:
    if not isinstance(entry, dict) or not isinstance(entry.get("creationDate"), str):
        raise Unreadable("it is not an entry of Day One (it has no creationDate)")
    (at, zone, day), lost = _moment(entry, local)
    rest = {name: value for name, value in entry.items() if name not in _TAKEN}
    if journal:
        rest.setdefault("journal", journal)
    record = Record(
        "", at, zone, day, _text(entry),
        tags=_tags(entry),
        starred=entry.get("starred") is True,
        extra={"day-one": rest},
    )  # fmt: skip
    uuid = entry.get("uuid")
    key = uuid if isinstance(uuid, str) else ""
    media = [name for name in _MEDIA for _ in _items(entry, name)]
    return Found(where, record, json_text.digest(entry), key=key, lost=(*lost, *media))


def _moment(entry: dict[str, Any], local: Local) -> tuple[Moment, list[str]]:
    """Return when an entry was, and which of its times say nothing. Raises Unreadable."""
    written, zone = entry["creationDate"], entry.get("timeZone")
    lost = []
    try:
        moment = from_iso(written, local)
        try:
            moment = in_zone(moment.at, str(zone), local) if zone else moment
        except ValueError:
            lost.append("timeZone")
    except (ValueError, OverflowError):
        raise Unreadable(f"its creationDate {written[:40]!r} is no moment") from None
    day = moment.at.date()
    if entry.get("isAllDay") is True:
        moment = moment._replace(at=moment.at.replace(hour=12, minute=0, second=0, microsecond=0))
    return moment._replace(day=day), lost


def _text(entry: dict[str, Any]) -> str:
    """Return the words of an entry; of one without words, its pictures."""
    text = entry.get("text")
    words = _unescaped(text) if isinstance(text, str) else _rich(entry.get("richText"))
    return words or "\n".join(_references(entry))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: m["mark"] or m[0], text.replace("\u200b", ""))


def _rich(text: Any) -> str:
    """Return the words of rich text, without their looks; of what is none, nothing."""
    try:
        contents = json_text.load(text)["contents"]
        return "".join(part.get("text", "") for part in contents).replace("\u200b", "")
    except (Unreadable, TypeError, KeyError, AttributeError):
        return ""


def _references(entry: dict[str, Any]) -> Iterator[str]:
    for name, form in _MEDIA.items():
        for item in _items(entry, name):
            yield form.format(item.get("identifier", "") if isinstance(item, dict) else "")


def _items(entry: dict[str, Any], name: str) -> list[Any]:
    items = entry.get(name)
    return items if isinstance(items, list) else []


def _tags(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for tag in _items(entry, "tags") if isinstance(tag, str)))


# --- plain text


def _text_entries(file: File, text: str, local: Local) -> Iterator[Part]:
    starts = list(_BLOCK.finditer(text))
    if not starts:
        if file.alone:
            raise Unreadable("it has no line “Date:” as Day One writes it")
        yield Skipped(file.name, "not a journal of Day One")
        return
    if text[: starts[0].start()].strip():
        yield Skipped(file.where, "the text before the first date")
    for number, (match, words) in enumerate(blocks(text, starts), 1):
        where = f"{file.where}, entry {number}"
        try:
            yield _block(where, match[1], words.removeprefix("\n"), local)
        except Unreadable as error:
            yield Unread(where, error.message)


def _block(where: str, written: str, text: str, local: Local) -> Found:
    when = wall_times.parse(written)
    if when is None:
        raise Unreadable(f"{written.strip()[:40]!r} is no date")
    try:
        moment = at_wall(when, local) if isinstance(when, datetime) else on_day(when, local)
    except (ValueError, OverflowError):
        raise Unreadable(f"{written.strip()[:40]!r} is out of reach") from None
    headers = {"Date": written}
    end = 0
    while match := _HEADER.match(text, end):
        headers[match[1]] = match[2]
        end = match.end()
    at, zone, _ = moment
    body = text[end:].strip("\n").rstrip()
    day = when.date() if isinstance(when, datetime) else when
    record = Record("", at, zone, day, body, extra={"day-one": headers})
    return Found(where, record, json_text.digest([headers, body]))
