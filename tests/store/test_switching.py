"""From open to sealed and back: wholly the one or wholly the other, whatever interrupts it."""

from pathlib import Path

import pytest

from journal.errors import Damaged, JournalError
from journal.records.criteria import Criteria
from journal.store.sealed import sealing
from journal.store.sealed.keyring import Unsealed
from journal.store.sealed.settling import drop, late_lines, take_in
from tests.store.killing import kill
from tests.store.making import Hands, doc, files, line, newest, note, opened, texts
from tests.store.sealed import PASSPHRASE, everything, put, seal, unlocked


def test_killed_anywhere_while_it_is_sealed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for number in range(3):
        journal.save(note(f"canary {number}"))
    journal.drafts.keep("today", "canary draft")
    journal.drafts.close()
    steps = kill(
        tmp_path,
        """
        said, seen = ["canary 0", "canary 1", "canary 2"], set()
        for _ in ends(lambda: seal(opened(root)), everything(root)):
            is_sealed = opened(root).is_sealed
            seen.add(is_sealed)
            journal = unlocked(root) if is_sealed else opened(root)
            assert texts(journal) == said, texts(journal)
            assert [d.text for d in journal.drafts.left_behind()] == ["canary draft"]
            assert journal.damage() == []
            if is_sealed:
                left = [p for p in root.rglob("*") if p.is_file() and b"canary" in p.read_bytes()]
                assert not left, left
            assert len(list((root / "journal").glob("lines-*"))) == 1
        assert seen == {True, False}
        """,
    )
    assert steps > 30


def test_killed_anywhere_while_it_is_opened(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    opened(tmp_path).save(note("while locked"))
    steps = kill(
        tmp_path,
        """
        seen = set()
        for _ in ends(lambda: sealing.decrypt(unlocked(root)), everything(root)):
            is_sealed = '"sealed"' in (root / "journal" / "journal.json").read_text()
            seen.add(is_sealed)
            journal = unlocked(root) if is_sealed else opened(root)
            assert texts(journal) == ["one", "while locked"], texts(journal)
            assert len(list((root / "journal").glob("lines-*"))) == 1
            assert journal.damage() == []
        assert seen == {True, False}
        """,
    )
    assert steps > 20


def test_killed_anywhere_while_the_passphrase_changes(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    steps = kill(
        tmp_path,
        """
        seen = set()
        def change():
            sealing.change_passphrase(unlocked(root), "another", CHEAP)
        for _ in ends(change, everything(root)):
            opening = []
            for passphrase in (PASSPHRASE, "another"):
                journal = opened(root)
                try:
                    journal.unlock(passphrase)
                except Locked:
                    continue
                opening.append(passphrase)
                assert texts(journal) == ["one"]
            assert len(opening) == 1, opening
            seen.update(opening)
        assert len(seen) == 2
        """,
    )
    assert steps > 5


def test_what_cannot_be_read_is_not_lost_by_sealing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    journal.save(note("two"))
    file = newest(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"one", b"onf"))
    before = everything(tmp_path)
    with pytest.raises(Damaged, match="cannot be read"):
        seal(opened(tmp_path))
    assert everything(tmp_path) == before


def test_copies_of_synchronising_tools_are_taken_along(tmp_path: Path) -> None:
    opened(tmp_path).save(note("one"))
    file = newest(tmp_path)
    copy = file.with_name(f"{file.name[:-6]} (1).jsonl")
    copy.write_bytes(file.read_bytes())
    opened(tmp_path).save(note("two"))
    seal(opened(tmp_path))
    journal = unlocked(tmp_path)
    assert texts(journal) == ["one", "two"]
    assert journal.damage() == []
    assert all("(1)" not in name for name in everything(tmp_path))


def test_open_lines_that_turn_up_later_are_offered_and_never_just_taken(tmp_path: Path) -> None:
    opened(tmp_path, "there").save(note("known"))
    before = files(tmp_path)
    opened(tmp_path, "there").save(note("late"))
    late = files(tmp_path)
    put(tmp_path, {**everything(tmp_path), **{f"lines-1/{name}": b for name, b in before.items()}})
    seal(opened(tmp_path))
    assert not (tmp_path / "journal" / "lines-1").exists()
    put(tmp_path, {**everything(tmp_path), **{f"lines-1/{name}": b for name, b in late.items()}})

    journal = unlocked(tmp_path)
    assert texts(journal) == ["known"]
    assert "came late" in journal.damage()[0].reason
    [line] = late_lines(journal)
    take_in(journal, [line])
    assert texts(journal) == ["known", "late"]
    drop(journal)
    assert unlocked(tmp_path).damage() == []
    assert late_lines(unlocked(tmp_path)) == []


def test_a_late_edit_hides_no_later_one(tmp_path: Path) -> None:
    hands = Hands()
    there = opened(tmp_path, "there", hands)
    [kept] = there.save(note("draft"))
    before = files(tmp_path)
    there.save(kept._replace(text="edited there"), op="edit")
    late = {f"lines-1/{name}": data for name, data in files(tmp_path).items()}
    put(tmp_path, {**everything(tmp_path), **{f"lines-1/{name}": b for name, b in before.items()}})
    seal(opened(tmp_path, "here", hands))
    journal = unlocked(tmp_path, "here", hands)
    journal.save(journal.get(kept.id)._replace(text="edited here"), op="edit")
    put(tmp_path, {**everything(tmp_path), **late})
    take_in(journal, late_lines(journal))
    assert texts(journal) == ["edited here"]
    assert [side.text for side in journal.sides(kept.id)] == ["edited there", "edited here"]


def test_a_late_line_that_replaces_what_has_no_name_is_taken_in(tmp_path: Path) -> None:
    opened(tmp_path).save(note("known"))
    seal(opened(tmp_path))
    odd = [line(1, 5, {"bb": doc("late", was="abc")}), line(2, 6, {"bc": doc("x", was="9" * 5000)})]
    put(tmp_path, {**everything(tmp_path), "lines-1/2026-11.bbbb.jsonl": b"".join(odd)})
    journal = unlocked(tmp_path)
    take_in(journal, late_lines(journal))
    assert texts(journal) == ["known", "late", "x"]


def test_an_old_folder_that_lacks_nothing_goes_by_itself(tmp_path: Path) -> None:
    opened(tmp_path).save(note("one"))
    old = {f"lines-1/{name}": data for name, data in files(tmp_path).items()}
    seal(opened(tmp_path))
    put(tmp_path, {**everything(tmp_path), **old})
    assert texts(unlocked(tmp_path)) == ["one"]
    assert not (tmp_path / "journal" / "lines-1").exists()


def test_sealed_lines_that_turn_up_after_it_was_opened(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    unlocked(tmp_path).save(note("one"))
    before = everything(tmp_path)
    opened(tmp_path, "there").save(note("late"))
    late = {name: data for name, data in everything(tmp_path).items() if name.startswith("lines")}
    put(tmp_path, before)
    sealing.decrypt(unlocked(tmp_path))
    put(tmp_path, {**everything(tmp_path), **late})
    journal = opened(tmp_path)
    assert texts(journal) == ["one"]
    assert late_lines(journal) == []
    journal.unlock(PASSPHRASE)
    take_in(journal, late_lines(journal))
    assert texts(journal) == ["late", "one"]


def test_opened_on_another_computer(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    there = unlocked(tmp_path, "there")
    there.save(note("one"))
    there.close()
    sealing.decrypt(unlocked(tmp_path))
    with pytest.raises(Unsealed):
        texts(opened(tmp_path, "there"))
    sealing.accept_unsealed(opened(tmp_path, "there"))
    assert texts(opened(tmp_path, "there")) == ["one"]


def test_what_lies_in_the_way_is_gone_around(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    (tmp_path / "journal" / "lines-2").write_text("in the way")
    seal(journal)
    assert [record.text for record in unlocked(tmp_path).find(Criteria())] == ["one"]


def test_a_full_or_read_only_place_leaves_all_as_it_was(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    before = everything(tmp_path)
    (tmp_path / "here" / "building.json").mkdir()
    with pytest.raises(JournalError):
        seal(journal)
    assert everything(tmp_path) == before
    assert texts(opened(tmp_path)) == ["one"]
