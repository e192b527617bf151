"""The look back, one line at a time."""

import signal
from datetime import timedelta

import pytest

from tests.cli.home import Home
from tests.cli.talking import (
    WORDS_FOR_CODE,
    answers,
    assert_plain,
    begin,
    look_backs,
    numbers,
    records,
    talk,
    texts,
)
from tests.cli.test_streams import no_room

ENTER = [""] * 15


@pytest.mark.parametrize("way", [":l", ":look back", ":l five"])
def test_it_begins_at_once_with_five_numbered_steps(home: Home, way: str) -> None:
    home.add("a note")
    said = talk(home, way, *ENTER).splitlines()
    at = said.index(
        "Look back on Tuesday. Five questions. "
        "Enter alone skips, :later stops and keeps, :why says why."
    )
    assert said[at + 1].startswith("1 note to look back on; :notes reads them.")
    assert said[at + 2] == "1 of 5. What moved today, even a little?"
    assert numbers("\n".join(said)) == [f"{n} of 5" for n in range(1, 6)]


def test_enter_alone_walks_through_it(home: Home) -> None:
    said = talk(home, ":l", *ENTER)
    assert "Kept. Done for today." in said
    assert numbers(said) == [f"{n} of 5" for n in range(1, 6)]
    [record] = look_backs(home)
    assert (record["answers"], record["left"], record["form"]) == ([], [], "five")


def test_a_whole_one_with_a_picked_note(home: Home) -> None:
    home.add("first")
    second = home.add("? why does it find more")
    said = talk(
        home, ":l", ":notes", "it moved", "::) helped", "2", "it happened", ":why", "typos",
        "no matter", "a question answered", "If it comes up, I'll ask", "fewer rounds", "Ring Ann",
    )  # fmt: skip
    assert "2. 09:02, question: why does it find more" in said
    assert "You picked 09:02, question: why does it find more" in said
    assert "For example: " in said
    assert "Asked because you marked this as a question." in said
    [record] = look_backs(home)
    given = answers(record)
    assert (given["moved"], given["brought"], given["happened"]) == (
        "it moved",
        ":) helped",
        "it happened",
    )
    assert (record["picked"], record["tomorrow"], record["left"]) == (second, "Ring Ann", [])
    assert not WORDS_FOR_CODE.search(said)


def test_what_is_no_number_answers_the_question_after_the_notes(home: Home) -> None:
    home.add("a note")
    said = talk(home, ":l", "", "", "the reviewer found three", ":later")
    assert "Taken as the answer to: What happened?" in said
    assert answers(look_backs(home)[0]) == {"happened": "the reviewer found three"}
    assert "There is no note with that number." in talk(home, ":l new", "", "", "7", ":back", ":q")


def test_a_note_can_be_set_aside(home: Home) -> None:
    first = home.add("- first")
    home.add("second")
    said = talk(
        home, ":l", ":aside 1", ":notes", ":aside 2", ":aside 2", ":aside x", "one", ":enough", ""
    )
    assert "Number 1 is set aside." in said
    assert "1. 09:01, stuck: first, set aside" in said
    assert "Number 2 is taken in again." in said
    assert "There is no note with that number." in said
    assert look_backs(home)[0]["aside"] == [first]


def test_back_keeps_what_was_written_and_skip_takes_it_out(home: Home) -> None:
    said = talk(
        home, ":l", "one", "two", ":back", ":back", "", "two anew", ":back", ":skip", ":later"
    )
    assert "You wrote: “one”. Enter keeps it." in said
    assert list(answers(look_backs(home)[0]).values()) == ["one"]
    said = talk(home, ":l", "no", ":back", "after it", "")
    assert "Nothing was written, and nothing was kept." in said
    assert texts(home) == ["after it"]


@pytest.mark.parametrize(
    ("way", "typed", "form"),
    [
        (":l minute", ["one", "Ring Ann"], "minute"),
        (":l heavy", ["one"], "heavy"),
        (":l page", ["one", "", "::three", ":done"], "page"),
    ],
)
def test_the_shorter_forms(home: Home, way: str, typed: list[str], form: str) -> None:
    said = talk(home, way, *typed)
    assert "Kept. Done for today." in said
    [record] = look_backs(home)
    assert (record["form"], record["left"]) == (form, [])
    text = "one\n\n:three" if form == "page" else "one"
    assert list(answers(record).values()) == [text]
    assert numbers(said) == []


def test_another_form_can_be_chosen_until_something_is_written(home: Home) -> None:
    talk(home, ":l", ":l minute", "one", ":l page", "Ring Ann")
    [record] = look_backs(home)
    assert (record["form"], record["tomorrow"]) == ("minute", "Ring Ann")


def test_another_day_is_looked_back_on(home: Home) -> None:
    home.add("--at", "2026-11-20 10:00", "on Friday")
    said = talk(home, ":l minute friday", ":notes", "one", "", ":l tomorrow", ":l nonsense")
    assert "Look back on Friday." in said
    assert "1. 10:00: on Friday" in said
    assert "That day has not come yet." in said
    assert look_backs(home)[0]["day"] == "2026-11-20"


def test_enough_keeps_and_asks_for_the_line_for_tomorrow(home: Home) -> None:
    said = talk(home, ":l", "one", ":enough", "Ring Ann", ":l new", ":enough")
    assert "Kept. Done for today." in said
    assert "Nothing was written, and nothing was kept." in said
    [record] = look_backs(home)
    assert (record["left"], record["tomorrow"]) == ([], "Ring Ann")


@pytest.mark.parametrize("end", [[":later"], [":q"], []])
def test_however_it_is_left_it_goes_on_from_there(home: Home, end: list[str]) -> None:
    talk(home, ":l", "one", "two", *end)
    [record] = look_backs(home)
    assert record["left"]
    assert home.run("status", "--json").json["interrupted"] == [record["id"]]
    home.now += timedelta(hours=1)
    said = talk(home, ":l", "yes", ":back", "three", "four", *ENTER)
    assert "The look back on today was interrupted; :l goes on with it." in said
    assert "Go on with it? yes, or no for a new one." in said
    assert "What moved" not in said
    assert numbers(said)[-1] == "5 of 5"
    [record] = look_backs(home)
    assert list(answers(record).values()) == ["one", "two", "three", "four"]
    assert record["left"] == []
    assert "interrupted" not in talk(home)


def test_it_waits_as_before_if_nothing_was_added_and_can_be_left_for_a_new_one(home: Home) -> None:
    talk(home, ":l", "one", ":later")
    before = look_backs(home)
    said = talk(home, ":l", "yes", ":later", ":l", "a note instead", "")
    assert "it waits as before" in said
    assert look_backs(home) == before
    assert texts(home) == ["a note instead"]
    talk(home, ":l", "no", "another one", ":enough", "")
    assert len(look_backs(home)) == 2
    assert "interrupted" in talk(home)  # it is today's, and can still be gone on with
    home.now += timedelta(days=1)
    assert "interrupted" not in talk(home)


def test_its_answers_are_changed_one_by_one(home: Home) -> None:
    talk(home, ":l minute", "one", "Ring Ann", ":e", "two", "Ring Bea", ":e", "", "")
    [record] = look_backs(home)
    assert (list(answers(record).values()), record["tomorrow"]) == (["two"], "Ring Bea")
    assert record["text"] == "two\n\nRing Bea"
    assert len(home.run("history", record["id"], "--json").json) == 2


def test_unknown_commands_and_help_lose_nothing(home: Home) -> None:
    said = talk(home, ":l", ":nonsense of words", ":h", ":o", "one", ":enough", "")
    assert "nonsense of words" in said
    assert ":enough keeps and finishes" in said
    assert "No editor can be opened here." in said
    assert list(answers(look_backs(home)[0]).values()) == ["one"]


def test_without_room_it_is_repeated_and_can_be_tried_again(home: Home) -> None:
    home.add("first")
    typed = ":l minute\nprecious\nRing Ann\n\n\na line that is a note\n"
    ended = home.run("--plain", stdin=typed, code=9, preexec_fn=no_room)
    assert_plain(ended.out)
    assert "Your text:\nprecious\n\nRing Ann\n" in ended.out
    assert ended.out.count("Enter tries to keep it again") == 3
    assert "Your text:\na line that is a note\n" in ended.out


def test_after_heavy_days_the_quiet_line(home: Home) -> None:
    for _ in range(3):
        assert "somebody who listens" not in talk(home)
        said = talk(home, ":l heavy", "one")
        home.now += timedelta(days=1)
    assert "somebody who listens" in said


def test_killed_in_the_middle_the_next_start_offers_to_go_on(home: Home) -> None:
    home.add("a note")
    talking = begin(home, ":l", "one", "two")
    talking.program.kill()
    talking.leave(-signal.SIGKILL)
    assert look_backs(home) == []
    said = talk(home)
    assert "The look back on today was interrupted; :l goes on with it." in said
    said = talk(home, ":l", "yes", "it happened", ":enough", "Ring Ann")
    assert "Go on with it?" in said
    [record] = look_backs(home)
    assert list(answers(record).values()) == ["one", "two", "it happened"]
    assert record["left"] == []
    assert home.run("status", "--json").json["drafts"] == 0


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_it_is_kept_for_later(home: Home, end: signal.Signals) -> None:
    talking = begin(home, ":l", "one")
    talking.program.send_signal(end)
    assert "Kept for later" in talking.leave(130)
    [record] = look_backs(home)
    assert list(answers(record).values()) == ["one"]
    assert record["left"]
    assert home.run("status", "--json").json["drafts"] == 0


def test_the_end_quotes_the_learner_and_says_what_they_will_try(home: Home) -> None:
    home.add("+ drew it first")
    said = talk(
        home, ":l", "", "", "", "It broke. All three were about intent.", ":enough", "", ":l heavy"
    ).splitlines()
    at = said.index('You wrote: "All three were about intent."')
    assert said[at - 1] == "09:01, worked: drew it first"
    assert "One line for yourself tomorrow" in said[at + 1]
    tried = talk(home, ":l", *[""] * 7, "If it drifts, I'll ask", "fewer rounds", "")
    assert "You will try: If it drifts, I'll ask" in tried
    assert "You expect: fewer rounds" in tried
    assert "You wrote:" not in talk(home, ":l heavy", "it was a lot", "")


def test_a_draft_of_what_was_kept_since_is_not_offered(home: Home) -> None:
    talking = begin(home, ":l", "it moved")
    talking.program.kill()
    talking.program.communicate()
    assert "was interrupted; :l goes on with it." in talk(home)
    talk(home, ":l", "yes", ":enough", "")
    assert "interrupted" not in talk(home)
    assert home.run("status", "--json").json["interrupted"] == []


def test_it_leads_to_the_try_that_was_written(home: Home) -> None:
    lines = [*ENTER[:7], "If it comes up, I'll ask", "fewer rounds (7 of 10)", ""]
    said = talk(home, "a note", ":l", *lines, ":tries")
    assert "Kept as a try, :tries reads them: ask" in said
    [made] = records(home, "experiment")
    assert (made["cue"], made["response"], made["sureness"]) == ("it comes up", "ask", 7)
    assert made["links"] == [look_backs(home)[0]["id"]]


def test_without_a_try_nothing_is_expected_of_it(home: Home) -> None:
    said = talk(home, "a note", ":l", *ENTER)
    assert "Is there one small thing you want to try?" in said
    assert "What do you expect will come of it?" not in said


def test_a_try_that_waits_is_answered_in_its_place(home: Home) -> None:
    home.run("plan", "new", "--if", "it rains", "--then", "stay")
    home.add("a note")
    home.now += timedelta(days=1)
    said = talk(home, ":l", *ENTER[:7], "1", "For tomorrow")
    assert "it rains: → I'll stay. Did it come up? 1 it did not come up; 2 " in said
    assert "Is there one small thing you want to try?" not in said
    assert [each["came_up"] for each in records(home, "plan")[0]["occasions"]] == [False]
    assert look_backs(home)[0]["tomorrow"] == "For tomorrow"


def test_at_the_end_of_a_week_its_look_back_is_named_after_the_one_on_the_day(home: Home) -> None:
    home.now += timedelta(days=3)
    home.add("--at", "2026-11-24 10:00", "drew it first")
    assert "Look back on the week" not in talk(home, ":q")
    assert "Look back on the week, if you like: :week." in talk(home, ":l minute", "one thing", "")
    assert "Look back on the week, if you like: :week." in talk(home, ":q")
    talk(home, ":week", "that line", ":enough")
    assert "if you like: :week" not in talk(home, ":q")
