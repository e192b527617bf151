"""Coach, by its keys: what can be done with a page that was given, and answers in its own form."""

import json
from pathlib import Path

import pytest

from journal.practice.making import own_of
from journal.records.coach import Role
from journal.records.consent import Consented
from journal.records.excerpt import Excerpt
from journal.records.feedback import Feedback
from journal.sharing.agreeing import Yes
from tests.screens.coaching import (
    QUESTION,
    at_coach,
    card,
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
    to_make_anew,
)
from tests.support.pilot import opened, shows, shows_not

pytestmark = pytest.mark.usefixtures("away")


async def test_a_page_is_kept_for_longer_once_that_is_agreed_to(away: Path) -> None:
    given(away, card(days=7), some()[1])
    async with at_coach() as pilot:
        await shows(pilot, "given until 1 December")
        await press(pilot, "j m")
        await fill_in(pilot, "longer")
        await fill_in(pilot, "2027-03-01")
        await shows(pilot, "at most 60 days")
        await fill_in(pilot, "2026-12-24")
        await says(pilot, "To agree, type Ana")
        await fill_in(pilot, "Ben")
        await shows(pilot, "the coach's name was not typed.")
        assert states()[-1] is Consented.GIVEN
        await fill_in(pilot, "ana")
        await shows(pilot, "The notice for Ana lies here:")
        [notice] = away.glob("notice-*")
        assert "24 December 2026" in notice.read_text("utf-8")
        await press(pilot, "enter")
        await shows(pilot, "Page of 24 November: given until 24 December")


async def test_of_a_line_manager_it_is_asked_again_and_a_no_takes_nothing_away(away: Path) -> None:
    given(away, card(role=Role.MANAGER), some()[1], Yes("Ana", free=True))
    async with at_coach() as pilot:
        await press(pilot, "j m")
        await fill_in(pilot, "longer")
        await fill_in(pilot, "2026-12-24")
        await shows(pilot, "Could you freely say no?")
        await press(pilot, "down enter")
        await shows(pilot, "Then it is no consent, and nothing leaves.")
        assert states()[-1] is Consented.GIVEN


async def test_a_page_that_needs_a_new_yes_is_made_anew_with_the_same_choices(away: Path) -> None:
    note = some()[1]
    given(away, card(), note)
    journal = opened()
    journal.save(journal.get(note.id)._replace(text="Otherwise."), op="edit")
    async with at_coach() as pilot:
        await shows(pilot, "needs a new yes")
        await press(pilot, "j enter m enter")
        await shows(pilot, "1 choose", QUESTION, "[x] 19 Nov  ! Otherwise.")
        await press(pilot, "escape escape g j m enter")
        await shows(pilot, "A page for Ana is begun already.", "go on with that one")
        await press(pilot, "enter")
        await shows(pilot, "1 choose", QUESTION)
        await press(pilot, "tab tab enter G enter")
        await shows(pilot, "These are the bytes")
        assert "Otherwise." in pages()[-1].payload


async def test_what_was_taken_back_can_only_be_made_anew(away: Path) -> None:
    given(away, card(), some()[1])
    async with at_coach() as pilot:
        await to_make_anew(pilot)
        await shows_not(pilot, "for longer", "take it back")


FORM = "Page: {code}\nSomething to try next time: Ask first.\nWhat I noticed: You wait.\n"


@pytest.mark.parametrize("as_json", [False, True], ids=["lines", "JSON"])
@pytest.mark.parametrize("in_file", [False, True], ids=["pasted", "a file"])
async def test_the_form_of_a_page_says_which_page_it_answers(
    as_json: bool, in_file: bool, away: Path
) -> None:
    coach, notes = card(), some()
    first = given(away, coach, notes[1])
    given(away, coach, notes[2])
    code = own_of(first, Excerpt).code
    form = {"page": code, "try": "Ask first.", "noticed": "You wait.", "question": ""}
    text = json.dumps(form) if as_json else FORM.format(code=code)
    async with at_coach() as pilot:
        await press(pilot, "a")
        await fill_in(pilot, "answer")
        if in_file:
            (away / "answer.txt").write_text(text, "utf-8")
            await fill_in(pilot, "~/answer.txt")
        else:
            await paste(pilot, text)
            await press(pilot, "enter")
        await shows(pilot, "Read it now?")
        await press(pilot, "enter")
        await shows(pilot, "You wait.", "Ask first.")
        said = own_of(kept("feedback")[0], Feedback)
        assert said.reply_to == first.id
        assert code not in said.said


@pytest.mark.parametrize("decision", ["adapt", "park", "disagree"])
async def test_what_is_done_with_an_answer_is_the_learners(decision: str, away: Path) -> None:
    words = {"adapt": "in my way", "park": "park it", "disagree": "differently"}[decision]
    given(away, card(), some()[1])
    async with at_coach() as pilot:
        await press(pilot, "a down enter")
        await paste(pilot, "Ask a stranger.")
        await press(pilot, "enter enter")
        await shows(pilot, "m decide")
        await press(pilot, "m")
        await shows(pilot, "Ana said this. What do you do with it?")
        await fill_in(pilot, words)
        await fill_in(pilot, "Because.")
        await shows(pilot, "Kept:")
        assert own_of(kept("feedback")[0], Feedback).decision == decision
        if decision == "adapt":
            await shows(pilot, "Which small thing will you try?")


async def test_what_a_page_was_is_not_begun_with_a_small_letter(away: Path) -> None:
    given(away, card(), some()[1])
    async with at_coach() as pilot:
        await marked(pilot, "Page of")
        await press(pilot, "enter")
        await shows(pilot, "Given until 23 January 2027.", "m move on")
