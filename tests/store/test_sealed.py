"""A sealed journal is the same journal: for who has what opens it."""

import json
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import Busy, Damaged, Locked, NothingFound, NotWritten
from journal.records.criteria import Criteria
from journal.store.journal import Journal
from journal.store.sealed import sealing, slots
from tests.store.making import NOON, Hands, note, opened, texts
from tests.store.sealed import CHEAP, PASSPHRASE, everything, put, seal, unlocked
from tests.store.test_quick_looks import QUESTIONS, act, live


def answers(root: Path, opener: Any) -> list[Any]:
    """Return what a journal says to every question, by quick looks and read whole."""
    whole: Journal = opener(root, "reader")
    whole.load()
    said: list[Any] = [whole.on_both_sides(), whole.timeline(), whole.damage()]
    for number, question in enumerate(QUESTIONS):
        newest = number % 3
        said.append(whole.find(question, newest))
        assert opener(root, "reader").find(question, newest) == said[-1]
    for record in whole.find(Criteria()) + whole.find(Criteria(trashed=True)):
        said += [whole.history(record.id), whole.sides(record.id)]
        assert opener(root, "reader").history(record.id) == said[-2]
    return said


@settings(max_examples=10)
@given(st.lists(act, min_size=1, max_size=15))
def test_sealed_and_open_say_the_same(
    acts: list[tuple[str, str, str, tuple[str, ...], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        live(root, acts)
        before = answers(root, opened)
        seal(opened(root, "reader"))
        assert answers(root, unlocked) == before
        sealing.decrypt(unlocked(root, "reader"))
        assert answers(root, opened) == before


def test_no_word_of_it_is_left_to_read(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("canary one", tags=("canary",)))
    journal.drafts.keep("today", "canary draft")
    seal(journal)
    journal.save(note("canary two"))
    journal.drafts.keep("today", "canary draft, longer")
    journal.drafts.close()
    opened(tmp_path, "there").save(note("canary three"))
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(found) > 5
    assert not [path for path in found if b"canary" in path.read_bytes().lower()]
    left = unlocked(tmp_path).drafts.left_behind()
    assert [draft.text for draft in left] == ["canary draft, longer"]
    assert opened(tmp_path).drafts.left_behind() == []


def test_each_of_its_keys_opens_it_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "key"
    journal = opened(tmp_path)
    journal.save(note("one"))
    recovery = seal(journal, "ünlock me", file)
    for typed in ("u\u0308nlock me", recovery, f" {recovery.upper().replace('-', ' ')} "):
        other = opened(tmp_path)
        other.unlock(typed)
        assert texts(other) == ["one"]
    other = opened(tmp_path)
    other.unlock_with(file)
    assert texts(other) == ["one"]
    slip = recovery[:-1] + ("a" if recovery[-1] != "a" else "b")
    for wrong in ("unlock me", "", slip, "aaaa-" * 8 + "aaaa"):
        with pytest.raises(Locked):
            opened(tmp_path).unlock(wrong)
    with pytest.raises(Locked):
        texts(opened(tmp_path))


def test_wrong_key_damaged_key_and_damaged_data_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "key"
    seal(opened(tmp_path), key_file=file)
    unlocked(tmp_path).save(note("one"))
    with pytest.raises(Locked, match="passphrase does not open"):
        opened(tmp_path).unlock("wrong")
    file.write_text(file.read_text()[:-4] + "x\n")
    with pytest.raises(Damaged, match="damaged, or no key file"):
        opened(tmp_path).unlock_with(file)
    sound = everything(tmp_path)
    put(
        tmp_path,
        {**sound, "journal.json": sound["journal.json"].replace(b'"salt": "', b'"salt": "A')},
    )
    with pytest.raises(Damaged, match=r"keys in .* are damaged"):
        opened(tmp_path).unlock(PASSPHRASE)
    backup = tmp_path / "here" / "backups" / "2026-11-20"
    backup.mkdir(parents=True)
    (backup / "journal.json").write_bytes(sound["journal.json"])
    with pytest.raises(Damaged) as told:
        opened(tmp_path).unlock(PASSPHRASE)
    assert str(backup) in told.value.hint


def test_another_journals_key_file_is_no_key(tmp_path: Path) -> None:
    for name in ("a", "b"):
        seal(opened(tmp_path / name), key_file=tmp_path / name / "key")
    with pytest.raises(Locked, match="does not open this journal"):
        opened(tmp_path / "a").unlock_with(tmp_path / "b" / "key")
    with pytest.raises(Locked, match="cannot be read"):
        opened(tmp_path / "a").unlock_with(tmp_path / "nowhere")
    with pytest.raises(NotWritten, match="is there already"):
        seal(opened(tmp_path / "c"), key_file=tmp_path / "b" / "key")


def test_a_new_passphrase_changes_journal_json_alone(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    recovery = seal(journal)
    before = everything(tmp_path)
    sealing.change_passphrase(journal, "another", CHEAP)
    now = everything(tmp_path)
    assert {name for name in now if now[name] != before.get(name)} == {"journal.json"}
    with pytest.raises(Locked):
        opened(tmp_path).unlock(PASSPHRASE)
    for typed in ("another", recovery):
        other = opened(tmp_path)
        other.unlock(typed)
        assert texts(other) == ["one"]
    new = slots.new_recovery()
    sealing.change_recovery(journal, new)
    with pytest.raises(Locked):
        opened(tmp_path).unlock(recovery)
    opened(tmp_path).unlock(new)


def test_what_was_added_while_locked_appears_and_is_marked(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    unlocked(tmp_path).save(note("before"))
    [added] = opened(tmp_path).save(note("while locked"))
    journal = unlocked(tmp_path)
    assert texts(journal) == ["before", "while locked"]
    assert [past.op for past in journal.history(added.id)] == ["add-locked"]
    assert journal.added_while_locked() == [added.id]
    assert unlocked(tmp_path).added_while_locked() == []
    journal.save(journal.get(added.id)._replace(text="seen"), op="edit")
    assert texts(unlocked(tmp_path)) == ["before", "seen"]
    journal.undo()
    assert texts(unlocked(tmp_path)) == ["before", "while locked"]
    assert journal.damage() == []


def test_while_locked_nothing_can_be_changed_or_read(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("one"))
    seal(journal)
    before = everything(tmp_path)
    locked = opened(tmp_path)
    assert locked.locked
    assert locked.is_sealed
    for change in (
        lambda: locked.save(kept, op="edit"),
        lambda: locked.remove(kept),
        lambda: locked.bring_in([kept], "2026-11", "run"),
        locked.undo,
        lambda: locked.purge(kept),
        lambda: locked.get(kept.id),
        lambda: locked.history(kept.id),
        locked.damage,
    ):
        with pytest.raises(Locked):
            change()
    assert everything(tmp_path) == before


def test_locking_forgets_all_and_keeps_the_draft(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    assert texts(journal) == ["one"]
    heard = list[set[str]]()
    journal.subscribe(heard.append)
    journal.drafts.keep("today", "unfinished")
    assert journal.lock()
    assert len(heard) == 1
    assert journal.locked
    with pytest.raises(Locked):
        texts(journal)
    with pytest.raises(Locked):
        journal.drafts.keep("loop", "more")
    journal.save(note("while locked"))
    journal.unlock(PASSPHRASE)
    assert texts(journal) == ["one", "while locked"]
    journal.drafts.keep("loop", "more")
    journal.close()
    left = unlocked(tmp_path).drafts.left_behind()
    assert sorted(draft.text for draft in left) == ["more", "unfinished"]


def test_a_locked_window_that_is_closed_leaves_its_draft(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    seal(journal)
    journal.drafts.keep("today", "unfinished")
    journal.lock()
    journal.close()
    assert [draft.text for draft in unlocked(tmp_path).drafts.left_behind()] == ["unfinished"]


def test_another_window_notices_that_the_journal_was_locked(tmp_path: Path) -> None:
    window = opened(tmp_path)
    window.save(note("one"))
    assert texts(window) == ["one"]
    seal(opened(tmp_path))
    with pytest.raises(Locked):
        texts(window)
    window.save(note("two"))
    window.unlock(PASSPHRASE)
    assert texts(window) == ["one", "two"]
    sealing.decrypt(unlocked(tmp_path))
    window.save(note("three"))
    assert texts(window) == ["one", "three", "two"]


def test_somebody_is_asked_when_it_is_needed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("one"))
    seal(journal)
    other, asked = opened(tmp_path), list[str]()

    def ask() -> None:
        asked.append("passphrase")
        other.unlock(PASSPHRASE)

    other.keyring.ask = ask
    other.save(note("two"))
    assert asked == []
    other.save(kept._replace(text="changed"), op="edit")
    assert texts(other) == ["changed", "two"]
    assert asked == ["passphrase"]


def test_sealing_twice_and_opening_what_is_open(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for change in (sealing.decrypt, lambda journal: sealing.change_passphrase(journal, "x", CHEAP)):
        with pytest.raises(NothingFound):
            change(journal)
    seal(journal)
    with pytest.raises(Busy):
        seal(journal)
    assert not opened(tmp_path / "open").locked
    assert not opened(tmp_path / "open").lock()


def test_slots_that_ask_for_too_much_are_refused_before_anything_is_worked_out(
    tmp_path: Path,
) -> None:
    seal(opened(tmp_path))
    root = tmp_path / "journal" / "journal.json"
    fields = json.loads(root.read_text())
    for name, value in (("memory", 1 << 40), ("passes", 1 << 30), ("memory", "x"), ("salt", "AA")):
        odd = [{**fields["slots"][0], name: value}, *fields["slots"][1:]]
        from journal.store.root import sum_of

        said = {**fields, "slots": odd}
        root.write_text(json.dumps({**said, "sum": sum_of(said)}))
        with pytest.raises((Damaged, Locked)):
            opened(tmp_path).unlock(PASSPHRASE)


def test_two_computers_share_it(tmp_path: Path) -> None:
    hands = Hands(NOON)
    seal(opened(tmp_path, "here", hands))
    here, there = unlocked(tmp_path, "here", hands), unlocked(tmp_path, "there", hands)
    here.save(note("one", NOON - timedelta(days=40)))
    there.save(note("two"))
    assert texts(here) == texts(there) == ["one", "two"]
    assert len(list((tmp_path / "journal" / "lines-1").iterdir())) == 2
