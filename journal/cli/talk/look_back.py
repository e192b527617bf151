"""The look back one line at a time: how it begins, anew or where it was interrupted."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from journal.cli.look_back.gathering import earlier, notes_for, packs, past_day, waits_a_try
from journal.cli.talk import left
from journal.cli.talk.holding import Another, Holding
from journal.cli.talk.sitting import Sitting
from journal.cli.talk.state import Talk
from journal.dates import in_words
from journal.practice.look_back.close import FORMS, Question, manner_of, plan, remaining
from journal.practice.look_back.prompts import Pack, by_key
from journal.practice.look_back.resuming import to_go_on_with
from journal.records.close import Close
from journal.records.record import Record

HOW = "Enter alone skips, :later stops and keeps, :why says why."
OPENINGS = {
    "five": f"Five questions. {HOW}",
    "minute": f"One minute: one question, and a line for tomorrow. {HOW}",
    "page": "A page, no questions. Every line is part of it; :done keeps it, :later stops, too.",
    "heavy": f"One kind question, then you are done. {HOW}",
}
OTHER_FORMS = "Or :l minute, :l page, :l heavy, :l and another day; or :back for not today."
ANEW = "new"
SHORTER = "shorter"
"""The setting look_backs of somebody who would rather begin with one minute."""


def look_back(talk: Talk, typed: str) -> None:
    """Look back: on today in five minutes, or in the form and on the day that are named."""
    while True:
        try:
            holding = _gone_on_with(talk) if not typed else None
            holding = holding or _begun(talk, typed)
            holding.run()
        except Another as other:
            typed = other.typed
        else:
            return


def _form_and_day(talk: Talk, typed: str) -> tuple[str, date]:
    """Return what `:l minute yesterday` asks for. Raises Usage."""
    words = [word for word in typed.split() if word.lower() != ANEW]
    usual = "minute" if talk.voice.settings.look_backs == SHORTER else "five"
    form = next((word.lower() for word in words if word.lower() in FORMS), usual)
    named = " ".join(word for word in words if word.lower() not in FORMS)
    return form, past_day(talk.voice, named) if named else talk.voice.today


def _gone_on_with(talk: Talk) -> Holding | None:
    """Return the look back that was interrupted, if the learner wants to go on with it."""
    left.put_look_backs_into_journal(talk)
    closes = earlier(talk.voice)
    record = to_go_on_with(closes, talk.voice.today)
    if record is None:
        return None
    own = cast(Close, record.own)
    day = in_words(record.day, talk.voice.today)
    question = f"The look back on {day} was interrupted. Go on with it? yes, or no for a new one."
    if not talk.voice.confirmed(question):
        return None
    others = [close for close in closes if close.id != record.id]
    found = packs(talk.voice)
    questions = remaining(own, found, others)
    talk.say(f"Going on with {day}. {OPENINGS[own.form]}")
    return Holding(talk, Sitting(record, [], questions, None), _steps(own, found))


def _steps(close: Close, found: Sequence[Pack]) -> list[str]:
    prompts = by_key(found)
    return [prompts[a.prompt].step for a in close.answers if a.prompt in prompts]


def _begun(talk: Talk, typed: str) -> Holding:
    form, day = _form_and_day(talk, typed)
    voice, now = talk.voice, talk.journal.clock.now()
    closes = earlier(voice)
    notes = notes_for(voice, closes, day, now)
    record = Record("", now, talk.journal.clock.zone, day, "", Close(form=form))
    manner = manner_of(voice.settings)
    found, waits = packs(voice), waits_a_try(voice, day)

    def ask(wanted: Sequence[Record], picked: str) -> list[Question]:
        return plan(
            found, form, wanted, closes, day, picked=picked, due_experiment=waits, manner=manner
        )

    talk.say(f"Look back on {_title(day, voice.today)}. {OPENINGS[form]}")
    if also := f"{_counted(notes)}{'' if typed else OTHER_FORMS}".strip():
        talk.say(also)
    return Holding(talk, Sitting(record, notes, ask(notes, ""), ask), [])


def _title(day: date, today: date) -> str:
    return f"{day:%A}" if (today - day).days in (0, 1) else in_words(day, today)


def _counted(notes: Sequence[Record]) -> str:
    many = f"{len(notes)} note{'' if len(notes) == 1 else 's'}"
    return f"{many} to look back on; :notes reads them. " if notes else ""
