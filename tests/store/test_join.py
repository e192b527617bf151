"""A record that was edited on two sides becomes one again, and both sides stay in its history."""

from pathlib import Path

import pytest

from journal.errors import NoSuchRecord
from tests.store.making import Hands, note, opened, texts


def test_two_sides_become_one(tmp_path: Path) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    [first] = here.save(note("first"))
    here.save(first._replace(text="here"), op="edit")
    there.save(first._replace(text="there"), op="edit")
    assert here.on_both_sides() == [first.id]
    assert [side.text for side in here.sides(first.id)] == ["here", "there"]

    joined = here.join(here.sides(first.id)[0]._replace(text="here and there"))
    for journal in (here, there, opened(tmp_path)):
        assert journal.on_both_sides() == []
        assert texts(journal) == ["here and there"]
        assert journal.get(first.id) == joined
        assert [side.text for side in journal.sides(first.id)] == ["here and there"]
    said = [past.record.text for past in here.history(first.id)]
    assert said == ["first", "here", "there", "here and there"]


def test_a_joining_can_be_edited_and_taken_back(tmp_path: Path) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    [first] = here.save(note("first"))
    for journal, text in ((here, "here"), (there, "there")):
        journal.save(first._replace(text=text), op="edit")
    joined = here.join(here.sides(first.id)[0])
    assert texts(here) == ["here"]
    here.save(joined._replace(text="later"), op="edit")
    assert texts(there) == ["later"]
    here.undo()
    here.undo()
    assert texts(here) == ["there"]
    assert here.on_both_sides() == []


def test_what_is_not_there_has_no_sides(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRecord):
        opened(tmp_path).sides("bcdfghjklm")
    with pytest.raises(NoSuchRecord):
        opened(tmp_path).join(note("x")._replace(id="bcdfghjklm"))
