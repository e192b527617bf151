"""Longer look backs, one line at a time: what they show, then their questions."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from journal.cli.look_back.gathering import past_day
from journal.cli.look_back.lines import Lines
from journal.cli.look_back.longer import Longer, begun, gone_through, has_words, sections_of
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back, Leaving
from journal.practice.deeds.deed import Deed
from journal.practice.longer.parts import Section
from journal.practice.longer.reviews import enough
from journal.records.record import Record

HOW = "Enter alone skips, :enough keeps and finishes, :later stops and keeps."
OPENINGS = {
    "week": "Look back on the week.",
    "month": "Look back on the month.",
    "quarter": "Look back on twelve weeks.",
    "first": "The first page: how you go about learning, just now.",
}


AGAIN = {"week": ":week", "month": ":month", "quarter": ":quarter", "first": ":first page"}
"""What goes on with each."""


class _Stopped(Exception):
    """The learner ends it here; `done` says whether it is finished."""

    def __init__(self, *, done: bool) -> None:
        super().__init__()
        self.done = done


def look_longer(span: str, talk: Talk, typed: str) -> None:
    """Look back on a week, a month or twelve weeks: read what it shows, then answer."""
    day = past_day(talk.voice, typed) if typed else talk.voice.today
    talk.say(f"{OPENINGS[span]} {HOW}")
    shown = [part for part in sections_of(talk.voice, span, day) if part.lines]
    talk.read_list([e for part in shown for e in entries_under(f"{part.heading}:", part.lines)])
    _answer(talk, span, day)


def _answer(talk: Talk, span: str, day: date) -> None:
    """Ask, and keep what was answered however it ends. Raises Leaving."""
    longer = begun(talk.voice, span, day)
    stopped: list[_Stopped | Leaving | KeyboardInterrupt] = []

    def ask(question: str) -> str | None:
        try:
            return _heard(talk, question)
        except (_Stopped, Leaving, KeyboardInterrupt) as end:
            stopped.append(end)
            return None

    lines = Lines(talk.voice, ask, partial(_say_heading, talk), partial(_save, talk))
    after = gone_through(longer, lines, ask, talk.say)
    end = stopped[0] if stopped else None
    is_done = not end or (isinstance(end, _Stopped) and end.done)
    _keep(talk, longer, after, is_done=is_done)
    if end and not isinstance(end, _Stopped):
        raise end


def _heard(talk: Talk, question: str) -> str:
    """Return what was answered. Raises _Stopped and Leaving."""
    while True:
        try:
            typed = talk.voice.answer(question, "enough", "done", "later", "skip", "more")
        except Back:
            raise _Stopped(done=False) from None
        if typed.command == "more":
            if talk.has_more:
                talk.go_on()
        elif typed.command in ("enough", "done", "later"):
            raise _Stopped(done=typed.command != "later")
        else:
            return "" if typed.command else typed.text


def _say_heading(talk: Talk, section: Section) -> None:
    talk.say(section.heading)


def _save(talk: Talk, made: Sequence[Record], deed: Deed) -> None:
    """Keep what was done with a line, and say so."""
    talk.save_all(made, deed.op, "\n\n".join(record.text for record in made))
    talk.say(f"Kept: {deed.words}.")


def _keep(talk: Talk, before: Longer, after: Longer, *, is_done: bool) -> None:
    record = enough(after.record) if is_done else after.record
    if record == before.record or not has_words(after.review):
        if not after.moved:
            talk.say("Nothing was written, and nothing was kept.")
        return
    talk.save(record, "review", record.text)
    talk.say("Kept." if is_done else f"Kept for later; {AGAIN[after.review.span]} goes on with it.")
