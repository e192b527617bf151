from datetime import date, timedelta

import pytest

from journal.analysis.due import due
from journal.analysis.entries import Entry
from journal.analysis.themes import themes, words_said

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


def test_themes_come_back_most_often_first_the_longest_phrase_of_each() -> None:
    early = [week(n, "The pump alarm. Pump alarm again, and a seal.") for n in range(6)]
    late = [week(n, "Talked to the night shift about a seal.") for n in range(6, 12)]
    found = themes([*late, *early])
    often = [(theme.phrase, len(theme.mentions)) for theme in found]
    assert often == [("pump alarm", 12), ("seal", 12), ("night shift", 6), ("talked", 6)]
    assert [place.id for place in found[0].mentions[:3]] == ["id0", "id0", "id1"]


def test_what_is_rare_is_no_theme() -> None:
    entries = [week(n, f"Seal and thing number {n}.") for n in range(8)]
    assert "seal" in [theme.phrase for theme in themes(entries)]
    assert "seal" not in [theme.phrase for theme in themes(entries[:4])]
    assert themes([]) == []


def test_words_that_say_something_are_counted_in_english() -> None:
    assert words_said(week(1, "The pump alarm again, and then a `seal`.")) == 2
    assert words_said(week(1, "Die Pumpe war heute nicht gut und der Plan auch nicht.")) == 0


def test_code_quotations_and_other_languages_make_no_themes() -> None:
    said = "`pump` and “pump”. \n> pump\n\nIt was so."
    german = "Die Pumpe ist nicht neu und die Pumpe war heute auch nicht gut."
    assert themes([week(n, text) for n in range(6) for text in (said, german)]) == []
