"""A file that ends too early: the save that was cut is lost, and nothing is written over."""

from pathlib import Path

from tests.store.making import files, newest, note, opened, texts


def test_cut_at_every_byte(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    said = ["one: “ü”\nand more", "two"]
    for text in said:
        journal.save(note(text))
    file, [name] = newest(tmp_path), (tmp_path / "here").glob("computer-*")
    data, named = file.read_bytes(), name.read_bytes()
    ends = [at for at, byte in enumerate(data, 1) if byte == ord("\n")]
    for cut in range(len(data)):
        left = [text for text, end in zip(said, ends, strict=True) if cut >= end - 1]
        file.write_bytes(data[:cut])
        assert texts(opened(tmp_path)) == sorted(left)

        opened(tmp_path).save(note("new"))
        assert texts(opened(tmp_path)) == sorted([*left, "new"])
        now = files(tmp_path)
        assert now[file.name].startswith(data[:cut])
        at_a_line_end = cut == 0 or cut in ends
        assert (len(now) == 1 and now[file.name] != data[:cut]) == at_a_line_end
        assert (len(now) == 2 and now[file.name] == data[:cut]) == (not at_a_line_end)
        for other in set(now) - {file.name}:
            (file.parent / other).unlink()
        name.write_bytes(named)


def test_a_cut_file_is_reported_and_stays_as_it_is(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    journal.save(note("two"))
    file = newest(tmp_path)
    file.write_bytes(cut := file.read_bytes()[:-5])
    [damage] = opened(tmp_path).damage()
    assert (damage.file, damage.line) == (file.name, 2)
    assert "not finished" in damage.reason
    opened(tmp_path).save(note("three"))
    assert file.read_bytes() == cut


def test_an_open_window_goes_to_a_new_file_too(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    journal.save(note("two"))
    file = newest(tmp_path)
    file.write_bytes(cut := file.read_bytes()[:-5])
    journal.save(note("three"))
    assert file.read_bytes() == cut
    assert texts(opened(tmp_path)) == ["one", "three"]
    journal.save(note("four"))
    assert len(files(tmp_path)) == 2
