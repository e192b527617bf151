"""The sample of twelve weeks: true to the rules, never in the future, gone when it is closed."""

import signal
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.clock import Clock, logical_day, system_clock
from journal.dates.calendar import last_workday
from journal.practice.look_back.close import FORMS
from journal.practice.look_back.fading import level
from journal.practice.look_back.gather import gather, line_for_today
from journal.practice.look_back.prompts import by_key
from journal.prompt_files import shipped_packs
from journal.records.close import Answer, Close
from journal.records.codec import from_doc, to_json
from journal.records.record import Record, Sign, Unknown
from journal.sample import ENDS_AT, sample_clock, sample_records
from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal

PACKS = shipped_packs()
PROMPTS = by_key(PACKS)
FRIDAY = date(2026, 11, 20)
RECORDS = sample_records(FRIDAY, "Europe/Vienna")
NOTES = [record for record in RECORDS if record.kind == "note"]
CLOSES = [record for record in RECORDS if record.kind == "close"]
MADE = 8
"""So many are made when it is opened: two pages with two events each, an answer, a try."""

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def look_back(record: Record) -> Close:
    assert isinstance(record.own, Close)
    return record.own


def earlier(record: Record) -> list[Record]:
    return [close for close in CLOSES if close.at < record.at]


ANSWERS = [(record, answer) for record in CLOSES for answer in look_back(record).answers]


def test_there_is_enough_of_it() -> None:
    assert len(NOTES) >= 150
    assert len(CLOSES) >= 35
    assert {look_back(record).form for record in CLOSES} == set(FORMS)
    assert {record.sign for record in NOTES} == {None, *Sign}
    assert len({tag for record in RECORDS for tag in record.tags}) >= 8
    assert sum(record.starred for record in RECORDS) >= 3
    assert sum(bool(look_back(record).tomorrow) for record in CLOSES) >= 15
    assert sum(bool(look_back(record).left) for record in CLOSES) == 1


def test_every_field_is_one_of_its_kind() -> None:
    for record in RECORDS:
        assert not isinstance(record.own, Unknown)
        assert (record.other, record.extra, record.trashed) == ({}, {}, False)
        assert from_doc(record.id, to_json(record)) == record
        assert record.text == record.text.strip() != ""


def test_links_and_picks_lead_to_something_older() -> None:
    at = {record.id: record.at for record in RECORDS}
    assert len(at) == len(RECORDS)
    assert all(at[link] < record.at for record in RECORDS for link in record.links)
    assert sum(bool(record.links) for record in NOTES) >= 50


@pytest.mark.parametrize("record", CLOSES, ids=lambda record: str(record.day))
def test_what_was_picked_or_set_aside_had_been_gathered(record: Record) -> None:
    close = look_back(record)
    there = {note.id for note in gather(NOTES, earlier(record), record.day, record.at)}
    assert {close.picked, *close.aside} - {""} <= there
    assert there or close.answers[0].prompt in ("daily/moment", "daily/way-home")


@pytest.mark.parametrize(("record", "answer"), ANSWERS, ids=lambda value: value[0] or None)
def test_each_question_is_put_as_the_packs_and_the_rule_have_it(
    record: Record, answer: Answer
) -> None:
    prompt = PROMPTS[answer.prompt]
    assert answer.version == prompt.version
    assert answer.wording == prompt.wording(answer.level)
    assert answer.level == level(prompt.family, PACKS, earlier(record)).name


@pytest.mark.parametrize("record", CLOSES, ids=lambda record: str(record.day))
def test_questions_come_in_their_order_and_one_of_a_family(record: Record) -> None:
    close = look_back(record)
    asked = [PROMPTS[key] for key in (*(a.prompt for a in close.answers), *close.left)]
    places = [FORMS[close.form].index(prompt.step) for prompt in asked]
    assert places == sorted(places)
    assert len({prompt.family for prompt in asked}) == len(asked)


def test_no_angle_is_asked_three_times_running() -> None:
    angles = [PROMPTS[answer.prompt].angle for _, answer in ANSWERS if PROMPTS[answer.prompt].angle]
    assert all(len(set(three)) > 1 for three in zip(angles, angles[1:], angles[2:], strict=False))


def test_questions_get_shorter_over_the_weeks() -> None:
    levels = [answer.level for _, answer in ANSWERS if answer.prompt == "daily/happened"]
    assert list(dict.fromkeys(levels)) == ["full", "cue", "word", "silent"]


def test_the_same_question_is_answered_early_and_late() -> None:
    first, last = RECORDS[0].day + timedelta(weeks=5), FRIDAY - timedelta(weeks=4)
    then = {answer.prompt for record, answer in ANSWERS if record.day < first}
    now = {answer.prompt for record, answer in ANSWERS if record.day > last}
    assert len([key for key in then & now if PROMPTS[key].step == "question"]) >= 3


@given(DAYS)
@settings(max_examples=20)
def test_whatever_day_it_is_the_sample_ends_on_it_or_on_the_friday_before(today: date) -> None:
    records = sample_records(today, "UTC")
    clock = sample_clock(Clock(system_clock().ns, "UTC"), today)
    last = last_workday(today)
    assert records[-1].day == last == clock.now().date()
    assert last == today or (today.weekday() >= 5 and last.weekday() == 4)
    assert (today - last).days <= 2
    assert all(record.at <= clock.now() for record in records)
    assert sorted(records, key=lambda record: record.at) == records


@given(DAYS)
@settings(max_examples=20)
def test_records_lie_on_workdays_of_twelve_weeks_and_none_in_the_holiday(today: date) -> None:
    records = sample_records(today, "UTC")
    days = {record.day for record in records}
    assert all(day.weekday() < 5 for day in days)
    assert all(record.day == logical_day(record.at) == record.at.date() for record in records)
    assert timedelta(weeks=11) < max(days) - min(days) < timedelta(weeks=12)
    pauses = Counter(after - before for before, after in zip(*_pairs(days), strict=True))
    assert [count for pause, count in pauses.items() if pause > timedelta(weeks=1)] == [1]


def _pairs(days: set[date]) -> tuple[list[date], list[date]]:
    ordered = sorted(days)
    return ordered[:-1], ordered[1:]


@given(DAYS, DAYS)
@settings(max_examples=10)
def test_the_same_day_gives_the_same_sample_and_ids_are_always_the_same(
    one: date, another: date
) -> None:
    records = sample_records(one, "UTC")
    assert records == sample_records(one, "UTC")
    moved = sample_records(another, "UTC")
    assert [(r.id, r.text) for r in records] == [(r.id, r.text) for r in moved]


def test_the_last_day_is_open_and_begins_with_a_line_from_the_day_before() -> None:
    clock = sample_clock(system_clock(), FRIDAY)
    assert CLOSES[-1].day < FRIDAY
    assert line_for_today(CLOSES, clock.now()) == look_back(CLOSES[-1]).tomorrow
    assert len(gather(NOTES, CLOSES, FRIDAY, clock.now())) >= 4


# The verb.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the command finds room for what is thrown away."""
    made = tmp_path / "temporary"
    made.mkdir()
    return made


@pytest.fixture
def shell_home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_in_a_pipe_it_is_the_last_day_and_leaves_nothing(shell_home: Home, folder: Path) -> None:
    today = sample_records(shell_home.now.date(), "Europe/Vienna")
    ended = shell_home.run("demo", env={"TMPDIR": str(folder)})
    assert look_back(CLOSES[-1]).tomorrow in ended.out
    last = [record.text for record in today if record.day == today[-1].day]
    assert [text for text in last if text not in ended.out] == []
    assert "sample" in ended.err
    assert "Nothing you do in it is kept." in ended.err
    assert list(folder.iterdir()) == []
    assert not shell_home.folder.exists()


def test_on_a_sunday_it_is_friday_in_it(shell_home: Home) -> None:
    shell_home.now = datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001 - local, as JOURNAL_NOW is
    assert f"In it, it is Friday, {ENDS_AT:%H:%M}." in shell_home.run("demo").err


def test_the_learners_own_journal_is_left_alone(shell_home: Home) -> None:
    mine = shell_home.add("my own note")
    assert "my own note" not in shell_home.run("demo").out
    listed = shell_home.run("list", "--json").json
    assert [record["id"] for record in listed] == [mine]


@pytest.mark.parametrize("how", ["ctrl+q", "SIGTERM"])
def test_on_a_terminal_it_is_the_app_and_however_it_ends_nothing_is_left(
    shell_home: Home, folder: Path, how: str
) -> None:
    env = shell_home.env | {"TMPDIR": str(folder)}
    with Terminal([str(COMMAND), "demo"], size=(120, 36), env=env) as terminal:
        terminal.wait("no hole before Zeynep has rung")
        terminal.wait("Lea to the painter")
        [_] = folder.iterdir()
        if how == "SIGTERM":
            terminal.signal(signal.SIGTERM)
        else:
            terminal.press("\x11")
        assert terminal.end() == 0
        terminal.wait("The sample is gone")
    assert list(folder.iterdir()) == []
    assert not shell_home.folder.exists()


def test_undo_finds_nothing_to_take_back_in_a_fresh_sample(shell_home: Home, folder: Path) -> None:
    env = shell_home.env | {"TMPDIR": str(folder)}
    with Terminal([str(COMMAND), "demo"], size=(120, 36), env=env) as terminal:
        terminal.wait("Lea to the painter")
        [made] = folder.iterdir()
        inside = Home(made)
        undone = inside.run("undo", env={"JOURNAL_HOME": str(made)}, code=1)
        assert undone.out == ""
        there = inside.run("list", "--kind", "all", "-n", "999", "--json").json
        assert len(there) == len(RECORDS) + MADE
        terminal.press("\x11")
        assert terminal.end() == 0
