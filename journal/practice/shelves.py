"""Everything of one noun, in a few groups: what goes on first, what has ended last."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from journal.dates import in_words
from journal.practice.longer.parts import Line
from journal.practice.loop.stage_rows import placed
from journal.practice.loop.ways import LESSONS
from journal.practice.mind.feedbacks import IN_WORDS
from journal.practice.telling.card_parts import card
from journal.practice.tries import plans
from journal.records.belief import HELD
from journal.records.experiment import Stage
from journal.records.item import State
from journal.records.record import Record


class Group(NamedTuple):
    """Some records under one heading, the newest first.

    gloss  a few words beside the heading, or ""
    """

    name: str
    gloss: str
    rows: tuple[Line, ...]


class Shelf(NamedTuple):
    """One noun.

    word   what it is called on a screen, the plural
    about  what the screen of it is for, one sentence
    kinds  the kinds of its records
    group  says under which heading a record with these fields stands; "" for none
    adds   which of the deeds of `deeds.new.to_add` makes one, or ""
    """

    word: str
    about: str
    kinds: tuple[str, ...]
    group: Callable[[Any], str]
    adds: str = ""


_TRIES = ("experiment", "plan", "context")
_IS_LESSON = (*LESSONS, State.REVISIT, State.ECHOED)


def _question(own: Any) -> str:
    if own.state in _IS_LESSON:
        return ""
    return {State.PARKED: "Parked", State.DROPPED: "Let go"}.get(own.state, "Open")


def _lesson(own: Any) -> str:
    if own.kind == "belief":
        return "I think that …" if own.state == HELD else "Given up"
    passed_on = (State.SHARED, State.ECHOED)
    if own.state not in _IS_LESSON:
        return ""
    return "Passed on" if own.state in passed_on else "Kept"


def _kept_or_parked(own: Any) -> str:
    if own.state in (State.SETTLED, State.KEPT_PRIVATE, State.REVISIT):
        return "Lessons kept"
    return "Parked" if own.state is State.PARKED else ""


def _try(own: Any) -> str:
    if own.kind == "plan":
        return "Going on" if own.state == plans.OPEN else "Ended"
    if own.kind == "context":
        return "Ended" if own.helped else "Going on"
    going = (Stage.DRAFTED, Stage.RUNNING, Stage.REVIEWED)
    return "Going on" if own.state in going else "Ended"


def _around(own: Any) -> str:
    return "Looked at" if own.helped else "Changed" if own.changed else "Noticed"


def _goal(own: Any) -> str:
    return {"active": "Learning now", "reached": "Reached"}.get(own.state, "Let go")


def _said(own: Any) -> str:
    return IN_WORDS.get(own.decision, own.decision).capitalize() or "Not decided yet"


def _review(own: Any) -> str:
    spans = {"week": "Weeks", "month": "Months", "quarter": "Twelve weeks"}
    return spans.get(own.span, "The first page")


SHELVES = {
    "questions": Shelf(
        "questions", "What you want to find out, also what is parked or let go.", ("item",),
        _question, "item",
    ),
    "lessons": Shelf(
        "lessons", "What you made of things: kept, passed on, and what you think is so.",
        ("item", "belief"), _lesson, "belief",
    ),
    "kept": Shelf(
        "lessons kept, questions parked", "What rests: lessons kept, and questions parked.",
        ("item",), _kept_or_parked,
    ),
    "tries": Shelf(
        "tries", "What you are testing, and what you tested.", _TRIES, _try, "experiment"
    ),
    "around_me": Shelf(
        "around me", "What you noticed around you, and what you changed.", ("context",), _around,
        "context",
    ),
    "goals": Shelf("goals", "What you want to learn: the line on top.", ("goal",), _goal, "goal"),
    "what_i_bring": Shelf(
        "what I bring", "What you bring, each with a note that shows it.", ("asset",),
        lambda _own: "What I bring", "asset",
    ),
    "someone_said": Shelf(
        "what people said", "What people told you, and what you do with it.", ("feedback",), _said,
        "feedback",
    ),
    "long_looks": Shelf(
        "long look backs", "Look backs on weeks, months and twelve weeks, and the first page.",
        ("review",), _review,
    ),
}  # fmt: skip
"""By the name of the command that shows each."""


def shelf(name: str, records: Iterable[Record], today: date) -> list[Group]:
    """Return what stands on a shelf on the logical day `today`: its groups, each newest first."""
    wanted = SHELVES[name]
    groups: dict[str, list[Line]] = {}
    there = [each for each in records if each.kind in wanted.kinds and not each.trashed]
    for record in sorted(there, key=lambda each: (each.at, each.id), reverse=True):
        if heading := wanted.group(record.own):
            groups.setdefault(heading, []).append(_line(record, today))
    order = sorted(groups, key=lambda heading: heading in ("Parked", "Ended", "Let go", "Given up"))
    return [Group(heading, "", tuple(groups[heading])) for heading in order]


def _line(record: Record, today: date) -> Line:
    place = placed(record, today)
    if place:
        return Line(record, place.title, place.beside)
    shown = card(record, (), today)
    return Line(record, shown.title if shown else record.text, in_words(record.day, today))
