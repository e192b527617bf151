"""What is looked for: a question to the journal, asked by either face."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from journal.records.phrases import needles
from journal.records.record import Record, Sign


class Criteria(NamedTuple):
    """Which records are wanted; an empty field does not narrow anything.

    kinds              any of these
    first, last        logical days, both included
    tags, not_tags     all of these, none of those
    sign, starred      as marked
    trashed            what lies in the trash instead of what does not
    phrases            each occurs in the text as whole words, whatever the case (as `grep -iw`);
                       white space inside a phrase matches any white space
    not_phrases        none of these occurs
    """

    kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    sign: Sign | None = None
    starred: bool = False
    trashed: bool = False
    phrases: tuple[str, ...] = ()
    not_phrases: tuple[str, ...] = ()


def matcher(criteria: Criteria) -> Callable[[Record], bool]:
    """Return the function that says whether a record is what `criteria` ask for."""
    tags, not_tags = set(map(same_tag, criteria.tags)), set(map(same_tag, criteria.not_tags))
    sought = [(needle, True) for needle in needles(criteria.phrases)]
    sought += [(needle, False) for needle in needles(criteria.not_phrases)]

    def is_wanted(record: Record) -> bool:
        if not _marked_so(criteria, record):
            return False
        if tags or not_tags:
            own = set(map(same_tag, record.tags))
            if not tags <= own or not_tags & own:
                return False
        for needle, asked_for in sought:  # noqa: SIM110 - all() would double the cost
            if needle.is_in(record.text) is not asked_for:
                return False
        return True

    return is_wanted


def hits(criteria: Criteria, text: str) -> list[tuple[int, int]]:
    """Return where the wanted phrases are in `text`: [start, end) in characters, in order.

    Hits that overlap are one.
    """
    return merged(span for needle in needles(criteria.phrases) for span in needle.spans(text))


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `spans` in order; those that overlap are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _marked_so(criteria: Criteria, record: Record) -> bool:
    return (
        record.trashed == criteria.trashed
        and (not criteria.kinds or record.kind in criteria.kinds)
        and (criteria.first is None or record.day >= criteria.first)
        and (criteria.last is None or record.day <= criteria.last)
        and (criteria.sign is None or record.sign == criteria.sign)
        and (record.starred or not criteria.starred)
    )


def same_tag(tag: str) -> str:
    """Return what two tags that are the same have in common: letters, whatever their case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag).casefold())
