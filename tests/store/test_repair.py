"""Repair: what can be had is had, what is lost is named, and nothing is deleted."""

import shutil
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.records.criteria import Criteria
from journal.store.journal import Journal
from journal.store.kept.backing_up import back_up
from journal.store.kept.backup import REPAIR
from journal.store.kept.backups import all_backups
from journal.store.kept.copying import problems
from journal.store.kept.fates import (
    GONE,
    IN_ORDER,
    LOST,
    PUT_BACK,
    TAKEN_IN,
    TAKEN_IN_AS_EDIT,
    in_words,
)
from journal.store.kept.repairing import ROOT_ANEW, ROOT_BACK, repair, wrong_with
from journal.store.sealed.keyring import OPEN_BOX
from tests.store.killing import kill
from tests.store.making import doc, line, newest, note, opened, texts, write
from tests.store.sealed import everything, put, seal, unlocked

ALL = Criteria()
WORDS = ["one", "two", "three", "four", "five"]


def five(root: Path, *, backed_up: int = 0) -> Journal:
    """Return an open journal of five notes; so many of them stand in a backup."""
    journal = opened(root)
    for number, word in enumerate(WORDS, 1):
        journal.save(note(word))
        if number == backed_up:
            back_up(journal)
    return journal


def change_line(root: Path, number: int, old: bytes, new: bytes) -> Path:
    [file] = (root / "journal").glob("lines-*/*.jsonl")
    lines = file.read_bytes().split(b"\n")
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new)
    file.write_bytes(b"\n".join(lines))
    return file


def fates(journal: Journal) -> list[tuple[int, int, str]]:
    """Repair; return line, number and fate of each that was wrong. The journal is sound then."""
    done = repair(journal)
    assert done is not None
    assert (done.before.folder / "repair.txt").read_text().splitlines() == [
        in_words(fate) for fate in done.fates
    ]
    assert done.before.why == REPAIR
    assert journal.damage() == []
    assert repair(journal) is None
    return [(fate.line, fate.n, fate.fate) for fate in done.fates]


def test_nothing_is_done_where_nothing_is_wrong(tmp_path: Path) -> None:
    journal = five(tmp_path)
    before = everything(tmp_path)
    assert repair(journal) is None
    assert everything(tmp_path) == before
    assert all_backups(journal.places) == []


def test_a_line_that_a_backup_holds_is_put_back(tmp_path: Path) -> None:
    five(tmp_path, backed_up=3)
    change_line(tmp_path, 2, b'{"kind"', b'{"ki\xffnd"')
    journal = opened(tmp_path)
    assert fates(journal) == [(2, 2, PUT_BACK)]
    assert texts(journal) == sorted(WORDS)


def test_a_line_that_none_holds_is_lost_and_named_and_the_rest_is_there(tmp_path: Path) -> None:
    five(tmp_path, backed_up=3)
    file = change_line(tmp_path, 4, b'{"kind"', b'{"ki\xffnd"')
    was = file.read_bytes()
    journal = opened(tmp_path)
    [fate] = wrong_with(journal).fates
    assert (fate.file, fate.is_lost) == (file.name, True)
    assert fates(journal) == [(4, 4, LOST)]
    assert texts(journal) == sorted({*WORDS} - {"four"})
    kept = all_backups(journal.places)[-1].folder / "lines-1" / file.name
    assert kept.read_bytes() == was, "as it was, it is in the backup"


def test_a_line_edited_by_hand_is_taken_in(tmp_path: Path) -> None:
    five(tmp_path)
    change_line(tmp_path, 2, b"two", b"two, by hand")
    journal = opened(tmp_path)
    assert fates(journal) == [(2, 2, TAKEN_IN)]
    assert "two, by hand" in texts(journal)


def test_where_a_backup_holds_it_its_history_has_both(tmp_path: Path) -> None:
    five(tmp_path, backed_up=5)
    change_line(tmp_path, 2, b"two", b"two, by hand")
    journal = opened(tmp_path)
    assert fates(journal) == [(2, 2, TAKEN_IN_AS_EDIT)]
    [edited] = [each for each in journal.find(ALL) if "hand" in each.text]
    assert [past.record.text for past in journal.history(edited.id)] == ["two", "two, by hand"]
    assert journal.on_both_sides() == []


def test_an_edit_by_hand_of_what_was_edited_since_is_another_side(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [kept] = journal.save(note("draft"))
    journal.save(kept._replace(text="later"), op="edit")
    back_up(journal)
    change_line(tmp_path, 1, b"draft", b"by hand")
    journal = opened(tmp_path)
    assert fates(journal) == [(1, 1, TAKEN_IN_AS_EDIT)]
    assert [side.text for side in journal.sides(kept.id)] == ["by hand", "later"]


def test_one_bit_is_no_edit(tmp_path: Path) -> None:
    five(tmp_path, backed_up=5)
    change_line(tmp_path, 2, b"two", b"twn")
    journal = opened(tmp_path)
    assert fates(journal) == [(2, 2, PUT_BACK)]
    assert texts(journal) == sorted(WORDS)


def test_lines_that_are_missing(tmp_path: Path) -> None:
    five(tmp_path, backed_up=3)
    file = newest(tmp_path)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([lines[0], lines[2], lines[4]]))
    journal = opened(tmp_path)
    assert fates(journal) == [(0, 2, PUT_BACK), (0, 4, GONE)]
    assert texts(journal) == sorted({*WORDS} - {"four"})


def test_a_file_that_is_gone_and_an_end_that_is_cut(tmp_path: Path) -> None:
    five(tmp_path, backed_up=5)
    file = newest(tmp_path)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:3]) + lines[3][:20])
    journal = opened(tmp_path)
    assert fates(journal) == [(4, 4, PUT_BACK), (0, 5, PUT_BACK)]
    assert texts(journal) == sorted(WORDS)


def test_two_lines_in_one_and_a_number_that_nobody_wrote(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "2026-11.bbbb.jsonl": [
                line(1, 5, {"bcdfghjkl2": doc("one")}),
                line(1 << 50, 6, {"bcdfghjkl3": doc("far")}),
            ]
        },
    )
    journal = opened(tmp_path)
    assert repair(journal) is None, "there is no end of what would be missing"
    assert texts(journal) == ["far", "one"]


# --- sealed


def a_sealed_one(root: Path, *, backed_up: int = 0) -> Journal:
    seal(opened(root))
    journal = unlocked(root)
    for number, word in enumerate(WORDS, 1):
        journal.save(note(word))
        if number == backed_up:
            back_up(journal)
    journal.load()
    journal.close()  # what was seen is remembered
    return unlocked(root)


def test_sealed_lines_come_back_from_sealed_backups(tmp_path: Path) -> None:
    a_sealed_one(tmp_path, backed_up=3)
    [file] = (tmp_path / "journal").glob("lines-*/*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1][:30] + b"A" + lines[1][31:]
    lines[4] = b""
    lines.append(lines[0])
    file.write_bytes(b"".join(lines))
    journal = unlocked(tmp_path)
    assert fates(journal) == [(2, 2, PUT_BACK), (0, 5, GONE)]
    assert texts(journal) == sorted({*WORDS} - {"five"})
    assert all(b'"one"' not in data for data in everything(tmp_path).values())


def test_what_stands_twice_stands_once(tmp_path: Path) -> None:
    a_sealed_one(tmp_path)
    [file] = (tmp_path / "journal").glob("lines-*/*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines, lines[0]]))
    journal = unlocked(tmp_path)
    assert journal.damage()
    assert fates(journal) == [(0, 0, IN_ORDER)]
    assert texts(journal) == sorted(WORDS)


def test_what_was_purged_is_not_put_back(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [gone, _] = journal.save(note("secret"), note("stays"))
    back_up(journal)
    journal.purge(journal.remove(gone)[0])
    file = newest(tmp_path)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[1:]))
    journal = opened(tmp_path)
    assert fates(journal) == [(0, 1, PUT_BACK)]
    assert texts(journal) == ["stays"]
    assert all(b"secret" not in data for data in everything(tmp_path).values())


# --- journal.json


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": 1}', None])
def test_journal_json_is_put_back(tmp_path: Path, data: bytes | None) -> None:
    five(tmp_path, backed_up=3)
    root = tmp_path / "journal" / "journal.json"
    was = root.read_bytes()
    root.unlink() if data is None else root.write_bytes(data)
    journal = opened(tmp_path)
    assert wrong_with(journal).root
    assert fates(journal) == [(0, 0, ROOT_BACK)]
    assert root.read_bytes() == was
    assert texts(journal) == sorted(WORDS)


def test_that_of_an_open_journal_can_be_written_anew(tmp_path: Path) -> None:
    five(tmp_path)
    (tmp_path / "journal" / "journal.json").unlink()
    journal = opened(tmp_path)
    assert fates(journal) == [(0, 0, ROOT_ANEW)]
    assert texts(opened(tmp_path)) == sorted(WORDS)


def test_that_of_a_sealed_one_cannot(tmp_path: Path) -> None:
    a_sealed_one(tmp_path)
    root = tmp_path / "journal" / "journal.json"
    was, data = everything(tmp_path), root.read_bytes()
    root.write_bytes(data.replace(b'"passes": 1', b'"passes": 2'))
    with pytest.raises(Damaged, match="no backup holds the keys"):
        repair(unlocked_later(tmp_path))
    put(tmp_path, was)
    back_up(unlocked(tmp_path))
    root.write_bytes(data.replace(b'"passes": 1', b'"passes": 2'))
    assert fates(unlocked_later(tmp_path)) == [(0, 0, ROOT_BACK)]
    assert texts(unlocked(tmp_path)) == sorted(WORDS)


def unlocked_later(root: Path) -> Journal:
    """Open a journal that asks for its passphrase when it is needed."""
    journal = opened(root)
    journal.keyring.ask = lambda: journal.unlock("correct horse battery staple")
    return journal


def test_one_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    journal = five(tmp_path, backed_up=5)
    root = tmp_path / "journal" / "journal.json"
    root.write_bytes(root.read_bytes().replace(b'"format": 1', b'"format": 2'))
    before = everything(tmp_path)
    with pytest.raises(Damaged, match="newer version"):
        repair(opened(tmp_path))
    assert everything(tmp_path) == before
    assert len(all_backups(journal.places)) == 1


# --- everything


def test_bits_all_over_a_small_journal(tmp_path: Path) -> None:
    """Whatever bit is turned: what is said to be lost is lost, and nothing else is."""
    journal = opened(tmp_path)
    for word in ("alpha", "beta", "gamma"):
        journal.save(note(word))
    file = newest(tmp_path)
    sound, rest = file.read_bytes(), everything(tmp_path)
    shown = {record.id: record.text for record in journal.find(ALL)}
    for at in range(0, len(sound) * 8, 61):
        turned = bytearray(sound)
        turned[at // 8] ^= 1 << at % 8
        put(tmp_path, {**rest, str(file.relative_to(tmp_path / "journal")): bytes(turned)})
        each = opened(tmp_path)
        done = repair(each)
        assert each.damage() == [], at
        now = {record.id: record.text for record in each.find(ALL)}
        missing = len(shown.keys() - now.keys())
        if done is None:
            assert now == shown, at
            continue
        read = sum(fate.fate == TAKEN_IN for fate in done.fates)
        changed = sum(now.get(id_) != text for id_, text in shown.items())
        assert changed <= done.lost + read, at
        assert missing <= done.lost + read, at
        assert problems(done.before, None) == []
        shutil.rmtree(done.before.folder)


def test_with_a_backup_no_bit_costs_anything(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for word in ("alpha", "beta", "gamma"):
        journal.save(note(word))
    back_up(journal)
    file = newest(tmp_path)
    sound, rest = file.read_bytes(), everything(tmp_path)
    before = dict(journal.table().all()[0])
    for at in range(0, len(sound) * 8, 97):
        turned = bytearray(sound)
        turned[at // 8] ^= 1 << at % 8
        put(tmp_path, {**rest, str(file.relative_to(tmp_path / "journal")): bytes(turned)})
        each = opened(tmp_path)
        done = repair(each)
        assert texts(each) == ["alpha", "beta", "gamma"], at
        assert done is not None
        shutil.rmtree(done.before.folder)
        assert each.damage() == []
        assert dict(each.table().all()[0]) == before
    assert problems(all_backups(journal.places)[0], OPEN_BOX) == []


def test_killed_anywhere(tmp_path: Path) -> None:
    five(tmp_path, backed_up=3)
    change_line(tmp_path, 2, b"two", b"two, by hand")
    change_line(tmp_path, 4, b'{"kind"', b'{"ki\xffnd"')
    steps = kill(
        tmp_path,
        """
        from journal.store.kept.backups import all_backups
        from journal.store.kept.repairing import repair
        import shutil
        seen, words = set(), ["five", "one", "three"]
        before = everything(root)
        for _ in ends(lambda: repair(opened(root)), before):
            said = texts(opened(root))
            seen.add(len(said))
            assert said == (words if len(said) == 3 else [*words, "two, by hand"]), said
            assert (opened(root).damage() == []) == (len(said) == 4)
            assert len(list((root / "journal").glob("lines-*"))) == 1
            if len(said) == 4:
                last = all_backups(opened(root).places)[-1]
                kept = {n: (last.folder / n).read_bytes() for n in last.files}
                assert kept == before, "as it was, it is in the backup"
            for each in all_backups(opened(root).places)[1:]:
                shutil.rmtree(each.folder)
        assert seen == {3, 4}, seen
        """,
    )
    assert steps > 40


def test_what_a_backup_may_hold_that_cannot_be_read_just_now_is_not_called_lost(
    tmp_path: Path,
) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    backup = back_up(journal).backup
    file = newest(tmp_path)
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b'"n":1', b'"n":?'))
    said = backup.folder / "journal.json"
    said.rename(backup.folder / "aside")
    said.mkdir()  # the system refuses to read it
    with pytest.raises(Damaged, match="cannot be read just now"):
        repair(opened(tmp_path))
    said.rmdir()
    (backup.folder / "aside").rename(said)
    assert repair(opened(tmp_path))
    assert texts(opened(tmp_path)) == ["one"]
