"""What is looked for: a question to the journal, asked by either face."""

from datetime import date
from typing import NamedTuple

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
