"""Backups: made beside, held to what they should be, linked, rotated, and never in the way."""

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import NothingFound, NotWritten
from journal.paths import Places
from journal.store.journal import Journal
from journal.store.kept.backing_up import Tried, back_up, back_up_if_due
from journal.store.kept.backup import ASKED, DAILY, REPAIR, Backup, read_backup
from journal.store.kept.backups import all_backups, newest_backup, remove_open_backups
from journal.store.kept.copying import problems
from journal.store.kept.holding import holding
from journal.store.kept.repairing import repair
from journal.store.kept.restoring import named_backup, restore
from journal.store.kept.rotating import LAST, to_remove
from journal.store.kept.trouble import read_trouble
from journal.store.sealed.keyring import OPEN_BOX
from tests.store.killing import kill
from tests.store.making import Hands, ahead_of_backup, mounted, newest, note, opened, run, texts
from tests.store.sealed import everything, seal, unlocked


def lines(backup: Backup) -> list[Path]:
    return sorted((backup.folder / backup.lines).iterdir())


def test_it_holds_the_journal_and_says_what_it_is(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    live = everything(tmp_path)
    assert {name: (backup.folder / name).read_bytes() for name in backup.files} == live
    assert (backup.state, backup.why, backup.form) == ("good", ASKED, "open")
    assert problems(backup, OPEN_BOX) == []
    assert newest_backup(journal.places) == backup.folder
    assert all(path.stat().st_mode & 0o077 == 0 for path in backup.folder.rglob("*"))


def test_without_a_journal_there_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingFound):
        back_up(opened(tmp_path))
    assert back_up_if_due(opened(tmp_path)).made is None


def test_once_a_day(tmp_path: Path) -> None:
    hands = Hands()
    journal = opened(tmp_path, hands=hands)
    journal.save(note("one"))
    assert back_up_if_due(journal).made
    assert back_up_if_due(journal).made is None
    hands.on(days=1)
    again = back_up_if_due(journal).made
    assert again is not None
    assert again.why == DAILY
    hands.on(days=-30)
    assert back_up_if_due(journal).made, "a clock that was wrong keeps no day from its backup"
    assert newest_backup(journal.places) == all_backups(journal.places)[-1].folder


def test_what_is_as_it_was_is_the_same_file_as_in_the_one_before_never_the_live_one(
    tmp_path: Path,
) -> None:
    hands = Hands(datetime(2026, 10, 20, tzinfo=UTC))
    journal = opened(tmp_path, hands=hands)
    journal.save(note("october"))
    first = back_up(journal).backup
    hands.on(days=30)
    journal.save(note("november"))
    second = back_up(journal).backup
    assert [path.stat().st_nlink for path in lines(first)] == [2]
    assert [path.stat().st_nlink for path in lines(second)] == [2, 1]
    live = tmp_path / "journal" / "lines-1"
    assert all(path.stat().st_nlink == 1 for path in live.iterdir())
    shutil.rmtree(first.folder)
    assert problems(second, OPEN_BOX) == []


def test_a_damaged_earlier_one_is_not_linked_to(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    first = back_up(journal).backup
    [file] = lines(first)
    file.write_bytes(file.read_bytes().replace(b"one", b"onf"))
    assert problems(first, OPEN_BOX)
    second = back_up(journal).backup
    assert problems(second, OPEN_BOX) == []
    assert problems(first, OPEN_BOX)


@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_harm_is_noticed(tmp_path: Path, harm: str) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    [file] = lines(backup)
    data = file.read_bytes()
    if harm == "remove":
        file.unlink()
    else:
        file.write_bytes(data[:-1] if harm == "cut" else bytes([data[0] ^ 1]) + data[1:])
    [wrong] = problems(backup, None)
    assert file.name in wrong


def test_a_damaged_journal_is_backed_up_as_it_is_and_is_not_the_newest_good_one(
    tmp_path: Path,
) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    good = back_up(journal).backup
    file = newest(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"one", b"onf"))
    bad = back_up(opened(tmp_path)).backup
    assert bad.state == "damaged"
    assert bad.damaged == (f"lines-1/{file.name}",)
    assert newest_backup(journal.places) == good.folder


def test_damage_is_not_forgotten_by_the_next_one_that_is_linked_to_it(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    file = newest(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"one", b"onf"))
    for _ in range(2):
        assert back_up(opened(tmp_path)).backup.damaged == (f"lines-1/{file.name}",)


def test_sealed_ones_stay_sealed_and_open_ones_go(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("canary"))
    back_up(journal)
    seal(journal)
    assert all_backups(journal.places) == []
    made = back_up(unlocked(tmp_path)).backup
    assert (made.form, made.state) == ("sealed", "good")
    while_locked = back_up(opened(tmp_path)).backup
    assert while_locked.state == "good", "linked to one that was opened"
    opened(tmp_path).save(note("while locked"))
    assert back_up(opened(tmp_path)).backup.state == "not opened"
    held = [p for p in tmp_path.rglob("*") if p.is_file() and b"canary" in p.read_bytes()]
    assert held == []


def second(root: Path, stick: Path | None = None) -> Journal:
    """Open the journal in `root` with a second folder for backups, perhaps that of another."""
    folder = stick or root / "stick"
    folder.mkdir(exist_ok=True)
    places = Places(root / "journal", root / "settings.toml", root / "here", folder)
    return Journal(places, Hands().clock())


def test_a_second_folder_has_them_too(tmp_path: Path) -> None:
    journal = second(tmp_path)
    journal.save(note("one"))
    made = back_up(journal)
    assert made.elsewhere is not None
    assert made.elsewhere.folder.parent.parent == tmp_path / "stick"
    assert problems(made.elsewhere, OPEN_BOX) == []
    assert lines(made.elsewhere)[0].stat().st_nlink == 1
    shutil.rmtree(made.backup.folder.parent)
    assert newest_backup(journal.places) == made.elsewhere.folder
    assert back_up(journal).backup.number == made.backup.number + 1


def test_a_second_folder_that_is_away_keeps_nobody_from_the_first(tmp_path: Path) -> None:
    journal = second(tmp_path)
    journal.save(note("one"))
    (tmp_path / "stick").rmdir()
    made = back_up(journal)
    assert (made.elsewhere, made.trouble) == (None, None)
    (tmp_path / "stick").write_text("a file")
    assert back_up(journal).elsewhere is None


def test_open_ones_on_a_disk_that_was_away_go_when_it_is_back(tmp_path: Path) -> None:
    journal = second(tmp_path)
    journal.save(note("canary"))
    back_up(journal)
    (tmp_path / "stick").rename(tmp_path / "away")
    seal(journal)
    (tmp_path / "away").rename(tmp_path / "stick")
    back_up(journal)
    assert [backup.form for backup in all_backups(journal.places)] == ["sealed", "sealed"]
    assert remove_open_backups(journal.places) == 0


def two_on_one_stick(root: Path) -> tuple[Journal, Journal]:
    """Return two journals with a note each, backed up to one disk; the second one last."""
    one, other = (second(root / name, root / "stick") for name in ("one", "other"))
    for journal, text in ((one, "ours"), (other, "theirs")):
        journal.save(note(text))
        back_up(journal)
    return one, other


def test_the_backups_of_another_journal_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    one, other = two_on_one_stick(tmp_path)
    before = all_backups(other.places)
    seal(one)
    back_up(one)
    assert all_backups(other.places) == before
    assert [backup.form for backup in all_backups(one.places)] == ["sealed", "sealed"]


def test_the_backups_of_another_journal_are_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    one, _ = two_on_one_stick(tmp_path)
    assert newest_backup(one.places) in [backup.folder for backup in all_backups(one.places)]
    restore(one, named_backup(one, ""))
    assert texts(one) == ["ours"]
    (tmp_path / "one" / "journal" / "journal.json").unlink()
    shutil.rmtree(tmp_path / "one" / "here" / "backups")
    assert repair(second(tmp_path / "one", tmp_path / "stick")) is not None
    assert texts(opened(tmp_path / "one")) == ["ours"]


def test_on_a_new_computer_all_are_offered(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for name in ("one", "other", "new"):
        (tmp_path / name).mkdir()
    two_on_one_stick(tmp_path)
    new = second(tmp_path / "new", tmp_path / "stick")
    assert len(all_backups(new.places)) == 2


def test_a_backup_made_by_others_puts_no_file_beside_the_journal(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    (backup.folder / "prompts").mkdir()
    planted = "prompts/../../planted"
    (backup.folder / planted).write_text("x")
    said = json.loads((backup.folder / "backup.json").read_bytes())
    said["files"][planted] = [1, sha256(b"x").hexdigest()]
    (backup.folder / "backup.json").write_text(json.dumps(said))
    restore(journal, read_backup(backup.folder))
    assert not (tmp_path / "planted").exists()
    assert texts(opened(tmp_path)) == ["one"]


def test_which_ones_still_hold_a_record(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [stays] = journal.save(note("stays"))
    before = back_up(journal).backup
    [gone] = journal.save(note("gone"))
    held = back_up(journal).backup
    journal.purge(journal.remove(gone)[0])
    assert holding(journal, [gone.id]) == [held]
    assert holding(journal, [stays.id]) == [before, held]
    assert back_up(journal).backup not in holding(journal, [gone.id])


# --- which are kept


def fake(number: int, day: date, why: str = DAILY, *, damaged: bool = False) -> Backup:
    folder = Path(f"/backups/{day}-{number}")
    made = f"{day}T12:00:00+00:00"
    return Backup(folder, number, made, why, damaged=("x",) if damaged else ())


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans(), st.sampled_from([DAILY, ASKED]))))
def test_the_rotation_keeps_what_it_promises(drawn: list[tuple[int, bool, str]]) -> None:
    first = date(2024, 1, 1)
    there = [
        fake(n, first + timedelta(days=day), why, damaged=bad)
        for n, (day, bad, why) in enumerate(sorted(drawn), 1)
    ]
    there.append(fake(len(there) + 1, first, REPAIR))
    gone = to_remove(there)
    kept = [each for each in there if each not in gone]
    assert there[-1] in kept, "what was made before a repair stays"
    good = [each for each in there[:-1] if not each.damaged]
    assert all(each in kept for each in good[-LAST:])
    days = list(dict.fromkeys(each.day for each in reversed(good)))[:7]
    assert all(any(each.day == day for each in kept if not each.damaged) for day in days)
    assert sum(not each.damaged for each in kept[:-1]) <= LAST + 7 + 4 + 12


def test_ten_years_of_days_leave_a_few(tmp_path: Path) -> None:
    there = list[Backup]()
    for number in range(1, 3651):
        there.append(fake(number, date(2016, 1, 1) + timedelta(days=number)))
        gone = to_remove(there)
        there = [each for each in there if each not in gone]
    assert 20 < len(there) < 34
    assert there[0].day == date(2025, 1, 31)


# --- what may happen meanwhile


def test_killed_anywhere(tmp_path: Path) -> None:
    ahead_of_backup(tmp_path)
    steps = kill(
        tmp_path,
        """
        from journal.store.kept.backing_up import back_up
        from journal.store.kept.copying import problems
        from journal.store.kept.backups import all_backups
        from journal.store.sealed.keyring import OPEN_BOX
        before, seen = everything(root), set()
        for _ in ends(lambda: back_up(opened(root)), everything(root)):
            assert everything(root) == before
            there = all_backups(opened(root).places)
            seen.add(len(there))
            assert [problems(each, OPEN_BOX) for each in there] == [[]] * len(there)
            assert all(each.state == "good" for each in there)
            back_up(opened(root))
            here = root / "here" / "backups"
            assert not [p for p in here.iterdir() if p.name.startswith(".")]
            for each in all_backups(opened(root).places)[1:]:
                import shutil
                shutil.rmtree(each.folder)
        assert seen == {1, 2}, seen
        """,
    )
    assert steps > 15


def test_a_full_disk(tmp_path: Path) -> None:
    try:
        with mounted(tmp_path / "disk", "size=256k") as _:
            root = tmp_path / "disk"
            journal = opened(root)
            for number in range(40):
                journal.save(note(f"{number} " + "x" * 1000))
            ballast = root / "ballast"
            ballast.write_bytes(b"x" * 150_000)
            with pytest.raises(NotWritten, match="full"):
                back_up(journal)
            assert all_backups(journal.places) == []
            assert [back_up_if_due(journal) for _ in range(2)] == [Tried(news=True), Tried()]
            trouble = read_trouble(journal.places.state)
            assert trouble is not None
            assert "No backup could be made since 2026-11-20 (The disk is full" in trouble.words
            journal.save(note("one more"))
            ballast.unlink()
            assert back_up(journal).backup.state == "good"
            assert read_trouble(journal.places.state) is None
            assert len(list((root / "here" / "backups").iterdir())) == 1
    except PermissionError:
        pytest.skip("NOT RUN: only root can mount a small disk")


def test_a_read_only_disk(tmp_path: Path) -> None:
    try:
        with mounted(tmp_path / "disk", "size=1m") as remount:
            journal = opened(tmp_path / "disk")
            journal.save(note("one"))
            remount("ro")
            with pytest.raises(NotWritten, match="read-only"):
                back_up(journal)
            assert back_up_if_due(journal).made is None
            remount("rw")
            assert back_up_if_due(journal).made
    except PermissionError:
        pytest.skip("NOT RUN: only root can mount a disk read-only")


def test_others_wait_while_it_is_made(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    code = """
    import threading
    from journal.store.kept.backing_up import back_up
    def save(number):
        opened(root).save(note(f"note {number}"))
    savers = [threading.Thread(target=save, args=[n]) for n in range(8)]
    for each in savers: each.start()
    made = [back_up(opened(root)).backup for _ in range(3)]
    for each in savers: each.join()
    say(*[each.state for each in made])
    """
    assert run(code, tmp_path) == ["good good good"]
    assert len(texts(opened(tmp_path))) == 9


def test_what_says_nothing_of_itself_is_a_copy_by_hand(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    copy = tmp_path / "here" / "backups" / "by hand"
    shutil.copytree(tmp_path / "journal", copy)
    [found] = all_backups(journal.places)
    assert (found.number, found.state, found.form) == (0, "made by hand", "open")
    made = back_up(journal).backup
    assert lines(made)[0].stat().st_nlink == 1
    (made.folder / "backup.json").write_text(json.dumps({"number": "what"}))
    assert {each.number for each in all_backups(journal.places)} == {0}
