"""Clocks that are wrong, and set right again: nothing is lost, and undo keeps its order."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.store.making import NOON, Hands, files, note, opened, texts


def test_a_year_ahead_and_back_again(tmp_path: Path) -> None:
    hands = Hands()
    for days in (0, 365, -365):
        hands.on(days=days)
        opened(tmp_path, "here", hands).save(note(f"{hands.clock().now():%Y}"))
    journal = opened(tmp_path, "here", hands)
    assert texts(journal) == ["2026", "2026", "2027"]
    assert journal.damage() == []
    months = [name.split(".")[:2] for name in files(tmp_path)]
    assert [month for month, _ in months] == ["2026-11", "2026-11", "2027-11"]
    assert len({computer for _, computer in months}) == 2
    assert [journal.undo().records[0].text for _ in range(3)] == ["2026", "2027", "2026"]


def test_an_open_window_lives_through_it(tmp_path: Path) -> None:
    hands = Hands()
    journal = opened(tmp_path, "here", hands)
    [kept] = journal.save(note("now"))
    hands.on(days=365)
    [kept] = journal.save(kept._replace(text="in a year"), op="edit")
    hands.on(days=-365)
    journal.save(kept._replace(text="now again"), op="edit")
    assert texts(opened(tmp_path)) == ["now again"]
    assert [past.record.text for past in opened(tmp_path).history(kept.id)] == [
        "now", "in a year", "now again",
    ]  # fmt: skip
    assert journal.undo().records[0].text == "in a year"


def test_a_clock_that_goes_backwards_keeps_the_order_of_what_was_done(tmp_path: Path) -> None:
    hands = Hands()
    for number in range(4):
        opened(tmp_path, "here", hands).save(note(f"{number}"))
        hands.on(hours=-5)
    journal = opened(tmp_path, "here", hands)
    assert journal.get("last").text == "3"
    assert [journal.undo().records[0].text for _ in range(4)] == ["3", "2", "1", "0"]
    assert len(files(tmp_path)) == 1


def test_a_clock_that_begins_at_its_beginning(tmp_path: Path) -> None:
    hands = Hands()
    opened(tmp_path, "here", hands).save(note("before"))
    hands.set(datetime(1970, 1, 1, tzinfo=UTC))
    opened(tmp_path, "here", hands).save(note("empty battery"))
    hands.set(datetime(1969, 12, 31, 12, tzinfo=UTC))
    opened(tmp_path, "here", hands).save(note("before all time"))
    hands.set(NOON)
    journal = opened(tmp_path, "here", hands)
    journal.save(note("after"))
    assert texts(journal) == ["after", "before", "before all time", "empty battery"]
    assert journal.damage() == []
    assert journal.undo().records[0].text == "after"


def test_a_new_month_is_a_new_file_of_the_same_computer(tmp_path: Path) -> None:
    hands = Hands(datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))
    journal = opened(tmp_path, "here", hands)
    journal.save(note("old year"))
    hands.on(seconds=2)
    journal.save(note("new year"))
    hands.on(seconds=-2)
    journal.save(note("a moment back"))
    opened(tmp_path, "here", hands).save(note("in another window"))
    assert {name: data.count(b"\n") for name, data in files(tmp_path).items()} == {
        f"2026-12.{name(tmp_path)}.jsonl": 1,
        f"2027-01.{name(tmp_path)}.jsonl": 3,
    }


def name(root: Path) -> str:
    """Return the one name that wrote all files."""
    [computer] = {file.split(".")[1] for file in files(root)}
    return computer


def test_an_edit_counts_as_later_than_what_it_replaces_whatever_the_clocks_say(
    tmp_path: Path,
) -> None:
    ahead, behind = Hands(NOON + timedelta(hours=3)), Hands()
    there, here = opened(tmp_path, "there", ahead), opened(tmp_path, "here", behind)
    [kept] = there.save(note("first"))
    here.save(here.get(kept.id)._replace(text="second"), op="edit")
    assert opened(tmp_path).get(kept.id).text == "second"


def test_a_new_month_goes_on_from_the_month_before_it_though_that_was_wrong(
    tmp_path: Path,
) -> None:
    hands = Hands()
    [kept] = opened(tmp_path, "here", hands).save(note("draft"))
    hands.on(days=-800)
    for number in range(3):  # each later than what it replaces, and so later than the clock
        edited = kept._replace(text=f"edit {number}")
        [kept] = opened(tmp_path, "here", hands).save(edited, op="edit")
    hands.on(days=100)
    opened(tmp_path, "here", hands).save(note("the newest"))
    journal = opened(tmp_path, "here", hands)
    assert len(files(tmp_path)) == 3
    assert journal.undo().records[0].text == "the newest"
    assert journal.undo().records[0].text == "edit 1"


def test_a_window_notices_that_another_one_has_been_in_a_later_month(tmp_path: Path) -> None:
    hands = Hands()
    one, other = opened(tmp_path, "here", hands), opened(tmp_path, "here", hands)
    one.save(note("first"))
    other.save(note("second"))
    hands.on(days=60)
    other.save(note("third"))
    hands.on(days=-60)
    one.save(note("fourth"))
    assert len({name.split(".")[1] for name in files(tmp_path)}) == 2
    taken = [opened(tmp_path, "here", hands).undo().records[0].text for _ in range(4)]
    assert taken == ["fourth", "third", "second", "first"]
