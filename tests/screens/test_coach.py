"""Coach, by its keys: from a card to a page, to its file, to the answer, to a try, and back."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.practice.making import own_of
from journal.practice.tries.experiments import look_at
from journal.records.coach import Coach, Role
from journal.records.consent import Consented
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.note import Note
from journal.sharing.reply import LARGEST
from tests.screens.coaching import (
    FIRST,
    QUESTION,
    SECOND,
    TODAY,
    at_coach,
    card,
    choose_for,
    fill_in,
    given,
    kept,
    marked,
    pages,
    paste,
    press,
    says,
    some,
    states,
    to_agreeing,
    to_names,
    to_reading,
)
from tests.screens.tour import is_writing, running
from tests.support.pilot import opened, shows, shows_not, until
from tests.support.screen_text import screen_text

ANSWER = """\
Hello Sam,

What I noticed: You ask when you know people.
Something to try next time: If a stranger calls, I'll ask what they will do with it
"""


pytestmark = pytest.mark.usefixtures("away")


# --- the whole way


async def test_from_a_card_to_a_page_to_an_answer_to_a_try_and_back(away: Path) -> None:
    some()
    async with at_coach() as pilot:
        await shows(pilot, "There is no coach yet.", "Write a coach's card")
        await press(pilot, "enter")
        for said in ("Ana", "peer", "Sam", "ana@example.org", "", "For now", "30", "", ""):
            await fill_in(pilot, said)
        await shows(pilot, "Ana, peer", "▸ A new page for Ana")
        assert own_of(kept("coach")[0], Coach).days == 30

        await choose_for(pilot)
        await shows(pilot, "1 passage and 1 try, about half a page", "[x] 19 Nov", "[x] Try")
        await to_names(pilot)
        await to_reading(pilot)
        assert list(away.iterdir()) == []
        assert states() == [Consented.PROPOSED]
        await to_agreeing(pilot)
        assert is_writing(pilot.app)
        await fill_in(pilot, "Anna")
        await shows(pilot, "Nothing has left")
        assert list(away.iterdir()) == []
        await fill_in(pilot, "ana")
        await shows(pilot, "One file,", "The journal sends nothing.", "ana@example.org")
        [file] = away.iterdir()
        assert file.read_text("utf-8") == pages()[0].payload
        await press(pilot, "enter")
        await shows(pilot, "Page of 24 November: given until 24 December")

        await press(pilot, "a down enter")
        await paste(pilot, ANSWER)
        await press(pilot, "enter")
        await shows(pilot, "Read it now?")
        await press(pilot, "enter")
        await shows(pilot, "You ask when you know people.", "m decide")
        await press(pilot, "m enter")
        await fill_in(pilot, "It is worth a week")
        await shows(pilot, "Which small thing will you try?", "If a stranger calls")
        await press(pilot, "enter")
        await fill_in(pilot, "they say it (6 of 10)")
        await shows(pilot, "ask what they will do with it")
        answer = own_of(kept("feedback")[0], Feedback)
        assert (answer.decision, answer.why) == ("use", "It is worth a week")
        assert answer.reply_to == kept("excerpt")[0].id

        tried = kept("experiment")[-1]
        assert own_of(tried, Experiment).prediction == "they say it"
        looked = look_at(tried, TODAY + timedelta(days=1), "as expected", "They said it.")
        opened().save(looked, op="answer")
        await press(pilot, "escape")
        await shows(pilot, "Answer, use it")
        await press(pilot, "g enter")
        await shows(pilot, "[ ] Since   ask what they will do with it, and what came of it")
        await press(pilot, "space")
        await shows(pilot, "[x] Since")


async def test_at_120_columns_the_page_as_it_will_be_stands_on_the_right() -> None:
    some()
    card()
    async with at_coach((120, 36)) as pilot:
        await press(pilot, "enter")
        await shows(pilot, "From Sam, for Ana", "nothing is chosen yet")
        await press(pilot, "escape")
        await choose_for(pilot)
        await shows(pilot, "19 November: I hadn't asked", "What came: Fewer.")
        await to_names(pilot)
        await shows(pilot, "19 November: I hadn't asked")
        await to_reading(pilot)
        await shows(pilot, "19 November: I hadn't asked", "SHA-256")
        await to_agreeing(pilot)
        await shows(pilot, "19 November: I hadn't asked", "They are asked not to pass it on")


# --- choosing


async def test_nothing_is_chosen_and_what_is_looked_for_only_proposes() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await press(pilot, "enter")
        await shows(pilot, "Nothing is chosen until you choose it.", FIRST, "nothing on it yet")
        assert "[x]" not in screen_text(pilot.app)
        await marked(pilot, FIRST)
        await press(pilot, "space slash")
        await fill_in(pilot, "versions")
        await shows(pilot, f"[ ] 13 Nov  {SECOND}", f"[x] 19 Nov  ! {FIRST}", "only: versions")
        await shows_not(pilot, "count twice")
        await press(pilot, "slash")
        await fill_in(pilot, "")
        await shows(pilot, "count twice")


async def test_a_page_has_three_passages_and_no_more() -> None:
    some()
    card()
    opened().save(*(kept("note")[0]._replace(id="", version="", text=f"More {n}") for n in "12"))
    async with at_coach() as pilot:
        await press(pilot, "enter")
        await shows(pilot, FIRST)
        await press(pilot, "G space k space k space k")
        await shows(pilot, "3 passages")
        await press(pilot, "space")
        await shows(pilot, "A page has at most 3 passages.", "3 passages")


async def test_without_a_question_or_anything_chosen_there_is_no_page() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await press(pilot, "enter")
        await shows(pilot, FIRST)
        await press(pilot, "tab tab enter")
        await shows(pilot, "The page has no question yet.", "1 choose")
        assert pages() == []


async def test_the_rest_is_said_row_by_row() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await choose_for(pilot)
        await press(pilot, "j enter enter down enter escape")
        await shows(pilot, "listen, ask me questions")
        await press(pilot, "tab tab enter")
        await fill_in(pilot, "the reorganisation")
        await press(pilot, "j enter")
        await fill_in(pilot, "I asked, four times out of six.")
        await press(pilot, "j enter enter escape j enter down down enter j enter")
        await fill_in(pilot, "2026-12-01")
        await shows(pilot, "the reorganisation", "four times", "signs", "the month", "1 December")
        await press(pilot, "tab enter G enter")
        await shows(pilot, "3 read it", "These are the bytes")
        page = pages()[0]
        assert [each.value for each in page.choice.help] == ["listen", "ask"]
        assert "surprise" in page.payload
        assert "November 2026" in page.payload
        assert "19 November" not in page.payload


async def test_what_was_set_aside_from_today_is_proposed_and_not_chosen() -> None:
    some()
    coach = card()
    async with running() as pilot:
        await press(pilot, "tab")
        await shows(pilot, "count twice")
        await press(pilot, "c")
        await shows(pilot, "Set aside for a page for Ana.")
        note = next(each for each in kept("note") if "twice" in each.text)
        assert opened().get(coach.id).links == (note.id,)
        await press(pilot, "5")
        await shows(pilot, "1 set aside")
        await press(pilot, "enter")
        await shows(pilot, "[ ] 24 Nov  ? Why do we count twice?   set aside")
        await press(pilot, "escape 1 c")
        await shows(pilot, "Not set aside for Ana any more.")
        assert opened().get(coach.id).links == ()


async def test_with_two_coaches_it_is_asked_for_whose_page() -> None:
    some()
    card()
    other = card("Ben")
    async with running() as pilot:
        await press(pilot, "tab 3")
        await shows(pilot, "count twice")
        await press(pilot, "c")
        await fill_in(pilot, "Ben")
        await shows(pilot, "Set aside for a page for Ben.")
        assert len(opened().get(other.id).links) == 1
        await press(pilot, "colon")
        await fill_in(pilot, "a page for a coach")
        await shows(pilot, "For whom?")
        await fill_in(pilot, "Ana")
        await shows(pilot, "A page for Ana")


async def test_without_a_coach_it_says_where_one_begins() -> None:
    some()
    async with running() as pilot:
        await press(pilot, "tab")
        await shows(pilot, "count twice")
        await press(pilot, "c")
        await shows(pilot, "There is no coach yet.")


# --- hiding names


async def test_names_are_asked_about_and_hidden_for_good() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await press(pilot, "enter")
        await shows(pilot, SECOND)
        await marked(pilot, SECOND)
        await press(pilot, "space tab tab tab g enter")
        await fill_in(pilot, QUESTION)
        await to_names(pilot)
        await shows(pilot, "Acme   is this a name?", "ana.lee@acme.example → ", "anonymous")
        await press(pilot, "g space")
        await shows(pilot, "Acme → [name A]")
        assert own_of(kept("coach")[0], Coach).hidden[0].term == "Acme"
        await marked(pilot, "Acme")
        await press(pilot, "enter")
        await fill_in(pilot, "the customer")
        await shows(pilot, "Acme → the customer")
        await press(pilot, "a")
        await fill_in(pilot, "versions")
        await shows(pilot, "versions → [name")
        await to_reading(pilot)
        payload = pages()[0].payload
        assert "the customer rang" in payload
        assert "Acme" not in payload
        assert "acme" not in payload


# --- leaving


STEPS = (choose_for, to_names, to_reading, to_agreeing)


@pytest.mark.parametrize("number", range(1, 5))
async def test_esc_at_every_step_leaves_no_file_and_keeps_what_was_chosen(
    number: int, away: Path
) -> None:
    some()
    card()
    async with at_coach() as pilot:
        for step in STEPS[:number]:
            await step(pilot)
        await press(pilot, "escape " * {1: 1, 2: 2, 3: 3, 4: 5}[number])
        await shows(pilot, "Go on with the page for Ana")
        assert list(away.iterdir()) == []
        assert Consented.GIVEN not in states()
        await press(pilot, "g enter")
        await shows(pilot, "1 passage and 1 try", QUESTION)
        await press(pilot, "tab tab enter")
        await shows(pilot, "2 hide names")
        await to_reading(pilot)
        assert states().count(Consented.PROPOSED) == 1


async def test_a_page_that_was_begun_is_there_after_the_program_ended() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await choose_for(pilot)
        await press(pilot, "ctrl+q")
    async with at_coach() as pilot:
        await shows(pilot, "Go on with the page for Ana")
        await press(pilot, "enter")
        await shows(pilot, QUESTION, "1 passage and 1 try")


async def test_of_a_line_manager_one_is_asked_whether_no_could_be_said(away: Path) -> None:
    some()
    card(role=Role.MANAGER)
    async with at_coach() as pilot:
        await choose_for(pilot)
        await to_names(pilot)
        await to_reading(pilot)
        await to_agreeing(pilot)
        await shows(pilot, "Could you freely say no?", "not said yet")
        await press(pilot, "tab")
        await fill_in(pilot, "Ana")
        await shows(pilot, "First: could you freely say no?")
        await press(pilot, "g enter down enter")
        await shows(pilot, "Then it is no consent")
        assert list(away.iterdir()) == []
        assert states()[-1] is Consented.REFUSED


async def test_another_last_day_is_another_page() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await choose_for(pilot)
        await to_names(pilot)
        await to_reading(pilot)
        await to_agreeing(pilot)
        await press(pilot, "tab g enter")
        await fill_in(pilot, "2026-12-24")
        await shows(pilot, "3 read it", "These are the bytes")
        assert "until 24 December 2026" in pages()[-1].payload
        assert states() == [Consented.PROPOSED, Consented.PROPOSED, Consented.REFUSED]


# --- afterwards


async def test_what_is_edited_afterwards_changes_nothing_that_left_and_needs_a_new_yes(
    away: Path,
) -> None:
    note = some()[1]
    given(away, card(), note)
    [file] = away.iterdir()
    before = file.read_bytes()
    async with at_coach() as pilot:
        await shows(pilot, "given until 23 January 2027")
        now = opened().get(note.id)
        opened().save(now._replace(text="Otherwise.", own=Note()), op="edit")
        await shows(pilot, "needs a new yes, given until 23 January")
        await press(pilot, "j enter")
        await shows(pilot, "has changed since you read it: it needs a new yes")
        assert "agree" not in screen_text(pilot.app).splitlines()[-1]
    assert file.read_bytes() == before


async def test_a_page_is_taken_back_in_typed_words_and_not_recalled(away: Path) -> None:
    given(away, card(), some()[1])
    async with at_coach() as pilot:
        await press(pilot, "j w")
        await says(pilot, "Copies already received cannot be recalled.")
        await fill_in(pilot, "y")
        await shows(pilot, "Nothing was done.")
        assert Consented.WITHDRAWN not in states()
        await fill_in(pilot, "Take back")
        await says(pilot, "the way the page went. Copies already received cannot be recalled.")
        assert [path.suffix for path in sorted(away.iterdir())] == [".md", ".html"]
        await press(pilot, "enter")
        await shows(pilot, "Page of 24 November: taken back")
        await press(pilot, "h")
        await shows(pilot, "What was agreed, and when", "taken back", "Nothing of it was changed")


async def test_a_page_whose_time_is_over_says_so(
    away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(away, card(days=2), some()[1])
    monkeypatch.setenv("JOURNAL_NOW", "2026-12-01T10:00:00")
    async with at_coach() as pilot:
        await shows(pilot, "Page of 24 November: over since 26 November")


async def test_everything_is_reached_by_its_words(away: Path) -> None:
    given(away, card(), some()[1])
    async with running() as pilot:
        for words, shown in (
            ("what was agreed", "What was agreed, and when"),
            ("take in an answer", "paste it, or type the path"),
            ("a page for a coach", "1 choose"),
        ):
            await press(pilot, "escape 1 escape colon")
            await fill_in(pilot, words)
            await shows(pilot, shown)


# --- answers


HOSTILE = {
    "deep JSON": '{"page":' + "[" * 100_000 + "]" * 100_000 + "}",
    "a name twice": '{"noticed":"a","noticed":"b"}',
    "another page": "Page: apple-apple-apple-apple\nA question: Why?",
    "too large": "a" * (LARGEST + 1),
    "nothing": "\n\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_answer_is_refused_with_one_sentence(
    text: str, away: Path, tmp_path: Path
) -> None:
    given(away, card(), some()[1])
    file = tmp_path / "answer.txt"
    file.write_text(text, "utf-8")
    async with at_coach() as pilot:
        await press(pilot, "a down enter")
        if len(text) > LARGEST:
            await fill_in(pilot, str(file))
        else:
            await paste(pilot, text)
            await press(pilot, "enter")
        said = pilot.app.screen.query_one(".dialog--wrong")
        await until(pilot, lambda: bool(said.has_class("-said")))
        assert str(said.render()).strip().count(".") == 1
        assert kept("feedback") == []


async def test_what_acts_on_a_terminal_is_refused_from_a_file_and_harmless_when_pasted(
    away: Path, tmp_path: Path
) -> None:
    given(away, card(), some()[1])
    file = tmp_path / "answer.txt"
    file.write_bytes(b"Nice. \x1b]52;c;ZXZpbA==\x07")
    async with at_coach() as pilot:
        await press(pilot, "a down enter")
        await fill_in(pilot, str(file))
        await shows(pilot, "There is a control character in this answer")
        await pilot.press("ctrl+u")
        await paste(pilot, "Nice. \x1b]52;c;ZXZpbA==\x07 [@click=app.quit()]x[/]")
        await press(pilot, "enter enter")
        await shows(pilot, "[@click=app.quit()]x[/]", "␛]52")
        assert "\x1b" not in own_of(kept("feedback")[0], Feedback).said


async def test_an_answer_kept_for_later_is_not_read_before(away: Path) -> None:
    coach, notes = card(), some()
    given(away, coach, notes[1])
    given(away, coach, notes[2])
    async with at_coach((120, 36)) as pilot:
        await press(pilot, "a down enter")
        await paste(pilot, "You could have asked me.")
        await press(pilot, "enter")
        await shows(pilot, "Which page does it answer?")
        await press(pilot, "enter down enter")
        await shows(pilot, "Kept, to be read when you want to.")
        await press(pilot, "g j")
        await shows(pilot, "An answer, kept to be read when you want to")
        assert "could have asked me" not in screen_text(pilot.app)
        await press(pilot, "enter")
        await shows(pilot, "You could have asked me.")
        await until(pilot, lambda: own_of(kept("feedback")[0], Feedback).read)


async def test_an_answer_before_any_page_is_refused() -> None:
    some()
    card()
    async with at_coach() as pilot:
        await press(pilot, "a down enter")
        await paste(pilot, "Hello")
        await press(pilot, "enter")
        await shows(pilot, "No page has been given yet.")


# --- cards


async def test_a_card_is_changed_row_by_row() -> None:
    card()
    async with at_coach() as pilot:
        await press(pilot, "e")
        await shows(pilot, "change the name")
        await fill_in(pilot, "how long")
        await fill_in(pilot, "90")
        await shows(pilot, "a number of days from 1 to 60")
        await fill_in(pilot, "14")
        await shows(pilot, "Kept: change how long they may keep a page.")
        assert own_of(kept("coach")[0], Coach).days == 14
