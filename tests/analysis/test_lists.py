from datetime import date, timedelta

import pytest

from journal.analysis.due import due
from journal.analysis.entries import Entry
from journal.analysis.themes import themes

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I'll ring tomorrow.", (25, 25)),
        ("Tonight I'll read.", (24, 24)),
        ("on Friday", (27, 27)),
        ("by Tue", (31, 31)),
        ("before the weekend", (28, 29)),
        ("this week", (23, 29)),
        ("in two days", (26, 26)),
        ("in 3 days", (27, 27)),
        ("by the end of the month", (30, 30)),
        ("27 Nov", (27, 27)),
        ("2026-11-30", (30, 30)),
    ],
)
def test_days_that_are_to_come(text: str, days: tuple[int, int]) -> None:
    found = due(text, TUESDAY)
    assert found
    start = date(2026, 10, 31)
    assert (found.first, found.last) == tuple(start + timedelta(days=day) for day in days)


def test_a_month_or_a_date_that_is_past_is_the_next_years() -> None:
    month, day = due("by March", TUESDAY), due("on 3 March", TUESDAY)
    assert month
    assert (month.first, month.last) == (date(2027, 3, 1), date(2027, 3, 31))
    assert day
    assert day.first == day.last == date(2027, 3, 3)


@pytest.mark.parametrize("text", ["I may try it.", "Jan brings it.", "since 2026-11-01", "Sunny."])
def test_what_is_no_day_to_come(text: str) -> None:
    assert due(text, TUESDAY) is None


def week(number: int, text: str) -> Entry:
    return Entry(f"id{number}", TUESDAY - timedelta(weeks=20 - number), text)


def test_themes_come_back_and_lean_to_then_or_now() -> None:
    early = [week(n, "The pump alarm. Pump alarm again, and a seal.") for n in range(6)]
    late = [week(n, "Talked to the night shift about a seal.") for n in range(6, 12)]
    found = {theme.phrase: theme for theme in themes([*late, *early])}
    assert set(found) == {"pump alarm", "seal", "night shift", "talked"}
    pump, seal, night = found["pump alarm"], found["seal"], found["night shift"]
    assert (pump.then, pump.now, seal.then, seal.now, night.then, night.now) == (12, 0, 6, 6, 0, 6)
    assert pump.lean < seal.lean < night.lean
    assert abs(seal.lean) < 1
    assert pump.weeks["2026-W28"] == 2
    assert [place.id for place in pump.mentions[:2]] == ["id0", "id0"]


def test_a_turn_can_be_chosen_and_what_is_rare_is_no_theme() -> None:
    entries = [week(n, f"Seal and thing number {n}.") for n in range(8)]
    [seal] = [theme for theme in themes(entries, turn=entries[6].day) if theme.phrase == "seal"]
    assert (seal.then, seal.now) == (6, 2)
    assert [theme for theme in themes(entries[:4]) if theme.phrase == "seal"] == []
    assert themes([]) == []


def test_one_phrase_alone_leans_nowhere() -> None:
    [pump] = themes([week(n, "Pump.") for n in range(6)])
    assert (pump.phrase, pump.then, pump.now, pump.lean) == ("pump", 3, 3, 0)


def test_code_quotations_and_other_languages_make_no_themes() -> None:
    said = "`pump` and “pump”. \n> pump\n\nIt was so."
    german = "Die Pumpe ist nicht neu und die Pumpe war heute auch nicht gut."
    assert themes([week(n, text) for n in range(6) for text in (said, german)]) == []
