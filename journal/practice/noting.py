"""A note: made from what was typed, in under ten seconds, without asking anything."""

from collections.abc import Iterable
from datetime import date, datetime

from journal.records.record import SIGNS, Record, Sign
from journal.visible import storable


def typed_sign(text: str) -> tuple[Sign | None, str]:
    """Return the sign that stands first in a typed line with a space after it, and the rest."""
    mark, space, rest = text[:1], text[1:2], text[2:]
    if space == " " and mark in SIGNS and rest.strip():
        return SIGNS[mark], rest.lstrip(" ")
    return None, text


def new_note(
    text: str,
    at: datetime,
    zone: str,
    day: date,
    *,
    sign: Sign | None = None,
    tags: Iterable[str] = (),
    starred: bool = False,
) -> Record:
    """Return a note that has not been saved; `at` has the offset of `zone`, `day` is logical."""
    return Record(
        id="",
        at=at,
        zone=zone,
        day=day,
        text=storable(text),
        tags=clean_tags(tags),
        sign=sign,
        starred=starred,
    )


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept: no "#" in front, no white space, each once, in their order.

    A comma ends a tag: "ward, night" are two.
    """
    parts = (part for tag in tags for part in storable(tag).split(","))
    cleaned = ("-".join(part.strip().removeprefix("#").split()) for part in parts)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))
