"""The projected copy: what was chosen, as plain words, and nothing else.

Everything after this works on the copy alone. It holds no record, no id, no moment, no version:
what was not chosen is not there to be written out by mistake.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from journal.dates.calendar import MONTHS, week_of
from journal.records.close import Close
from journal.records.excerpt import Choice, Chosen, Precision
from journal.records.experiment import Experiment
from journal.records.record import Record
from journal.sharing.select import chosen_text, there


class Passage(NamedTuple):
    """Words of the learner, and what else of them was chosen ("" or () where it was not)."""

    text: str
    when: str = ""
    sign: str = ""
    asked: str = ""
    tags: tuple[str, ...] = ()


class Card(NamedTuple):
    """A try: what the learner meant to do, what they expected, what came, and what was chosen."""

    plan: str
    expected: str = ""
    came: str = ""
    when: str = ""
    sureness: str = ""
    difference: str = ""
    because: str = ""
    teaches: str = ""


class Page(NamedTuple):
    """All that a coach is to learn of the journal; the fields are those of a choice."""

    question: str = ""
    help: tuple[str, ...] = ()
    not_for: str = ""
    since: str = ""
    since_cards: tuple[Card, ...] = ()
    passages: tuple[Passage, ...] = ()
    cards: tuple[Card, ...] = ()


def project(choice: Choice, records: Mapping[str, Record], today: date) -> Page:
    """Return the copy of what was chosen from `records`, by their ids.

    today  days of another year are given with their year
    Raises NoSuchRecord where something that was chosen is no longer there.
    """
    return Page(
        question=choice.question,
        help=tuple(word.value for word in choice.help),
        not_for=choice.not_for,
        since=choice.since,
        since_cards=tuple(_card(choice, there(records, id_), today) for id_ in choice.since_of),
        passages=tuple(
            _passage(choice, chosen, there(records, chosen.id), today) for chosen in choice.passages
        ),
        cards=tuple(_card(choice, there(records, id_), today) for id_ in choice.tries),
    )


def each_text(page: Page, change: Callable[[str], str]) -> Page:
    """Return `page` with every text in it as `change` returns it."""
    return cast(Page, _changed(page, change))


def texts(page: Page) -> list[str]:
    """Return every text on `page`, in its order."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    each_text(page, note)
    return found


def day_in_words(day: date, today: date, precision: Precision = Precision.DAY) -> str:
    """Return a day as exactly as it may be known: "19 November" or "week of 16 November"."""
    if precision is Precision.NONE:
        return ""
    if precision is Precision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if precision is Precision.WEEK:
        return f"week of {day_in_words(week_of(day)[0], today)}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def _passage(choice: Choice, chosen: Chosen, record: Record, today: date) -> Passage:
    shown = choice.fields
    allowed = {tag for tag in choice.tags if "tags" in shown}
    return Passage(
        text=chosen_text(record, chosen.part),
        when=day_in_words(record.day, today, choice.precision),
        sign=record.sign.value if record.sign and "sign" in shown else "",
        asked=_asked(record, chosen.part) if "asked" in shown else "",
        tags=tuple(tag for tag in record.tags if tag in allowed),
    )


def _asked(record: Record, part: int) -> str:
    """Return the question that a part of a look back answers, "" where it answers none."""
    if not isinstance(record.own, Close) or not 0 < part <= len(record.own.answers):
        return ""
    return record.own.answers[part - 1].wording


def _card(choice: Choice, record: Record, today: date) -> Card:
    own, shown = record.own, choice.fields
    assert isinstance(own, Experiment)  # noqa: S101 - what is chosen as a try is one
    sureness = f"{own.sureness} of 10" if own.sureness is not None else ""
    return Card(
        plan=plan_of(own),
        expected=own.prediction,
        came=own.happened,
        when=day_in_words(record.day, today, choice.precision),
        sureness=sureness if "sureness" in shown else "",
        difference=own.difference.value if own.difference and "difference" in shown else "",
        because=own.because if "because" in shown else "",
        teaches=own.teaches if "teaches" in shown else "",
    )


def plan_of(own: Experiment) -> str:
    """Return what was meant to be done; "If …, …" where the cue does not begin so itself."""
    if not own.cue:
        return own.response
    cue = own.cue if own.cue.lower().startswith(("if ", "when ")) else f"If {own.cue}"
    return f"{cue.rstrip(' ,.')}, {own.response}" if own.response else cue


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value) if value else value
    if hasattr(value, "_fields"):
        return type(value)(*(_changed(each, change) for each in value))
    return tuple(_changed(each, change) for each in value)
