"""What can be done with a coach's card, and how one begins: asked in place, as all deeds are."""

from collections.abc import Collection
from functools import partial
from typing import Any

from journal.errors import Usage
from journal.practice.deeds.deed import Deed, Said, Wanted, one
from journal.practice.making import When, changed, line, made, needed, own_of
from journal.records.coach import Coach, Role
from journal.records.record import Record
from journal.sharing.consent import LONGEST
from journal.sharing.glossary import with_name
from journal.sharing.seal import key_typed
from journal.sharing.signing import fingerprint

PURPOSE = "For our next conversation only"

_ROLES = tuple((role.value, role.value) for role in Role)
_ASKED = {
    "name": Wanted("What do you call them? You type this name to agree to a page."),
    "role": Wanted("Who are they to you?", choices=_ROLES),
    "learner": Wanted("By which name do they know you?"),
    "contact": Wanted("Where do you reach them? It stands in the record on the page.", must=False),
    "reach": Wanted("Where do they reach you, to ask or to answer?", must=False),
    "purpose": Wanted("What are pages for them for?", now=PURPOSE),
    "days": Wanted(f"How many days may they keep a page? At most {LONGEST}.", now=str(LONGEST)),
    "key": Wanted(
        "Their public key, age or ssh-ed25519, or a file with it. Without one, whoever gets a "
        "page can read it.",
        must=False,
    ),
    "verified": Wanted("How do you know that address and key are theirs?", must=False),
    "storage": Wanted("Where do they say that they keep it?", must=False),
}

_BEGINS = ("name", "role", "learner", "contact", "reach", "purpose", "days", "key", "verified")
"""What is asked for a new card; the rest can be added."""

_CHANGES = {
    "name": "change the name",
    "role": "say who they are to you",
    "learner": "change the name by which they know you",
    "contact": "change where you reach them",
    "reach": "change where they reach you",
    "purpose": "change what pages are for",
    "days": "change how long they may keep a page",
    "key": "change their key",
    "verified": "say how you know that it is them",
    "storage": "say where they keep it",
}


def new_card(taken: Collection[str]) -> Deed:
    """Return the deed that begins a coach's card; `taken` are names that other cards have."""

    def do(_record: Record, said: Said, when: When) -> tuple[Record, ...]:
        coach = Coach()
        for name, typed in zip(_BEGINS, said, strict=True):
            coach = _with(coach, name, typed, taken)
        return one(made(coach, when))

    wants = tuple(_ASKED[name] for name in _BEGINS)
    return Deed("coach", "a coach's card", do, wants, op="coach")


def of_card(record: Record, taken: Collection[str]) -> list[Deed]:
    """Return what can be changed on a card; `taken` are names that other cards have."""
    own = own_of(record, Coach)
    return [
        Deed(name, words, partial(_changed, name, taken), (_as_it_is(own, name),))
        for name, words in _CHANGES.items()
    ] + [
        Deed(
            "hide",
            "hide a name from them",
            lambda record, said, _when: one(hiding(record, *said)),
            (
                Wanted("Which name do they never get to read?"),
                Wanted("What stands in its place? Empty: “[name A]” and so on.", must=False),
            ),
        )
    ]


def hiding(record: Record, name: str, shown: str = "") -> Record:
    """Return a card on which a name is hidden. Raises Usage where there is no name."""
    term = needed(line(name), "Which name is to be hidden?")
    return changed(record, hidden=with_name(own_of(record, Coach).hidden, term, line(shown)))


def about_key(coach: Coach) -> str:
    """Return what to know of a card's key, or of having none."""
    if coach.key:
        return f"Read this out to {coach.name}, and compare: {fingerprint(coach.key)}"
    return f"Without a key, whoever gets a page for {coach.name} can read it."


def _as_it_is(own: Coach, name: str) -> Wanted:
    asked = _ASKED[name]
    return asked if asked.choices else asked._replace(now=str(getattr(own, name)))


def _changed(
    name: str, taken: Collection[str], record: Record, said: Said, _when: When
) -> tuple[Record, ...]:
    own = _with(own_of(record, Coach), name, said[0], taken)
    return one(changed(record, **own._asdict()))


def _with(coach: Coach, name: str, typed: str, taken: Collection[str]) -> Coach:
    """Return a card with one thing said on it. Raises Usage."""
    if name == "role":
        return coach._replace(role=Role(typed))
    if name == "key":
        return coach._replace(key=key_typed(typed) if typed.strip() else "")
    if name == "days":
        return coach._replace(days=_days(typed))
    said = line(typed)
    if name == "name" and said.casefold() in {each.casefold() for each in taken}:
        raise Usage(f"There is a coach called {said} already.", "Choose another name.")
    fields: dict[str, Any] = {name: said}
    return coach._replace(**fields)


def _days(typed: str) -> int:
    said = typed.strip()
    if not (said.isascii() and said.isdecimal() and len(said) < 4 and 0 < int(said) <= LONGEST):
        raise Usage(f"That is a number of days from 1 to {LONGEST}.", "A page can be renewed.")
    return int(said)
