"""The place Loop: four stages, what is in them, and one short line beside each."""

from journal.practice.loop.moves import move
from journal.practice.loop.needs import Given
from journal.practice.loop.questions import new_question
from journal.practice.loop.stages import Loop, stages
from journal.practice.mind.beliefs import add_evidence, give_up, new_belief
from journal.practice.tries.experiments import look_at
from journal.practice.tries.plans import answer, become, new_plan
from journal.practice.tries.what_next import decide
from journal.records.item import State
from journal.records.record import Record
from tests.practice.making import ANSWERED, day, kept, question, running, when


def rows(loop: Loop) -> dict[str, list[tuple[str, str]]]:
    return {part.name: [(row.title, row.beside) for row in part.rows] for part in loop.parts}


def at(*states: State, words: str = "Why twice?") -> Record:
    record = question(words)
    for number, each in enumerate(states):
        bare = Given(people=("Ana",), words="") if each is State.SENSING else ANSWERED
        record = move(record, each, bare, when(number), [running()])
    return record


def test_the_stages_are_always_there_in_their_order() -> None:
    loop = stages([], day(0))

    assert [part.name for part in loop.parts] == ["Seek", "Sense", "Try", "Share"]
    assert loop.kept == ""


def test_each_thing_has_its_stage_and_a_short_line() -> None:
    belief = add_evidence(kept(new_belief(when(0), "Checklists hide")), day(0), "for", "the ward")
    plan = answer(kept(new_plan(when(0), "a call drifts", "ask")), day(1), came_up=True, tried=True)
    there = [
        question("Noted"), at(State.SENSING, words="Sensed"), belief, plan, running(),
        at(State.SENSING, State.SETTLED, State.READY, State.SHARED, words="Shared"),
    ]  # fmt: skip

    assert rows(stages(there, day(1))) == {
        "Seek": [("Noted", "since yesterday")],
        "Sense": [
            ("Sensed", "needs your own words"),
            ("Checklists hide", "1 for, 0 against"),
        ],
        "Try": [
            ("ask for it", "look again today"),
            ("If a call drifts → ask", "came up once"),
        ],
        "Share": [("Shared", "passed on to the team")],
    }


def test_sources_and_people_stand_beside_what_is_sought() -> None:
    asked = move(question("How"), State.SEEKING, Given(people=("Ana",)), when(0))
    none = move(question("Who"), State.SEEKING, Given(none_found=True), when(0))
    new = kept(new_question("When", when(1, hour=11)))
    begun = move(question("Where"), State.SEEKING, Given(), when(0))

    assert sorted(rows(stages([asked, none, new, begun], day(1)))["Seek"]) == [
        ("How", "one source, Ana"),
        ("When", "since 11:00 today"),
        ("Where", "asking around"),
        ("Who", "looked, none found"),
    ]


def test_a_try_says_where_it_is() -> None:
    looked = look_at(running(), day(1), "partly")

    assert rows(stages([looked], day(1)))["Try"] == [("ask for it", "looked at. What next?")]
    assert rows(stages([running()], day(40)))["Try"] == [("ask for it", "has gone quiet")]
    assert rows(stages([running(4)], day(4)))["Try"] == [
        ("ask for it", "look again Monday 9 March")
    ]  # fmt: skip


def test_what_has_ended_is_in_no_stage() -> None:
    ended = [
        at(State.DROPPED), decide(look_at(running(), day(1), "partly"), "adopt", when(1))[0],
        become(kept(new_plan(when(0), "a", "b")), "let go", day(1)),
        give_up(kept(new_belief(when(0), "so")), "saw another", day(1)),
        question()._replace(trashed=True),
    ]  # fmt: skip

    assert not any(rows(stages(ended, day(1))).values())


def test_what_is_kept_and_parked_is_one_line() -> None:
    kept_ = [at(State.SENSING, State.SETTLED), at(State.SENSING, State.SETTLED, State.KEPT_PRIVATE)]
    aside = [at(State.PARKED)]

    assert stages([*kept_, *aside], day(1)).kept == "2 lessons kept, 1 parked"
    assert stages(kept_[:1], day(1)).kept == "1 lesson kept"


def test_the_newest_move_stands_first() -> None:
    first, second = question("first", 0), question("second", 1)
    assert [title for title, _ in rows(stages([first, second], day(2)))["Seek"]] == [
        "second", "first"
    ]  # fmt: skip

    moved = move(first, State.SEEKING, ANSWERED, when(2))
    assert rows(stages([moved, second], day(2)))["Seek"][0][0] == "first"
