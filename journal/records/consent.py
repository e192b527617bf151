"""A line of the ledger: something that happened to a page for a coach."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Consented(StrEnum):
    """What happened to a page, from being prepared on."""

    PROPOSED = "proposed"
    GIVEN = "given"
    RENEWED = "renewed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REFUSED = "refused"
    SUPERSEDED = "superseded"


class Consent(NamedTuple):
    """One event; those of one coach are a chain, each holding the digest of the one before.

    coach     id of the coach's card
    excerpt   id of the page
    state     what happened
    number    its number in the chain of this coach, from 1
    previous  digest of the event before, or "" for the first
    salt      random letters: without them nobody who holds a digest can guess what it is of
    digest    SHA-256 of all else in this event and its moment, hexadecimal
    page      SHA-256 of the page as it leaves
    until     the day up to which it holds
    method    how it was said
    free      whether the learner could freely have said no; None where that was not asked
    receipt   the consent as a record for both sides, JSON; only where consent was given
    """

    coach: str = ""
    excerpt: str = ""
    state: Consented = Consented.PROPOSED
    number: int = 1
    previous: str = ""
    salt: str = ""
    digest: str = ""
    page: str = ""
    until: date | None = None
    method: str = ""
    free: bool | None = None
    receipt: str = ""

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "consent"

    @property
    def words(self) -> tuple[str, ...]:
        """Nothing that the learner wrote."""
        return ()
