"""Going back to a backup: wholly, or not at all; and back again."""

import shutil
from pathlib import Path

import pytest

from journal.errors import Damaged, Locked, NoSuchRecord
from journal.store.kept.backing_up import back_up
from journal.store.kept.backup import RESTORE, Backup
from journal.store.kept.restoring import named_backup, restore
from journal.store.sealed import sealing
from journal.store.sealed.keyring import Keyring
from tests.store.killing import kill
from tests.store.making import Hands, ahead_of_backup, files, note, opened, texts
from tests.store.sealed import CHEAP, PASSPHRASE, everything, seal, unlocked


def folders(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "journal").glob("lines-*"))


def test_there_and_back_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("one"))
    backup = back_up(journal).backup
    journal.save(kept._replace(text="one, edited"), op="edit")
    journal.save(note("two"))
    done = restore(journal, backup)
    assert done.records == 1
    for each in (journal, opened(tmp_path)):
        assert texts(each) == ["one"]
        assert each.damage() == []
    assert folders(tmp_path) == ["lines-2"]
    assert done.before is not None
    assert done.before.why == RESTORE
    restore(journal, done.before)
    assert texts(opened(tmp_path)) == ["one, edited", "two"]
    assert opened(tmp_path).damage() == []


def test_what_is_written_afterwards_stands_in_a_file_of_a_new_name(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    restore(journal, backup)
    journal.save(note("after"))
    assert len(list((tmp_path / "journal" / "lines-2").iterdir())) == 2
    assert texts(opened(tmp_path)) == ["after", "one"]


def test_an_open_window_sees_it(tmp_path: Path) -> None:
    window, journal = opened(tmp_path), opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    window.save(note("two"))
    assert texts(window) == ["one", "two"]
    restore(journal, backup)
    assert texts(window) == ["one"]
    window.save(note("three"))
    assert texts(opened(tmp_path)) == ["one", "three"]


def test_what_was_purged_since_stays_away(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [gone, _] = journal.save(note("secret"), note("stays"))
    backup = back_up(journal).backup
    journal.purge(journal.remove(gone)[0])
    restore(journal, backup)
    assert texts(opened(tmp_path)) == ["stays"]
    assert all(b"secret" not in data for data in everything(tmp_path).values())
    with pytest.raises(NoSuchRecord):
        opened(tmp_path).get(gone.id)
    assert opened(tmp_path).damage() == []


def test_a_damaged_backup_changes_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    [file] = (backup.folder / "lines-1").iterdir()
    file.write_bytes(file.read_bytes().replace(b"one", b"onf"))
    before = everything(tmp_path)
    with pytest.raises(Damaged, match="damaged itself"):
        restore(journal, backup)
    assert everything(tmp_path) == before


# --- sealed


def test_a_sealed_journal_keeps_its_passphrase_of_now(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    backup = back_up(journal).backup
    journal.save(note("two"))
    sealing.change_passphrase(journal, "another", CHEAP)
    restore(journal, backup)
    again = opened(tmp_path)
    with pytest.raises(Locked):
        again.unlock(PASSPHRASE)
    again.unlock("another")
    assert texts(again) == ["one"]
    assert again.damage() == []


def test_without_the_key_nothing_happens(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    backup = back_up(unlocked(tmp_path)).backup
    before = everything(tmp_path)
    with pytest.raises(Locked):
        restore(opened(tmp_path), backup)
    assert everything(tmp_path) == before


def asked(ring: Keyring) -> None:
    ring.unlock(PASSPHRASE)


def test_on_a_new_computer_with_nothing_but_a_backup(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    journal = opened(old)
    journal.save(note("one"))
    seal(journal)
    made = back_up(journal).backup
    shutil.copytree(made.folder, tmp_path / "stick")
    fresh = opened(new)
    done = restore(fresh, named_backup(fresh, str(tmp_path / "stick")), asked)
    assert done.before is None
    assert texts(unlocked(new)) == ["one"]
    assert unlocked(new).damage() == []


def test_where_journal_json_is_damaged(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    (tmp_path / "journal" / "journal.json").write_bytes(b"{")
    done = restore(opened(tmp_path), backup)
    assert texts(opened(tmp_path)) == ["one"]
    assert done.before is not None
    assert (done.before.folder / "journal.json").read_bytes() == b"{"


def test_a_sealed_backup_of_a_journal_that_is_open_now(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    backup = back_up(journal).backup
    sealing.decrypt(journal)
    opened(tmp_path).save(note("two"))
    with pytest.raises(Locked):
        restore(opened(tmp_path), backup)
    restore(opened(tmp_path), backup, asked)
    assert texts(opened(tmp_path)) == ["one"]
    assert not opened(tmp_path).is_sealed


# --- which one


def test_it_is_named_by_number_name_or_folder(tmp_path: Path) -> None:
    hands = Hands()
    journal = opened(tmp_path, hands=hands)
    with pytest.raises(NoSuchRecord):
        named_backup(journal, "")
    journal.save(note("one"))
    made: list[Backup] = [back_up(journal).backup for _ in range(2)]
    for name in ("1", made[0].name, str(made[0].folder)):
        assert named_backup(journal, name).folder == made[0].folder
    assert named_backup(journal, "").folder == made[1].folder
    with pytest.raises(NoSuchRecord, match="No backup"):
        named_backup(journal, "3")


def test_packs_that_are_gone_come_back_and_those_that_are_there_stay(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    packs = tmp_path / "journal" / "prompts"
    packs.mkdir()
    (packs / "mine.toml").write_text("mine")
    (packs / "other.toml").write_text("other")
    backup = back_up(journal).backup
    (packs / "mine.toml").unlink()
    (packs / "other.toml").write_text("changed since")
    restore(journal, backup)
    assert (packs / "mine.toml").read_text() == "mine"
    assert (packs / "other.toml").read_text() == "changed since"


# --- interrupted


def test_killed_anywhere(tmp_path: Path) -> None:
    ahead_of_backup(tmp_path)
    steps = kill(
        tmp_path,
        """
        from journal.store.kept.backups import all_backups
        from journal.store.kept.restoring import named_backup, restore
        import shutil
        seen = set()
        def go():
            journal = opened(root)
            restore(journal, named_backup(journal, "1"))
        for _ in ends(go, everything(root)):
            said = tuple(texts(opened(root)))
            seen.add(said)
            assert opened(root).damage() == []
            assert len(list((root / "journal").glob("lines-*"))) == 1
            if said == ("one",):
                before = all_backups(opened(root).places)[-1]
                text = b"".join(p.read_bytes() for p in before.folder.rglob("*.jsonl"))
                assert b"two" in text, "what was there before is kept"
            for each in all_backups(opened(root).places)[1:]:
                shutil.rmtree(each.folder)
        assert seen == {("one", "two"), ("one",)}, seen
        """,
    )
    assert steps > 40


def test_killed_anywhere_sealed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    seal(journal)
    journal.save(note("one"))
    back_up(journal)
    journal.save(note("two"))
    journal.close()
    steps = kill(
        tmp_path,
        """
        from journal.store.kept.backups import all_backups
        from journal.store.kept.restoring import named_backup, restore
        import shutil
        seen = set()
        def go():
            journal = unlocked(root)
            restore(journal, named_backup(journal, "1"))
        for _ in ends(go, everything(root)):
            said = tuple(texts(unlocked(root)))
            seen.add(said)
            assert unlocked(root).damage() == []
            assert len(list((root / "journal").glob("lines-*"))) == 1
            for each in all_backups(opened(root).places)[1:]:
                shutil.rmtree(each.folder)
        assert seen == {("one", "two"), ("one",)}, seen
        """,
    )
    assert steps > 40


def test_what_comes_late_after_it_was_killed_is_offered(tmp_path: Path) -> None:
    ahead_of_backup(tmp_path)
    steps = kill(
        tmp_path,
        """
        from journal.store.kept.backups import all_backups
        from journal.store.kept.restoring import named_backup, restore
        from journal.store.sealed.settling import late_lines
        import shutil
        def go():
            journal = opened(root)
            restore(journal, named_backup(journal, "1"))
        for _ in ends(go, everything(root)):
            late = root / "journal" / "lines-1" / "2026-11.bbbb.jsonl"
            if late.parent.exists():
                late.write_bytes(line(1, 5, {"bb": doc("late")}))
                journal = opened(root)
                offered = [d["text"] for l in late_lines(journal) for d in l.change["set"].values()]
                assert "late" in [*texts(journal), *offered], offered
                assert "late" in [*texts(opened(root)), *offered]
            for each in all_backups(opened(root).places)[1:]:
                shutil.rmtree(each.folder)
        """,
    )
    assert steps > 40


def test_another_computer_that_did_not_know_offers_what_it_wrote(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    opened(tmp_path, "there").save(note("there"))
    late = files(tmp_path)
    restore(journal, backup)
    (tmp_path / "journal" / "lines-1").mkdir()
    for name, data in late.items():
        (tmp_path / "journal" / "lines-1" / name).write_bytes(data)
    assert texts(opened(tmp_path)) == ["one"]
    [damage] = opened(tmp_path).damage()
    assert "came late" in damage.reason
