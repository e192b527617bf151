import pytest

from tests.cli.home import Home


def test_a_day_is_a_page(home: Home) -> None:
    home.add("one\ntwo")
    home.add("--at", "yesterday 10:00", "before")
    assert home.run("day").lines == ["today", "  09:01  one", "         two"]
    assert home.run("day", "mon").lines == ["yesterday", "  10:00  before"]
    found = home.run("day", "--json").json
    assert (found["from"], found["to"]) == ("2026-11-24", "2026-11-24")
    assert found["days"][0]["records"][0]["text"] == "one\ntwo"


def test_an_empty_day_is_said_on_stderr(home: Home) -> None:
    for words in (["day"], ["day", "yesterday"], ["day", "fri"]):
        ended = home.run(*words)
        assert ended.out == ""
        assert ended.err.startswith("Nothing ")


@pytest.mark.parametrize(
    ("span", "texts"),
    [
        ("day", ["24th"]),
        ("week", ["23rd", "24th"]),
        ("month", ["2nd", "23rd", "24th"]),
        ("quarter", ["of september", "2nd", "23rd", "24th"]),
    ],
)
def test_a_review_covers_its_days(home: Home, span: str, texts: list[str]) -> None:
    for at, text in (
        ("2026-09-06 10:00", "thirteen weeks ago"),
        ("2026-09-07 10:00", "of september"),
        ("2026-11-02 10:00", "2nd"),
        ("2026-11-23 10:00", "23rd"),
        ("2026-11-24 08:00", "24th"),
    ):
        home.add("--at", at, text)
    days = home.run("review", span, "--json").json["days"]
    assert [record["text"] for day in days for record in day["records"]] == texts
    page, *_ = home.run("review", span).out.split("An old note")
    assert [text for text in ("thirteen weeks ago", *texts) if text in page] == texts


def test_a_review_of_another_week(home: Home) -> None:
    home.add("--at", "2026-11-16 10:00", "monday")
    assert "monday" in home.run("review", "week", "2026-W47").out
    ended = home.run("review", "week", "2026-W40", code=1)
    assert ended.err == "Nothing was written from Monday 28 September to Sunday 4 October.\n"
    ended = home.run("review", "week", code=1)
    assert ended.err == "Nothing is written since yesterday yet.\n"
    assert home.run("review", "week", "--json", code=1).json["days"] == []
    home.run("review", "fortnight", code=2)


def test_on_this_day_of_earlier_years(home: Home) -> None:
    assert "Nothing was written" in home.run("review", "onthisday", code=1).err
    home.add("--at", "2024-11-24 10:00", "two years ago")
    home.add("--at", "2024-11-25 10:00", "another day")
    out = home.run("review", "onthisday").out
    assert "two years ago" in out
    assert "another day" not in out
    [record] = home.run("review", "onthisday", "--json").json
    assert record["text"] == "two years ago"


def test_gaps_are_workdays_of_four_weeks(home: Home) -> None:
    home.add("--at", "2026-11-18 10:00", "wednesday")
    gaps = home.run("review", "gaps", "--json").json
    assert [gap["day"] for gap in gaps] == ["2026-11-19", "2026-11-20", "2026-11-23"]
    home.add("--at", "2026-09-18 10:00", "in september")
    gaps = [gap["day"] for gap in home.run("review", "gaps", "--json").json]
    assert len(gaps) == 19
    assert "2026-11-18" not in gaps
    assert {"2026-11-21", "2026-11-24"}.isdisjoint(gaps)


def test_where_there_are_no_gaps_the_days_that_were_looked_at_are_named(home: Home) -> None:
    home.add("--day", "yesterday", "a line")
    said = home.run("review", "gaps", code=1).err
    assert said == "In the four weeks before today no workday is without a line.\n"
    assert "before Thursday 1 October no" in home.run("review", "gaps", "2026-10-01", code=1).err


def test_a_day_without_a_line_can_be_given_a_reason(home: Home) -> None:
    home.add("--at", "2026-11-18 10:00", "wednesday")
    id_ = home.run("review", "gaps", "2026-11-19", "--reason", "holiday").id
    found = home.run("review", "gaps", "--json").json
    assert found[0] == {"day": "2026-11-19", "reason": "holiday", "id": id_}
    assert (found[1]["reason"], found[1]["id"]) == (None, None)
    home.run("review", "gaps", "2026-11-19", "--reason", "ill")
    assert "2026-11-19  Thursday  ill\n" in home.run("review", "gaps").out
    assert home.record(id_)["tags"] == ["away"]
    home.run("undo")
    assert "holiday" in home.run("review", "gaps").out
    for words in (["2026-11-18", "--reason", "ill"], ["2026-11-21", "--reason", "ill"]):
        home.run("review", "gaps", *words, code=2)
    home.run("review", "gaps", "2026-11-20", "--reason", " ", code=2)
    home.run("review", "week", "--reason", "ill", code=2)


def test_status_says_what_waits(home: Home) -> None:
    assert home.run("status", "--line").out == ""
    assert home.run("status").out
    home.add("one")
    assert home.run("status", "--line").out == "1 note today\n"
    found = home.run("status", "--json").json
    assert (found["day"], found["notes"], found["looked_back"]) == ("2026-11-24", 1, False)
    home.run("close", "--minute", stdin="one\n\n")
    assert home.run("status", "--line").out == ""
    assert home.run("status", "--json").json["looked_back"] is True


def test_status_never_speaks_of_a_day_that_was_not_written(home: Home) -> None:
    home.add("--at", "2026-11-02 10:00", "three weeks ago")
    said = home.run("status").out + home.run("status", "--line").out
    assert "yesterday" not in said
    assert "ago" not in said
