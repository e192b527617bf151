"""Taking back and doing again, against a simple model, across windows and sessions."""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from journal.errors import Busy, NothingFound
from journal.records.criteria import Criteria
from journal.store.journal import Journal
from tests.store.making import Hands, doc, files, line, note, opened, texts, write


class State(NamedTuple):
    """What a record of the model says; a record that is not there yet is None."""

    text: str
    trashed: bool = False


class Done(NamedTuple):
    """A step of the model: by id, the record before and after it, and the window that did it."""

    number: int
    window: str
    before: dict[str, State | None]
    after: dict[str, State]

    def left(self) -> dict[str, State]:
        """Return what taking it back leaves."""
        return {
            id_: before or self.after[id_]._replace(trashed=True)
            for id_, before in self.before.items()
        }


class UndoMachine(RuleBasedStateMachine):
    """Two windows of one computer do, undo and redo; the model does the same in a dict."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.hands = Hands()
        self.windows = [opened(self.root, "here", self.hands) for _ in range(2)]
        self.model: dict[str, State] = {}
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def did(self, window: Journal, after: dict[str, State]) -> None:
        self.count += 1
        before = {id_: self.model.get(id_) for id_ in after}
        self.done.append(Done(self.count, window.session, before, after))
        self.model.update(after)

    @rule(which=st.integers(0, 1), count=st.integers(1, 3), imported=st.booleans())
    def add(self, which: int, count: int, imported: bool) -> None:
        window = self.windows[which]
        ids = [f"bcd{self.count:05}{n}" for n in range(count)]
        records = [note(f"new {id_}")._replace(id=id_) for id_ in ids]
        if imported:
            for number, record in enumerate(records):
                window.bring_in([record], f"2016-0{number + 1}", f"run{self.count}")
        else:
            window.save(*records)
        self.did(window, {id_: State(f"new {id_}") for id_ in ids})

    @precondition(lambda self: self.model)
    @rule(which=st.integers(0, 1), number=st.integers(0, 99), op=st.sampled_from(["edit", "trash"]))
    def change(self, which: int, number: int, op: str) -> None:
        window = self.windows[which]
        id_ = sorted(self.model)[number % len(self.model)]
        record = window.get(id_)
        if op == "edit":
            record = record._replace(text=f"edited {number % 3}")
            window.save(record, op="edit")
        else:
            record = record._replace(trashed=not record.trashed)
            window.save(record, op="trash")
        self.did(window, {id_: State(record.text, record.trashed)})

    @rule(which=st.integers(0, 1), own_first=st.booleans())
    def undo(self, which: int, own_first: bool) -> None:
        window = self.windows[which]
        own = [step for step in self.done if own_first and step.window == window.session]
        if not self.done:
            with pytest.raises(NothingFound):
                window.undo(own_first)
            return
        step = (own or self.done)[-1]
        if any(self.model[id_] != state for id_, state in step.after.items()):
            with pytest.raises(Busy):
                window.undo(own_first)
            return
        taken = window.undo(own_first)
        assert {record.id for record in taken.records} == set(step.after)
        self.model.update(step.left())
        self.done.remove(step)
        self.undone.append(step)

    @rule(which=st.integers(0, 1))
    def redo(self, which: int) -> None:
        window = self.windows[which]
        if not self.undone:
            with pytest.raises(NothingFound):
                window.redo()
            return
        step = self.undone[-1]
        if any(self.model[id_] != state for id_, state in step.left().items()):
            with pytest.raises(Busy):
                window.redo()
            return
        window.redo()
        self.model.update(step.after)
        self.undone.pop()
        self.done = sorted([*self.done, step])

    @rule(which=st.integers(0, 1))
    def begin_a_new_session(self, which: int) -> None:
        self.windows[which].close()
        self.windows[which] = opened(self.root, "here", self.hands)

    @rule(hours=st.integers(0, 400))
    def turn_the_clock(self, hours: int) -> None:
        self.hands.on(hours=hours)

    @invariant()
    def every_window_shows_the_model(self) -> None:
        for window in self.windows:
            shown = window.table()
            found = {
                str(each.doc_id): State(each["text"], each.get("trashed", False)) for each in shown
            }
            assert found == self.model


UndoMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
TestUndo = UndoMachine.TestCase


def test_an_import_of_several_lines_is_one_step(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("mine"))
    for number, month in enumerate(("2016-01", "2016-02", "2016-02")):
        both = [note(month)._replace(id=f"bbbbbbbbb{number}{each}") for each in "bc"]
        journal.bring_in(both, month, "run")
    assert len(texts(journal)) == 7
    taken = journal.undo()
    assert (taken.op, len(taken.records)) == ("import", 6)
    assert texts(journal) == ["mine"]
    assert len(texts(journal, trashed=True)) == 6
    assert journal.redo().op == "import"
    assert len(texts(journal)) == 7


def test_undo_leaves_what_another_computer_did(tmp_path: Path) -> None:
    here, there = opened(tmp_path, "here"), opened(tmp_path, "there")
    here.save(note("from here"))
    there.save(note("from there"))
    assert here.undo().records[0].text == "from here"
    with pytest.raises(NothingFound):
        here.undo()
    assert texts(there) == ["from there"]


def test_undo_is_refused_when_another_computer_has_edited_the_record(tmp_path: Path) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    here.save(note("from here"))
    there.save(there.find(Criteria())[0]._replace(text="better"), op="edit")
    with pytest.raises(Busy):
        here.undo()
    assert texts(here) == ["better"]


def test_undo_is_refused_when_what_was_there_before_is_lost(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("first"))
    journal.save(kept._replace(text="second"), op="edit")
    [file] = (tmp_path / "journal" / "lines-1").iterdir()
    file.write_bytes(file.read_bytes().replace(b"first", b"fir5t"))
    again = opened(tmp_path)
    with pytest.raises(Busy):
        again.undo()
    assert texts(again) == ["second"]


def test_last_is_what_was_added_last_here_and_is_not_in_the_trash(tmp_path: Path) -> None:
    here, there = opened(tmp_path, "here"), opened(tmp_path, "there")
    [first], [second] = here.save(note("first")), here.save(note("second"))
    there.save(note("elsewhere"))
    here.save(first._replace(text="first, edited"), op="edit")
    assert here.get("last").text == "second"
    here.remove(second)
    assert here.get("last").text == "first, edited"
    here.undo()
    assert here.get("last").text == "second"


def test_history_tells_who_made_which_version(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("one"))
    journal.save(kept._replace(text="two"), op="edit")
    journal.undo()
    past = opened(tmp_path).history(kept.id)
    assert [(each.op, each.record.text) for each in past] == [
        ("add", "one"), ("edit", "two"), ("undo", "one"),
    ]  # fmt: skip
    assert len({each.t for each in past}) == 3
    [file] = files(tmp_path)
    assert {each.computer for each in past} == {file.split(".")[1]}


def test_history_leaves_out_a_version_that_cannot_be_read(tmp_path: Path) -> None:
    lines = [
        line(1, 1, {"bbbbbbbbbb": doc("one")}),
        line(2, 2, {"bbbbbbbbbb": doc("two", was="1", tags=5)}),
        line(3, 3, {"bbbbbbbbbb": doc("three", was="2")}),
    ]
    write(tmp_path, {"2026-11.bbbb.jsonl": lines})
    past = opened(tmp_path).history("bbbbbbbbbb")
    assert [each.record.text for each in past] == ["one", "three"]
