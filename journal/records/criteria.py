"""What is looked for: a question to the journal, asked by either face."""

import re
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from journal.records.record import Sign


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


def pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds `phrase` as whole words, in either Unicode spelling of its letters."""
    spellings = {normalize("NFC", phrase), normalize("NFD", phrase)}
    forms = (r"\s+".join(map(re.escape, spelling.split())) for spelling in sorted(spellings))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def hits(criteria: Criteria, text: str) -> list[tuple[int, int]]:
    """Return where the phrases of `criteria` occur in `text`: [start, end) character offsets.

    They are in order and do not overlap.
    """
    spans = sorted(m.span() for phrase in criteria.phrases for m in pattern(phrase).finditer(text))
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
