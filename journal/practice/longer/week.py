"""The look back on a week: read it again, see what is open, one thing around, one focus."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.practice.longer.parts import Line, Section, finished, of_kind, row, shown, span_of
from journal.practice.loop.moves import since
from journal.practice.loop.stage_rows import placed
from journal.practice.tries import contexts, experiments
from journal.records.experiment import Experiment
from journal.records.item import Item, State
from journal.records.record import Record

MOST_SORTED = 5
"""So many questions are sorted in one week, at most."""

OLD = timedelta(weeks=4)
"""A note is shown again when it is at least so old."""

_ENDS = (State.SETTLED, State.KEPT_PRIVATE, State.SHARED, State.DROPPED)


def week(records: Sequence[Record], day: date) -> tuple[Section, ...]:
    """Return the sections of the look back on the week of `day`; empty ones are left out."""
    first, last = span_of("week", day)
    written = [each for each in of_kind(records, "note", "close") if first <= each.day <= last]
    context = contexts.offered(records, day)
    return shown(
        (
            Section("read", "Your week", tuple(row(each, day) for each in written), "week"),
            Section("ended", "What came to an end", tuple(_ended(records, first, last, day))),
            Section("open", "What is open", tuple(_open(records, day))),
            Section("sort", "To sort, if you like", tuple(_to_sort(records, day)), asks="Move it?"),
            Section(
                "quiet", "Tries that have gone quiet", tuple(_quiet(records, day)),
                asks="Keep it, make it smaller, or let it go?",
            ),
            Section("around", f"Around you: {contexts.AROUND[context]}", (), "context"),
            Section("again", "An old note", tuple(_again(records, first))),
            Section("principle", "How you learn", (), "principle"),
            Section("focus", "Next week", (), "focus"),
        )
    )  # fmt: skip


def _ended(records: Sequence[Record], first: date, last: date, day: date) -> list[Line]:
    return [
        row(record, day)
        for record in of_kind(records, "item", "experiment")
        if (on := _ended_on(record)) and first <= on <= last
    ]


def _ended_on(record: Record) -> date | None:
    own = record.own
    if isinstance(own, Experiment):
        return own.reviewed
    passage = since(own) if isinstance(own, Item) and own.state in _ENDS else None
    return passage.at.date() if passage else None


def _open(records: Sequence[Record], day: date) -> list[Line]:
    kinds = ("item", "experiment", "plan")
    return [row(each, day) for each in of_kind(records, *kinds) if placed(each, day)]


def _to_sort(records: Sequence[Record], day: date) -> list[Line]:
    """Return the questions that have been made sense of for longest without a move."""
    waiting = [
        (passage.at if (passage := since(record.own)) else record.at, record.id, record)
        for record in of_kind(records, "item")
        if isinstance(record.own, Item) and record.own.state is State.SENSING
    ]
    return [row(record, day) for _, _, record in sorted(waiting, key=lambda each: each[:2])][
        :MOST_SORTED
    ]


def _quiet(records: Sequence[Record], day: date) -> list[Line]:
    """Return the tries that went quiet since the last finished look back on a week: asked once."""
    asked = max((record.day for record in finished(records, "week")), default=date.min)
    return [
        row(record, day)
        for record in of_kind(records, "experiment")
        if (since_ := experiments.quiet_since(record, day)) and since_ > asked
    ]


def _again(records: Sequence[Record], first: date) -> list[Line]:
    """Return one plain old note, the same all week; those with a sign or a star speak anyway."""
    plain = [
        record
        for record in of_kind(records, "note")
        if record.day <= first - OLD and not record.sign and not record.starred
    ]
    number = first.toordinal() // 7 * 7919  # prime: the weeks go through the notes in leaps
    return [row(plain[number % len(plain)], first)] if plain else []
