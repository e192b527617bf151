"""The place Growth: from a figure to its passages to the entry and back; what is said of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from textual.pilot import Pilot

from journal.analysis.growth.page import growth_page
from journal.practice.making import When
from journal.practice.noting import new_note
from journal.records.criteria import Criteria
from journal.records.mark import Ending, Mark, Named, Says
from journal.records.record import Record
from journal.sample import sample_records
from journal.settings import Settings
from screens.growth.listed_place import ListedPlace
from screens.growth.page_rows import page_rows
from screens.growth.passage import Passage
from tests.screens.tour import NOW, at_rest, fill, running
from tests.support.pilot import opened, shows, shows_not, until, write
from tests.support.screen_text import screen_text

WIDE = (120, 36)
LARGE = 1000
"""So many notes of a page each take some seconds to read."""

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
WHEN = When(AT, "UTC", AT.date())


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


def note(text: str, day: date) -> Record:
    return new_note(text, AT.replace(year=day.year, month=day.month, day=day.day), "UTC", day)


def marks() -> list[Mark]:
    return [r.own for r in opened().find(Criteria(("mark",))) if isinstance(r.own, Mark)]


async def mark(pilot: Pilot[int], words: str) -> None:
    """Mark the row that begins with these words, going down from the first one."""
    await pilot.press("g")
    for _ in range(60):
        await pilot.pause()
        if f"▸ {words}" in screen_text(pilot.app):
            return
        await pilot.press("j")
    raise AssertionError(f"no row begins with {words}:\n{screen_text(pilot.app)}")


def below_the_mark(pilot: Pilot[int]) -> str:
    """Return the line below the one that is marked: the words of a passage."""
    lines = screen_text(pilot.app).splitlines()
    return lines[next(n for n, line in enumerate(lines) if "▸" in line) + 1].strip()


async def test_from_a_line_to_its_passages_to_the_entry_and_back() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of", "Then   Thursday 3 September")
        await mark(pilot, "21 times stuck")
        await pilot.press("enter")
        await shows(pilot, "Attic light still flickers", "less than a week ago")
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Passage))
        await shows(pilot, "Took the screwdriver out of her hand")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListedPlace))
        await pilot.press("escape")
        await shows(pilot, "▸ 21 times stuck")


async def test_both_sides_of_a_pair_open_and_the_arrows_go_to_the_next() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of 9")
        await pilot.press("j", "enter")
        await shows(pilot, "The first page", "Thursday 19 November")
        await pilot.press("escape", "right")
        await shows(pilot, "pair 2 of 9", "My fault. I should have seen it.")
        await pilot.press("left", "left")
        await shows(pilot, "pair 1 of 9")


async def test_not_this_takes_a_sentence_out_and_u_brings_it_back() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "Sentences about getting better")
        await pilot.press("enter")
        await shows(pilot, "You have not taken one off")
        sentence = below_the_mark(pilot)
        await pilot.press("d")
        await shows(pilot, "Why not? One line, if you like.")
        await pilot.press("enter")
        await shows(pilot, "you took 1 off")
        await shows_not(pilot, sentence)
        [said] = marks()
        assert (said.says, said.label, said.why) == (Says.NOT_THIS, "frame:mastery", "")
        await pilot.press("u")
        await shows(pilot, "Took back a word on a passage", sentence)
    assert marks() == []


async def test_what_does_not_count_needs_a_reason_and_is_shown_with_it() -> None:
    fill(opened())
    async with running(settings=Settings(hints="off", figures="stuck")) as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "After being stuck")
        await pilot.press("d")
        await shows(pilot, "Which of them? d on it says so.", "✓ it counts")
        await pilot.press("d")
        await shows(pilot, "It doesn't count, because")
        await pilot.press("enter")
        await shows(pilot, "This needs a few words.")
        await write(pilot, "it was a joke")
        await pilot.press("enter")
        await pilot.press("G")
        await shows(pilot, "doesn't count, because: it was a joke")
    [said] = marks()
    assert (said.figure, said.why) == ("I4", "it was a joke")


async def test_what_was_passed_over_can_be_added_while_it_is_read() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Passage))
        await pilot.press("d")
        await shows(pilot, "it shows something that no list has")
        await pilot.press("enter")
        await shows(pilot, "Which sentence?")
        await write(pilot, "somebody always knew")
        await pilot.press("enter")
        await shows(pilot, "What does it show?")
        await write(pilot, "looks to others")
        await pilot.press("enter", "enter")
        await shows(pilot, "u takes it back.")
        await pilot.press("escape")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "Sentences about showing it")
        await pilot.press("enter")
        await shows(pilot, "you added 1.")
    [said] = marks()
    assert (said.says, said.label) == (Says.MISSED, "frame:performance")


MEANT = "I'll ring the wholesaler about the twin cable tomorrow."
RANG = "Rang the wholesaler about the twin cable."


def meant() -> None:
    """Keep what was meant a week before the last day of the sample, and the doing of it."""
    journal = opened()
    fill(journal)
    for days, text in ((7, MEANT), (4, f"It rained. {RANG}")):
        journal.save(note(text, AT.date() - timedelta(days=days)))


async def test_an_intention_is_closed_with_a_key_and_opened_again() -> None:
    meant()
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "What you mean to do")
        await pilot.press("m")
        await shows(pilot, "Which of them? m on it moves it on.", "m close", MEANT)
        await mark(pilot, "Tuesday 17 November, for Wednesday")
        await pilot.press("m")
        await shows(pilot, "done", "did something else", "let go")
        await pilot.press("enter")
        await shows(pilot, "A word on how? One line, if you like.")
        await write(pilot, "he had it")
        await pilot.press("enter")
        await shows(pilot, "Kept: done. u takes it back.")
        await shows_not(pilot, MEANT)
        [said] = marks()
        assert (said.says, said.ending, said.why) == (Says.CLOSED, Ending.DONE, "he had it")
        await mark(pilot, "closed: 1")
        await pilot.press("enter")
        await shows(pilot, MEANT, "done: he had it", "m open again")
        await pilot.press("m")
        await shows(pilot, "Nothing is in this list any more.", "u takes it back.")
        assert marks() == []
        await pilot.press("escape", "g")
        await shows(pilot, MEANT)


async def test_a_later_passage_that_may_have_done_it_opens_and_closes_nothing() -> None:
    meant()
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "What you mean to do")
        await pilot.press("enter")
        await shows(pilot, MEANT)
        await mark(pilot, "  perhaps done, 3 days later: “Rang the wholesaler")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Passage))
        await shows(pilot, RANG)
        await pilot.press("escape")
        await shows(pilot, "▸   perhaps done")
        assert marks() == []
        await pilot.press("m")
        await shows(pilot, "did something else", "I'll ring the wholesaler")


async def test_what_one_comes_back_to_says_when_there_was_more_of_it() -> None:
    fill(opened())
    async with running((80, 24)) as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "“pump”")
        [row] = [line for line in screen_text(pilot.app).splitlines() if "▸ “pump”" in line]
        assert row.rstrip(" ▁▂▃▄▅▆▇█").endswith("17 times, more in the first weeks than now")
        await pilot.press("enter")
        await shows(pilot, "17 times, more in the first weeks than now", "pump")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListedPlace))


@pytest.mark.parametrize("width", [20, 36, 58, 76])
def test_in_any_width_no_word_of_a_list_is_cut(width: int) -> None:
    today = date(2026, 11, 24)
    page = growth_page(sample_records(today, "Europe/Vienna"), today)
    lists = {each.label: (each.title, "") for each in page.suggested}
    lists |= {f"theme:{each.phrase}": (each.title, each.said) for each in page.themes}

    drawn = {row.id: row.draw(width) for row in page_rows(page, 0)}

    for id_, (title, said) in lists.items():
        assert all(line.cell_length <= width for line in drawn[id_].split("\n"))
        shown = " ".join(drawn[id_].plain.split())
        assert shown.startswith(title)
        assert shown.endswith(said)


async def test_a_name_is_confirmed_once_and_its_passages_are_listed() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await mark(pilot, "Names that come back: Lea 60, Karim 34")
        await pilot.press("enter")
        await shows(pilot, "Lea, 60 times. A person, a resource, or neither?")
        await pilot.press("m")
        await shows(pilot, "a resource", "neither")
        await pilot.press("enter")
        await shows(pilot, "Kept: a person. u takes it back.")
        await shows_not(pilot, "Lea, 60 times.")
        await pilot.press("escape")
        await mark(pilot, "Lea")
        await shows(pilot, "60 times")
        await pilot.press("enter")
        await shows(pilot, "Lea to the painter", "m say what it is")
    [said] = marks()
    assert (said.says, said.named) == (Says.NAMED, Named.PERSON)


async def test_two_passages_are_put_side_by_side() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of 9")
        await pilot.press("a", "enter")
        await shows(pilot, "Then: which passage?")
        await write(pilot, "attic light still")
        await pilot.press("enter")
        await shows(pilot, "Now: which passage?")
        await write(pilot, "wrong ferrules")
        await pilot.press("enter")
        await write(pilot, "said at once")
        await pilot.press("enter")
        await shows(pilot, "Two passages that you put together", "of 10")
        await shows(pilot, "Then   Wednesday 18 November", "Because: said at once")


async def test_figures_are_chosen_at_most_three() -> None:
    fill(opened())
    async with running(settings=Settings(hints="off", figures="stuck minds")) as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        for name in ("Goals that say", "From start to look"):
            await mark(pilot, "Choose others")
            await pilot.press("enter")
            await shows(pilot, "at most three")
            await write(pilot, name)
            await pilot.press("enter")
            await at_rest(pilot)
        await shows(pilot, "Three are chosen.")
    assert "stuck minds goals" in opened().places.settings.read_text("utf-8")


async def test_pictures_come_below_v_and_the_same_in_words() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        await pilot.press("v")
        await shows(pilot, "Tries: expected against came", "came differently")
        await shows_not(pilot, "pair 1 of")
        await pilot.press("v")
        await shows(pilot, "Expected: it goes as with Lea.")
        await pilot.press("v")
        await shows(pilot, "pair 1 of")
        await pilot.press("v", "escape")
        await shows(pilot, "▸ Then")


async def test_pictures_stand_beside_the_words_where_there_is_room() -> None:
    fill(opened())
    async with running(WIDE) as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of", "Tries: expected against came")
        await mark(pilot, "Before, during and after")
        await shows(pilot, "Before, during, after, by week", "before  ●")


async def test_with_nothing_to_compare_it_offers_three_ways_to_begin() -> None:
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "Nothing to compare yet, and nothing is missing.")
        await shows(pilot, "▸ Write the first page", "Bring notes", "See a sample")
        await pilot.press("enter")
        await shows(pilot, "How do you go about learning something new")


async def test_another_language_is_said_and_left_out() -> None:
    first = AT.date() - timedelta(days=40)
    text = "Heute habe ich die Pumpe allein gewechselt und dabei viel gelernt, weil niemand da war."
    days = [first, first + timedelta(days=30)]
    opened().save(*(note(text, day)._replace(starred=True) for day in days))
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "Two lines that you starred")
        await pilot.press("G")
        await shows(pilot, "2 entries are in another language")


async def test_a_large_journal_shows_how_far_it_is_and_can_be_left() -> None:
    days = [AT.date() - timedelta(days=number % 80) for number in range(LARGE)]
    texts = (" ".join(f"Asked Ana about {n}, pump {m}." for m in range(60)) for n in range(LARGE))
    opened().save(*(note(text, day) for text, day in zip(texts, days, strict=True)), op="import")
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "Reading what you wrote", "of 1,000", "esc back")
        await pilot.press("escape")
        await shows(pilot, "The reading was left.", "▸ Go on reading")
        await pilot.press("enter")
        await shows(pilot, "Reading what you wrote")
        await pilot.press("1")
        await shows(pilot, "Asked Ana about")
        await pilot.press("tab", "4")
        await shows(pilot, "Reading what you wrote")
        await pilot.press("escape", "3")
        await shows(pilot, "This week")


async def test_what_was_kept_elsewhere_is_there_when_one_comes_back() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of 9")
        await pilot.press("1")
        await shows(pilot, "Look back on today")
        [old] = [r for r in opened().find(Criteria(("note",))) if "ferrules on 14" in r.text]
        opened().save(old._replace(trashed=True), op="trash")
        await at_rest(pilot)
        await pilot.press("4")
        await mark(pilot, "20 times stuck")


async def test_it_is_written_as_one_file_for_the_learner_alone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    fill(opened())
    folder = tmp_path_factory.mktemp("files")
    async with running() as pilot:
        await pilot.press("tab", "4")
        await shows(pilot, "pair 1 of")
        for words, name in (("growth as", "growth.html"), ("own words as", "weeks.html")):
            await pilot.press("colon")
            await write(pilot, words)
            await pilot.press("enter")
            await shows(pilot, "Write it to which file?")
            await pilot.press("ctrl+u")
            await write(pilot, str(folder / name))
            await pilot.press("enter")
            await shows(pilot, "readable by whoever opens it.")
            path = folder / name
            assert path.read_text("utf-8").startswith("<!doctype html>")
            assert path.stat().st_mode & 0o077 == 0
