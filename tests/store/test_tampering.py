"""Nothing is taken from a sealed journal, altered or put back unseen: not one bit."""

import json
from binascii import b2a_base64
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.records.criteria import Criteria
from journal.store.sealed.keys import letter
from tests.store.making import doc, note, opened, texts
from tests.store.sealed import PASSPHRASE, everything, put, seal, unlocked
from tests.store.tampering import Sound, changes, flipped, make_sound


@pytest.fixture
def sound(tmp_path: Path) -> Sound:
    return make_sound(tmp_path)


def test_every_bit_of_a_file_and_one_of_every_third_byte_elsewhere(sound: Sound) -> None:
    smallest = min(sound.files, key=lambda name: len(sound.files[name]))
    silent, tried = [], 0
    for name, data in sound.files.items():
        whole = name == smallest
        for at in range(0, len(data), 1 if whole else 3):
            for bit in range(8) if whole else (at % 8,):
                tried += 1
                if not sound.is_noticed({**sound.files, name: flipped(data, at, bit)}):
                    silent.append((name, at, bit))
    assert silent == []
    assert tried > 3000


def test_every_cut(sound: Sound) -> None:
    for name, data in sound.files.items():
        for end in range(0, len(data) - 1, 4):
            noticed = sound.is_noticed({**sound.files, name: data[:end]})
            assert noticed, (name, end)
        put(sound.root, {**sound.files, name: data[:-1]})
        assert sound.found() == (sound.records, 0)  # a whole line without its line feed


def test_lines_and_files_dropped_moved_swapped_and_repeated(sound: Sound) -> None:
    silent, tried = [], 0
    for what, files in changes(sound.files):
        tried += 1
        if not sound.is_noticed(files):
            silent.append(what)
    assert silent == []
    assert tried > 20


def test_a_repeated_line_counts_once(sound: Sound) -> None:
    [name] = [name for name in sound.files if name.startswith("lines-1/2026-10")][:1]
    first = sound.files[name].splitlines(keepends=True)[0]
    put(sound.root, {**sound.files, name: sound.files[name] + first})
    records, places = sound.found()
    assert (records, places) == (sound.records, 1)


def test_any_earlier_state_of_a_file_is_noticed_and_of_the_whole_too(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    seal(journal)
    states = list[dict[str, bytes]]()
    for number in range(4):
        journal.save(note(f"note {number}"))
        states.append(everything(tmp_path))
    assert len(texts(journal)) == 4
    journal.close()
    for state in states[:-1]:
        put(tmp_path, state)
        [damage] = unlocked(tmp_path).damage()
        assert "were seen here" in damage.reason
        unlocked(tmp_path).close()  # which does not make it forget
    put(tmp_path, states[-1])
    assert unlocked(tmp_path).damage() == []


def test_a_key_holders_other_line_in_the_place_of_one_that_was_seen(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    before = everything(tmp_path)
    journal = unlocked(tmp_path)
    journal.save(note("one"))
    assert texts(journal) == ["one"]
    journal.close()
    put(tmp_path, before)
    unlocked(tmp_path).save(note("another"))
    assert "is not the one" in unlocked(tmp_path).damage()[0].reason


def open_instead(root: Path) -> None:
    (root / "journal" / "journal.json").write_text(
        '{"format": 1, "id": "bcdfghjklm", "form": "open", "folder": "lines-1"}'
    )


def nothing_instead(root: Path) -> None:
    put(root, {})


@pytest.mark.parametrize("instead", [open_instead, nothing_instead])
def test_an_open_or_no_journal_where_a_sealed_one_was_known_is_refused(
    tmp_path: Path, instead: Callable[[Path], None]
) -> None:
    seal(opened(tmp_path))
    unlocked(tmp_path).save(note("one"))
    sound = everything(tmp_path)
    put(tmp_path, {name: data for name, data in sound.items() if name == "journal.json"})
    instead(tmp_path)
    before = everything(tmp_path)
    for do in (lambda: opened(tmp_path).save(note("two")), lambda: texts(opened(tmp_path))):
        with pytest.raises(Damaged, match="locked with a passphrase when this computer saw it"):
            do()
    assert everything(tmp_path) == before


def test_a_public_key_that_somebody_put_there_is_not_trusted(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    seal(opened(tmp_path / "another"))
    files = everything(tmp_path)
    mine = opened(tmp_path).keyring.root()
    theirs = opened(tmp_path / "another").keyring.root()
    assert mine
    assert theirs
    public = str(mine.fields["public"]).encode(), str(theirs.fields["public"]).encode()
    from journal.store.root import sum_of

    fields = {**mine.fields, "public": theirs.fields["public"]}
    text = files["journal.json"].replace(*public)
    text = text.replace(str(mine.fields["sum"]).encode(), sum_of(fields).encode())
    put(tmp_path, {**files, "journal.json": text})
    with pytest.raises(Damaged, match="altered"):
        opened(tmp_path).save(note("meant for me"))
    with pytest.raises(Damaged, match="altered"):
        opened(tmp_path).unlock(PASSPHRASE)
    # A computer that never saw it cannot know before it is opened.
    with pytest.raises(Damaged, match="altered"):
        opened(tmp_path, "there").unlock(PASSPHRASE)


def test_a_folder_put_back_by_name_is_noticed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    files = everything(tmp_path)
    renamed = {name.replace("lines-2", "lines-3"): data for name, data in files.items()}
    renamed["journal.json"] = files["journal.json"].replace(b"lines-2", b"lines-3")
    put(tmp_path, renamed)
    with pytest.raises(Damaged):
        opened(tmp_path).unlock(PASSPHRASE)


def added_by_others(root: Path, n: bytes, inside: int, id_: str, t: int = 777) -> bytes:
    """Return a line that somebody without the key puts into a sealed journal's only file."""
    [file] = (root / "journal" / "lines-2").iterdir()
    journal = opened(root).keyring.root()
    assert journal is not None
    change = {"n": inside, "t": str(t), "op": "add-locked", "by": "x", "set": {id_: doc("planted")}}
    about = {"journal": journal.id, "file": file.name, "n": int(n)}
    told = json.dumps({"about": about, "change": change}).encode()
    sealed = letter(told + b" " * (-(len(told) + 48) % 3), journal.public)
    return n + b" ~" + b2a_base64(sealed)


def test_two_added_lines_of_one_moment_harm_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("ours"))
    seal(journal)
    [file] = (tmp_path / "journal" / "lines-2").iterdir()
    last, earlier = (added_by_others(tmp_path, b"%d" % n, n, f"bb{n}") for n in (2, 1))
    file.write_bytes(file.read_bytes() + last)
    file.with_name(f"{file.name}.orig").write_bytes(earlier)
    again = unlocked(tmp_path)
    assert texts(again) == ["ours", "planted", "planted"]
    assert again.damage() == []
    again.lock()


@pytest.mark.parametrize(("n", "inside"), [(b"02", 2), (b"2", 3)])
def test_an_added_line_of_an_odd_number_is_read_by_no_way_of_looking(
    tmp_path: Path, n: bytes, inside: int
) -> None:
    journal = opened(tmp_path)
    journal.save(note("ours"))
    seal(journal)
    [file] = (tmp_path / "journal" / "lines-2").iterdir()
    file.write_bytes(file.read_bytes() + added_by_others(tmp_path, n, inside, "bb"))
    assert unlocked(tmp_path).find(Criteria(phrases=("planted",))) == []
    assert texts(unlocked(tmp_path)) == ["ours"]
