"""The whole page, on the shipped sample and on next to nothing."""

import json
import re
from datetime import date
from itertools import chain

import pytest

from journal.analysis.growth.as_json import page_json
from journal.analysis.growth.as_text import page_lines
from journal.analysis.growth.figures import figures
from journal.analysis.growth.material import Material
from journal.analysis.growth.page import Page, growth_page
from journal.analysis.growth.readings import Readings
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.records.record import Record, Sign
from journal.sample import sample_records
from tests.analysis.growth.making import day, note
from tests.screens.test_words import FORBIDDEN

TODAY = date(2026, 11, 24)
CHOSEN = ("stuck", "I8", "minds", "tries")


@pytest.fixture(scope="module")
def sample() -> list[Record]:
    return sample_records(TODAY, "Europe/Vienna")


@pytest.fixture(scope="module")
def page(sample: list[Record]) -> Page:
    return growth_page(sample, TODAY, CHOSEN)


def test_the_sample_reads_as_its_learner_would_tell_it(page: Page) -> None:
    headings = [(pair.kind, pair.about) for pair in page.pairs[:2]]
    said = {line.figure: line.words for line in page.lines}

    assert headings == [
        ("question", "How do you go about learning something new at work, just now?"),
        ("question", "What do you make of the difference?"),
    ]
    assert page.pairs[0].now.words.startswith("I write one line of what I expect")
    assert said["I3"].startswith("14 tries looked at: 3 went as expected")
    assert said["I11"] == "5 times you changed your mind"
    assert [strand.title for strand in page.strands] == [
        "What I bring", "What I do to learn", "Where I took the wheel",
        "To learn it or to show it", "Before, during, after",
    ]  # fmt: skip


@pytest.mark.parametrize(("weeks", "said"), [(1, "1 week"), (3, "3 weeks")])
def test_in_the_first_weeks_nothing_is_said_of_weeks(weeks: int, said: str) -> None:
    written = [
        note("The pump is loud.", 84 - 7 * week, Sign.SURPRISE) for week in range(1, weeks + 1)
    ]
    page = growth_page(written, day(84))
    assert page.is_empty
    assert page.strands[-1].said == f"too few to say ({said})"


def test_at_most_three_figures_are_there(page: Page) -> None:
    assert len(page.figures) == 3


def test_every_figure_line_and_strand_opens_records_that_are_there(
    page: Page, sample: list[Record]
) -> None:
    there = {record.id: record for record in sample}
    behind = chain(
        *(line.evidence for line in page.lines), *(strand.evidence for strand in page.strands),
        *(figure.evidence for figure in page.figures), *(each.evidence for each in page.suggested),
    )  # fmt: skip
    for each in behind:
        assert each.id in there
        assert set(each.also) <= there.keys()
        assert 0 <= each.start <= each.end <= len(there[each.id].text)
        if each.cue:
            assert each.start <= each.cue_start < each.cue_end <= each.end


def test_passages_of_pairs_are_where_they_are_said_to_be(page: Page, sample: list[Record]) -> None:
    texts = {record.id: record.text for record in sample}
    for pair in page.pairs:
        for side in (pair.then, pair.now):
            if side.end:
                assert texts[side.id][side.start : side.end] == side.words
        assert pair.then.day < pair.now.day


def test_nothing_that_is_said_uses_a_word_that_no_screen_has(page: Page) -> None:
    ours = [*(line.words for line in page.lines), *(s.title + s.said for s in page.strands)]
    ours += [each.title + each.own.said for each in page.suggested]
    for found in figures(Material([], TODAY)):
        ours += [found.rule.title, found.rule.definition, found.rule.moves, found.said]
    for picture in page.pictures:
        ours += [picture.title, *(means for _, means in picture.key)]

    assert [words for words in ours if FORBIDDEN.search(words)] == []


def test_no_score_of_the_person_is_on_the_page(page: Page) -> None:
    text = "\n".join(page_lines(page))

    assert not re.search(r"(?i)\b(score|level|type|mood|total|streak|best|worst)\b:", text)


def test_months_stand_side_by_side_and_are_not_added_up(page: Page) -> None:
    assert len(page.statements) == 6
    for statement in page.statements:
        assert [each.month.month for each in statement.answers] == [9, 10, 11]
        assert {each.answer for each in statement.answers} <= {"yes", "partly", "no", ""}


def test_every_picture_says_the_same_in_words(page: Page) -> None:
    assert [picture.id for picture in page.pictures] == [
        "tries",
        "stuck",
        "phases",
        "sure",
        "themes",
    ]
    drawn, told = (list(page_lines(page, draws=draws)) for draws in (True, False))
    for picture in page.pictures:
        assert picture.words
        assert all(0 <= point.at < picture.length for row in picture.rows for point in row.points)
        assert f"  {picture.words[0]}" in told
    assert max(len(line) for line in drawn[drawn.index(page.pictures[0].title) :]) <= 78


def test_as_json_it_is_data(page: Page, sample: list[Record]) -> None:
    data = json.loads(json.dumps(page_json(page, figures(Material(sample, TODAY)))))

    assert [each["code"] for each in data["figures"]] == [f"I{n}" for n in range(1, 15)]
    wanted = {"definition", "n", "missing", "window", "interval", "ids", "value", "least"}
    assert all(wanted <= each.keys() for each in data["figures"])
    assert [each["code"] for each in data["figures"] if each["chosen"]] == ["I4", "I8", "I11"]


def test_an_empty_journal_says_that_nothing_is_missing() -> None:
    page = growth_page([], TODAY)

    assert page.is_empty
    assert page.first_page.is_offered
    assert next(iter(page_lines(page))) == "Nothing to compare yet, and nothing is missing."


def test_another_language_is_left_out_and_everything_else_works() -> None:
    german = "Heute habe ich die Pumpe nicht gefunden, weil der Plan im Container war."
    page = growth_page([note(german, 3), note("Star it.", 5, starred=True)], day(40))

    assert page.foreign == 1
    assert page.suggested == ()


def test_what_has_no_version_is_read_again_when_its_words_change() -> None:
    readings = Readings()
    never_kept = note("I'll ring tomorrow.")._replace(version="")

    found = readings.of(never_kept)

    assert readings.of(never_kept) is found
    assert readings.of(never_kept._replace(text="It rained.")) != found


def test_only_what_has_changed_is_read_again() -> None:
    readings, told = Readings(), []
    records = [note(f"I'll ring number {number} tomorrow.", number) for number in range(5)]
    growth_page(records, day(40), readings=readings)
    before = [readings.of(record) for record in records]
    records[2] = records[2]._replace(text="It rained.", version="2")

    growth_page(records, day(40), (), lambda done, of: told.append((done, of)), readings)

    after = [readings.of(record) for record in records]
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1
    assert not any(sentence.values("intention") for sentence in after[2])
    assert told[-1] == (5, 5)


def test_a_long_reading_can_be_left_and_gone_on_with() -> None:
    class LeftError(Exception):
        pass

    def leave(done: int, _of: int) -> None:
        if done >= 200:
            raise LeftError

    readings = Readings()
    records = [note("I'll ring them tomorrow.", 1) for _ in range(300)]
    with pytest.raises(LeftError):
        growth_page(records, day(40), (), leave, readings)

    assert len(growth_page(records, day(40), readings=readings).suggested[0].evidence) == 300


def test_twelve_weeks_are_starred_lines_and_kept_pairs(sample: list[Record]) -> None:
    weeks = twelve_weeks(sample, TODAY)

    assert "Karim explains fault loop to Lea better than I do. With a garden hose." in [
        each.words for each in weeks.starred
    ]
    assert {pair.kind for pair in weeks.pairs} == {"question", "belief"}
    assert weeks.window.days == 84
