"""The look back on a month: goals, the way apart from the outcome; minds changed; a doubt."""

from collections.abc import Iterable, Sequence
from datetime import date

from journal.practice.longer.parts import Line, Section, of_kind, shown, span_of
from journal.practice.mind import beliefs, feedbacks
from journal.practice.mind.goals import Panel, panels
from journal.records.belief import Belief
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.record import Record


def month(records: Sequence[Record], day: date) -> tuple[Section, ...]:
    """Return the sections of the look back on the month of `day`; empty ones are left out."""
    first, last = span_of("month", day)
    doubted = beliefs.to_doubt(records)
    return shown(
        (
            *_goals(records, first, last),
            Section("minds", "What you think otherwise now", tuple(_minds(records, first, last))),
            Section("said", "What people said", tuple(_said(records, first, last))),
            Section(
                "doubt", "Where would this break first?",
                tuple(Line(each, each.text.split("\n")[0]) for each in (doubted,) if each),
                asks="Where would it break first?" if doubted else "",
            ),
            Section("month", "The month as it was", (), "month"),
            Section("pulse", "Six sentences, each yes, partly or no", (), "pulse"),
        )
    )  # fmt: skip


def _goals(records: Sequence[Record], first: date, last: date) -> Iterable[Section]:
    """Yield for each goal one section on the way there and one on the outcome, never together."""
    for record in of_kind(records, "goal"):
        if isinstance(record.own, Goal) and record.own.state == "active":
            apart = panels(record.own, first, last)
            way, outcome = _lines(record, apart.leading), _lines(record, apart.lagging)
            yield Section("leading", f"{record.own.aim}: on the way", way, asks="What did you see?")
            yield Section("lagging", f"{record.own.aim}: the outcome", outcome, asks="And now?")


def _lines(record: Record, signs: Iterable[Panel]) -> tuple[Line, ...]:
    return tuple(
        Line(record, panel.sign, each.words if each else "nothing noted")
        for panel in signs
        for each in panel.seen or (None,)
    )


def _minds(records: Sequence[Record], first: date, last: date) -> list[Line]:
    return [
        Line(record, revision.turned, revision.why)
        for record in of_kind(records, "belief")
        if isinstance(record.own, Belief)
        for revision in record.own.revisions
        if first <= revision.on <= last
    ]


def _said(records: Sequence[Record], first: date, last: date) -> list[Line]:
    return [
        Line(record, feedbacks.spoken(record), _decision(record.own))
        for record in of_kind(records, "feedback")
        if isinstance(record.own, Feedback)
        and record.own.decided
        and first <= record.own.decided <= last
    ]


def _decision(own: Feedback) -> str:
    return f"{feedbacks.IN_WORDS.get(own.decision, own.decision)}: {own.why}"
