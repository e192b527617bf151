"""An excerpt: what was chosen for a coach, and the exact bytes that came of it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.records.coach import Hidden


class Precision(StrEnum):
    """How exactly a page says when something was."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    NONE = "none"


class Help(StrEnum):
    """What the learner wants of the coach."""

    LISTEN = "listen"
    ASK = "ask"
    CHALLENGE = "challenge"
    SUGGEST = "suggest"


class Form(StrEnum):
    """How a page is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


class Chosen(NamedTuple):
    """A passage that was chosen.

    part  which of its answers or paragraphs, counted from 1; 0 for the whole record
    """

    id: str
    part: int = 0


class Choice(NamedTuple):
    """What the learner chose; what is not named here is not there for anything that follows.

    question   what they ask the coach
    passages   one to three
    tries      ids of experiments, as cards
    since      what became of what was agreed last time, in their words, or ""
    since_of   ids of experiments that say so
    help       what they want of the coach
    not_for    what is not for discussion, or ""
    fields     what of passages and tries is shown besides their words; of FIELDS
    tags       the tags that may be shown where "tags" is one of the fields
    precision  how exactly days are given
    """

    question: str = ""
    passages: tuple[Chosen, ...] = ()
    tries: tuple[str, ...] = ()
    since: str = ""
    since_of: tuple[str, ...] = ()
    help: tuple[Help, ...] = ()
    not_for: str = ""
    fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    precision: Precision = Precision.DAY


class Excerpt(NamedTuple):
    """A page for a coach; it never changes once it is prepared.

    coach    id of the coach's card
    code     four words by which learner and coach call this page
    choice   what was chosen
    form     how it is written
    until    the day up to which the coach may keep it
    payload  the whole page as it leaves, signature included, before it is sealed
    digest   SHA-256 of its UTF-8 bytes, hexadecimal
    drawn    SHA-256 of what was drawn from the journal for it, names hidden, hexadecimal
    sealed   the public key for which it is sealed, or ""
    signer   the public key with which it is signed
    hidden   the names that were hidden, and what stands in their place
    replaces the code of the given page whose place it takes, or ""
    """

    coach: str = ""
    code: str = ""
    choice: Choice = Choice()
    form: Form = Form.HTML
    until: date | None = None
    payload: str = ""
    digest: str = ""
    drawn: str = ""
    sealed: str = ""
    signer: str = ""
    hidden: tuple[Hidden, ...] = ()
    replaces: str = ""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "excerpt"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.choice.question, self.choice.since, self.choice.not_for)
