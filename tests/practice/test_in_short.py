"""A record in a word and a line, where records of several kinds stand together."""

from datetime import UTC, datetime
from typing import Any

import pytest

from journal.practice.finding.library import APART
from journal.practice.telling.in_short import in_short, words_of, words_of_day
from journal.records.asset import Asset
from journal.records.belief import Belief
from journal.records.close import Answer, Close
from journal.records.context import ContextMove
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.item import Item, State
from journal.records.kinds import KINDS, type_of
from journal.records.plan import Plan
from journal.records.record import Record
from journal.records.review import Review

AT = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
TRY = Experiment(cue="a call drifts", response="ask for it", prediction="fewer calls.", sureness=7)


def record(text: str = "", own: Any = None) -> Record:
    made = Record("", AT, "UTC", AT.date(), text)
    return made._replace(own=own) if own is not None else made


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (TRY, "Try: If a call drifts, I'll ask for it"),
        (Experiment(response="ask for it"), "Try: I'll ask for it"),
        (Plan("a call drifts", "ask for it"), "Try: If a call drifts, I'll ask for it"),
        (ContextMove(noticed="The clock is in sight"), "Around me: The clock is in sight"),
        (Item("Why twice?"), "Question: Why twice?"),
        (Item("Ask first.", state=State.SETTLED), "Lesson: Ask first."),
        (Belief("I think that a nod is for me"), "Lesson: I think that a nod is for me"),
        (Goal("Learning how to listen"), "Goal: Learning how to listen"),
        (Asset("patience"), "What I bring: patience"),
        (Feedback("Go slower.", who="Ana"), "Ana said: Go slower."),
        (Feedback("Go slower."), "Someone said: Go slower."),
        (Review("week", AT.date(), AT.date()), "Looked back on a week"),
    ],
)
def test_everything_but_a_note_says_in_a_word_what_it_is(own: Any, said: str) -> None:
    assert words_of(record(own=own)) == said


def test_a_note_says_its_own_words() -> None:
    assert in_short(record("Drew it first")) == ("", ())
    assert words_of(record("Drew it first\nand then")) == "Drew it first"


def test_a_try_says_what_was_expected_too() -> None:
    assert in_short(record(own=TRY)).lines[1] == "I expected: fewer calls (7 of 10)"


def test_a_day_is_known_by_its_first_note_and_without_one_by_what_it_has() -> None:
    a_try, a_note = record(own=TRY), record("Drew it first")
    look_back = record("It moved", own=Close(answers=(Answer("a", 1, "What?", "full", "It."),)))
    assert words_of_day([a_try, look_back, a_note]) == "Drew it first"
    assert words_of_day([a_try, look_back]).startswith("Try: ")
    assert words_of_day([look_back]) == "Looked back: It moved"
    assert words_of_day([]) == ""


def test_every_kind_that_stands_on_a_day_says_what_it_is() -> None:
    apart = {"note", *APART}
    spans: dict[str, Any] = {"review": Review("month", AT.date(), AT.date())}
    for kind in set(KINDS) - apart:
        fields: Any = type_of(kind)
        assert in_short(record(own=spans.get(kind) or fields())).word, kind
