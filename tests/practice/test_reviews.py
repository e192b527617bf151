"""Longer look backs: what a week, a month and twelve weeks show and ask, and how they are kept."""

from collections.abc import Sequence

import pytest

from journal.errors import Usage
from journal.practice.longer import reviews
from journal.practice.longer.earlier import on_this_day, same_week
from journal.practice.longer.gaps import gaps
from journal.practice.longer.parts import Section, span_of
from journal.practice.longer.quarter import aspect, side_by_side
from journal.practice.loop.moves import move
from journal.practice.mind import beliefs, feedbacks, goals
from journal.practice.noting import new_note
from journal.records.goal import Goal
from journal.records.item import State
from journal.records.record import Record, Sign
from journal.records.review import Review
from tests.practice.lookbacks import PACKS
from tests.practice.making import ANSWERED, day, kept, question, running, when


def note(words: str, number: int, sign: Sign | None = None) -> Record:
    at = when(number)
    return kept(new_note(words, at.at, at.zone, at.day, sign=sign))


def section(found: Sequence[Section], id_: str) -> list[str]:
    return [line.words for each in found if each.id == id_ for line in each.lines]


def review(record: Record) -> Review:
    assert isinstance(record.own, Review)
    return record.own


def test_a_week_is_read_again_with_what_ended_and_what_is_open() -> None:
    lesson = move(question("Ended"), State.SENSING, ANSWERED, when(8))
    lesson = move(lesson, State.SETTLED, ANSWERED, when(9))
    there = [note("this week", 8), note("last week", 3), lesson, question("Open")]

    found = reviews.sections("week", there, day(10))

    assert section(found, "read") == ["this week"]
    assert section(found, "ended") == ["Ended"]
    assert section(found, "open") == ["Open"]
    assert [each.step for each in found if each.step] == ["week", "context", "principle", "focus"]


def test_five_questions_at_most_are_to_be_sorted_the_stillest_first() -> None:
    there = [
        move(question(f"Q{number}"), State.SENSING, ANSWERED, when(number))
        for number in reversed(range(8))
    ]

    assert section(reviews.sections("week", there, day(9)), "sort") == [f"Q{n}" for n in range(5)]


def test_a_try_that_went_quiet_is_asked_about_once() -> None:
    quiet = running(0)
    asked = kept(reviews.enough(reviews.begin("week", when(18))))

    assert section(reviews.sections("week", [quiet], day(18)), "quiet") == ["ask for it"]
    assert section(reviews.sections("week", [quiet, asked], day(25)), "quiet") == []


def test_one_plain_old_note_comes_back_the_same_all_week() -> None:
    there = [note(f"plain {n}", n) for n in range(3)] + [note("signed", 1, Sign.STUCK)]

    weeks = [section(reviews.sections("week", there, day(n)), "again") for n in range(42, 70)]

    assert all(len(found) == 1 and found[0].startswith("plain") for found in weeks)
    assert all(weeks[n] == weeks[n - n % 7] for n in range(28))
    assert len({found[0] for found in weeks}) == 3
    assert section(reviews.sections("week", there, day(20)), "again") == []


def test_a_month_keeps_the_way_apart_from_the_outcome() -> None:
    goal = Record("g", when(0).at, "UTC", day(0), "", Goal("Learning how to ask"))
    goal = goals.with_signs(goal, ("I pause",), "fewer calls")
    goal = goals.observe(goal, day(3), "I pause", "twice on Thursday")
    belief = kept(beliefs.new_belief(when(0), "lists hide"))
    belief = beliefs.revise(belief, "long lists hide", "the ward", day(4))
    said = feedbacks.decide(
        kept(feedbacks.new_feedback(when(0), "You interrupt", "Ana")), "park", "not now", day(5)
    )

    found = reviews.sections("month", [goal, belief, said], day(20))

    assert section(found, "leading") == ["I pause"]
    assert section(found, "lagging") == ["fewer calls"]
    assert section(found, "minds") == ["lists hide → long lists hide"]
    assert section(found, "said") == ["Ana: You interrupt"]
    assert section(found, "doubt") == ["long lists hide"]
    assert [each.step for each in found if each.step] == ["month", "pulse"]
    assert [each.id for each in found if each.asks] == ["leading", "lagging", "doubt"]


def test_twelve_weeks_stand_beside_the_last_ones_heading_by_heading() -> None:
    heading = "Safe to try and be wrong"
    begun = reviews.begin("quarter", when(0))
    then = kept(reviews.with_snapshot(begun, [aspect(heading, "said it aloud", "mixed"),
                                              aspect("Other")]))  # fmt: skip

    found = reviews.sections("quarter", [then], day(84), PACKS)

    [line] = [line for each in found for line in each.lines if line.words == heading]
    assert line.beside == "then, mixed: said it aloud"
    assert len(section(found, "snapshot")) == 6
    assert len(review(then).snapshot) == 1


def test_snapshots_with_other_headings_still_meet() -> None:
    [one, two, three] = side_by_side([aspect("a", "x"), aspect("b")], [aspect("c"), aspect("a")])

    assert (one.heading, one.then) == ("c", None)
    assert (two.heading, two.then) == ("a", aspect("a", "x"))
    assert (three.heading, three.now) == ("b", None)


@pytest.mark.parametrize("span", ["week", "month", "quarter", "first"])
def test_a_look_back_asks_one_of_each_family_and_others_the_next_time(span: str) -> None:
    asked = reviews.questions(span, PACKS, [], day(0))
    keys = [prompt.key for prompt in asked]
    free = [prompt for prompt in asked if prompt.step not in ("pulse", "snapshot")]
    begun = reviews.begin(span, when(0), asked)

    done = kept(reviews.answered(begun, asked, {prompt.key: "words" for prompt in free}))

    assert len(set(keys)) == len(keys) > 0
    assert len({prompt.family for prompt in asked}) == len(asked)
    assert review(done).left == ()
    assert done.text.count("words") == len(free)
    if span == "week":
        again = reviews.questions(span, PACKS, [done], day(7))
        assert not {p.key for p in again if p.family == "reading"} & set(keys)


def test_an_answer_can_be_changed_taken_off_and_is_never_lost() -> None:
    asked = reviews.questions("week", PACKS, [], day(0))
    first, second = asked[0].key, asked[1].key
    begun = reviews.answered(reviews.begin("week", when(0), asked), asked, {second: "later"})
    both = reviews.answered(begun, asked, {first: "sooner"})

    assert [answer.text for answer in review(both).answers] == ["sooner", "later"]
    assert review(reviews.answered(both, asked, {second: " "})).answers[-1].text == "sooner"
    with pytest.raises(Usage, match="no question"):
        reviews.answered(both, asked, {"week/nothing": "words"})


def test_the_pulse_is_six_sentences_each_with_its_own_answer() -> None:
    asked = [each for each in reviews.questions("month", PACKS, [], day(0)) if each.step == "pulse"]
    record = reviews.begin("month", when(0), asked)
    for prompt in asked:
        record = reviews.with_pulse(record, prompt, "partly")

    assert len(review(record).pulse) == 6
    assert len(review(reviews.with_pulse(record, asked[0], "")).pulse) == 5
    with pytest.raises(Usage):
        reviews.with_pulse(record, asked[0], "always")


def test_the_days_of_each_span() -> None:
    assert span_of("week", day(2)) == (day(0), day(6))
    assert span_of("quarter", day(2)) == (day(-77), day(6))
    assert span_of("month", day(2))[0] == day(-1)
    with pytest.raises(Usage):
        reviews.begin("year", when(0))


def test_this_day_and_this_week_before_and_the_gaps() -> None:
    there = [note("a year", -365), note("a quarter", -90), note("today", 0), note("tuesday", 1)]

    assert [each.words for each in on_this_day(there, day(0))] == ["a year ago"]
    assert [each.records[0].text for each in same_week(there, day(0))] == ["a quarter"]
    assert [gap.day for gap in gaps(there, day(0), day(7))] == [day(2), day(3), day(4), day(7)]
    assert gaps(there, day(3), day(1)) == []
    assert gaps([], day(0), day(7)) == [], "nothing was begun, so nothing is missing"
