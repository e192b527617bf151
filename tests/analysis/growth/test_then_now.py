"""Then and now: the order of trust, and that nothing is put together that does not belong."""

from journal.analysis.growth.first_page import first_page as pages
from journal.analysis.growth.material import Material
from journal.analysis.growth.then_now import Pair, pairs
from journal.practice.marks import pair
from journal.records.belief import Belief, Revision
from journal.records.close import Answer, Close
from journal.records.record import Record
from tests.analysis.growth.making import close, day, first_page, kept, note, when


def found(*records: Record, today: int = 80) -> list[Pair]:
    return pairs(Material(records, day(today)))


def answered(number: int, text: str, wording: str, level: str = "full", version: int = 1) -> Record:
    return kept(Close(answers=(Answer("daily/cause", version, wording, level, text),)), number)


def test_in_the_order_of_trust() -> None:
    one, other = note("I guessed at the valve.", 2), note("I asked about the valve.", 60)
    put = pair(one, other, when(61), why="the same valve")
    revised = Revision(day(40), "I think a", "I think b", "saw")
    records = [
        kept(put.own, 61),
        note("Ask first.", 3, starred=True), note("Ask twice.", 50, starred=True),
        kept(Belief("I think b", revisions=(revised,)), 1),
        answered(4, "It was the pump again", "What led to it?"),
        answered(55, "I had not asked before", "What led to it?"),
        first_page("I watch and then try alone", 1), first_page("I ask and then try it", 70),
        one, other,
    ]  # fmt: skip

    kinds = [(each.kind, each.about) for each in found(*records)]

    assert kinds == [
        ("question", "How do you go about learning something new at work, just now?"),
        ("question", "What led to it?"), ("belief", ""), ("own", ""), ("star", ""),
    ]  # fmt: skip


def test_a_question_that_has_faded_is_the_same_question() -> None:
    [both] = found(
        answered(1, "It was the pump again", "What led to it?"),
        answered(30, "I had not asked before", "Cause", "word"),
    )

    assert both.about == "What led to it?"
    assert (both.then.day, both.now.words) == (day(1), "I had not asked before")


def test_a_question_that_was_reworded_is_another_one() -> None:
    early = answered(1, "It was the pump again", "What led to it?")

    assert found(early, answered(30, "I had not asked before", "Why so?", version=2)) == []


def test_what_lies_close_together_or_is_about_one_day_makes_no_pair() -> None:
    near = [answered(1, "It was the pump again", "Why?"), answered(20, "It was not it", "Why?")]
    facts = [
        close(1, happened="The pump stopped twice."),
        close(60, happened="The riser was late."),
    ]

    assert found(*near) == []
    assert found(*facts) == []


def test_words_are_found_in_their_record() -> None:
    late = first_page("I ask and then try it", 70)
    [both] = found(first_page("I watch and then try alone", 1), late)

    assert late.text[both.now.start : both.now.end] == both.now.words


def test_a_pair_that_was_made_is_of_the_words_that_were_chosen() -> None:
    one, other = note("It rained. I guessed at the valve.", 2), note("I asked.", 60)
    put = pair(one, other, when(61), then_span=(11, 34))

    [both] = found(one, other, kept(put.own, 61))

    assert (both.then.words, both.now.words) == ("I guessed at the valve.", "I asked.")


def test_imported_notes_count_from_the_first_day() -> None:
    about = ["Order the brass valve.", "The brass valve leaks.", "Brass valve again, it leaks.",
             "A brass valve on the riser.", "Took the brass valve apart."]  # fmt: skip
    imported = [note(text, number * 12, extra={"uuid": "x"}) for number, text in enumerate(about)]

    [both] = found(*imported, today=48)

    assert (both.kind, both.about) == ("theme", "brass valve")
    assert (both.then.words, both.now.words) == (about[0], about[-1])


def test_the_first_page_is_offered_at_first_and_in_weeks_six_and_twelve() -> None:
    first, again = first_page("I watch", 0), first_page("I ask", 36)

    def offered(today: int, *records: Record) -> bool:
        return pages(Material(records, day(today))).is_offered

    assert offered(0)
    assert not offered(34, first)
    assert offered(35, first)
    assert not offered(40, first, again)
    assert offered(77, first, again)
    assert not offered(90, first, again, first_page("I ask first", 80))
