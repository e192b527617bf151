"""What comes back, and when more: said where there is enough to say so, and nowhere else."""

import json
from itertools import islice, product
from string import ascii_lowercase

import pytest

from journal.analysis.growth.as_html import as_html
from journal.analysis.growth.as_json import page_json
from journal.analysis.growth.as_text import page_lines
from journal.analysis.growth.material import Material
from journal.analysis.growth.page import Page, growth_page
from journal.analysis.growth.recurring import Recurring, recurring
from journal.records.record import Record
from tests.analysis.growth.making import day, note

MORE_NOW = "more now than in the first weeks"
MORE_THEN = "more in the first weeks than now"
WORDS = (f"word{''.join(letters)}" for letters in product(ascii_lowercase, repeat=3))


def around(words: str) -> str:
    """Return a text with `words`, and with twenty others that are in no other text."""
    return f"{words} It was about the {' and the '.join(islice(WORDS, 20))}."


def notes(first: int, last: int, words: str) -> list[Record]:
    """Return a note every other day, each with `words` and others."""
    return [note(around(words), number) for number in range(first, last, 2)]


def found(records: list[Record], today: int) -> dict[str, Recurring]:
    return {each.phrase: each for each in recurring(Material(records, day(today)))}


@pytest.fixture
def page() -> Page:
    early = notes(0, 42, "The pump alarm again, and a seal.")
    late = notes(42, 84, "A hand-over with the night shift, and a seal.")
    return growth_page([*early, *late, note("Star it.", 1, starred=True)], day(83))


def test_a_theme_is_there_more_now_or_more_then_or_neither(page: Page) -> None:
    said = {each.phrase: each.said for each in page.themes}

    assert said["pump alarm"] == f"21 times, {MORE_THEN}"
    assert said["night shift"] == f"21 times, {MORE_NOW}"
    assert said["seal"] == "42 times"


def test_every_face_says_it_with_its_sentences(page: Page) -> None:
    lines = list(page_lines(page))
    at = lines.index("What you come back to")
    data = json.loads(json.dumps(page_json(page, [])))["themes"]
    [shift] = [each for each in data if each["phrase"] == "night shift"]
    [seal] = [each for each in data if each["phrase"] == "seal"]

    assert f"  “night shift”: 21 times, {MORE_NOW}" in lines[at:]
    assert (shift["times"], shift["more"], seal["more"]) == (21, "now", None)
    assert shift["evidence"][0]["words"] == "A hand-over with the night shift, and a seal."
    assert f"“night shift”: 21 times, {MORE_NOW}</summary>" in as_html(page)
    assert "with the <u>night shift</u>, and a seal." in as_html(page)


def test_a_few_times_say_nothing() -> None:
    early = [*notes(0, 8, "The pump alarm."), *notes(8, 42, "Quiet.")]
    late = [*notes(42, 82, "Quiet."), note("The pump alarm.", 82)]

    pump = found([*early, *late], 83)["pump alarm"]

    assert (pump.said, pump.lean) == ("5 times", None)


def test_one_entry_full_of_it_says_nothing() -> None:
    once = [note(around(f"The pump alarm. {'Pump alarm again. ' * 30}"), 2)]
    later = [note("The pump alarm.", number) for number in (40, 70)]

    pump = found([*once, *notes(4, 84, "Quiet."), *later], 83)["pump alarm"]

    assert len(pump.evidence) > 30
    assert pump.lean is None


@pytest.mark.parametrize(("last", "is_said"), [(38, False), (44, True)])
def test_less_than_three_weeks_each_are_not_compared(last: int, *, is_said: bool) -> None:
    half = last // 2
    early, late = notes(0, half, "The pump alarm. Pump alarm."), notes(half, last, "The riser.")

    assert bool(found([*early, *late], last)["pump alarm"].lean) is is_said


def test_the_first_weeks_are_twelve_at_most_and_what_lies_between_is_neither() -> None:
    between = notes(100, 200, "The pump alarm.")
    ends = [*notes(0, 84, "A seal."), *notes(216, 300, "A seal.")]

    assert found([*ends, *between], 299)["pump alarm"].lean is None


def test_now_is_today_and_not_when_was_last_written() -> None:
    records = [*notes(0, 30, "A seal."), *notes(30, 60, "The night shift.")]

    assert found(records, 59)["night shift"].said == f"15 times, {MORE_NOW}"
    assert found(records, 400)["night shift"].lean is None


def test_what_was_written_about_is_drawn_of_the_same_themes(page: Page) -> None:
    [picture] = [each for each in page.pictures if each.id == "themes"]

    assert {row.label for row in picture.rows} <= {each.phrase for each in page.themes}
