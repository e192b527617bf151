"""A coach: somebody who gets pages from the learner, and what was agreed with them."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """Who a coach is to the learner."""

    EXTERNAL = "external coach"
    INTERNAL = "internal coach"
    PEER = "peer"
    MANAGER = "line manager"
    OTHER = "other"


CLOSE_BY = (Role.INTERNAL, Role.MANAGER)
"""Of these the learner may find it hard to say no; so they are asked, every time."""


class Hidden(NamedTuple):
    """A name that this coach never gets to read.

    term   what is hidden, as the learner types it
    shown  what stands in its place, always the same for this coach
    """

    term: str
    shown: str


class Coach(NamedTuple):
    """One coach; a card of their own for everybody who gets a page.

    name      as the learner calls them; typed to agree
    role      who they are to the learner
    contact   where they can be reached, or ""
    verified  how the learner made sure that contact and key are theirs, or ""
    key       an age or ssh-ed25519 public key for which pages are sealed, or ""
    purpose   what the pages are for
    days      so many days they may keep a page
    storage   where they say they keep it, or ""
    learner   the name by which they know the learner
    reach     how they reach the learner, or ""
    hidden    names that they do not get to read
    """

    name: str = ""
    role: Role = Role.EXTERNAL
    contact: str = ""
    verified: str = ""
    key: str = ""
    purpose: str = ""
    days: int = 60
    storage: str = ""
    learner: str = ""
    reach: str = ""
    hidden: tuple[Hidden, ...] = ()

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "coach"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (self.name, self.purpose, self.contact, self.verified, self.storage)
