"""What others save while a window is open comes in, and nobody waits for what is half written."""

from pathlib import Path

import pytest

from journal.errors import NoSuchRecord
from journal.records.criteria import Criteria
from tests.store.making import Hands, doc, files, line, newest, note, opened, run, texts, write


def test_load_reads_what_another_process_saved_and_tells_of_it(tmp_path: Path) -> None:
    journal, heard = opened(tmp_path), list[set[str]]()
    journal.save(note("mine"))
    journal.load()
    journal.subscribe(heard.append)
    journal.load()
    assert heard == []
    said = run('say(*(record.id for record in opened(root).save(note("a"), note("b"))))', tmp_path)
    journal.load()
    assert heard == [set(said[0].split())]
    journal.load()
    assert len(heard) == 1
    assert texts(journal) == ["a", "b", "mine"]


def test_saving_tells_of_what_was_saved_and_of_what_came_in_before_it(tmp_path: Path) -> None:
    hands = Hands()
    journal, other = opened(tmp_path, "here", hands), opened(tmp_path, "here", hands)
    journal.save(note("zeroth"))
    journal.load()
    heard: list[set[str]] = []
    journal.subscribe(heard.append)
    [first] = journal.save(note("first"))
    [second] = other.save(note("second"))
    [third] = journal.save(note("third"))
    assert heard == [{first.id}, {second.id, third.id}]
    assert texts(journal) == ["first", "second", "third", "zeroth"]


def test_looking_for_something_tells_of_what_came_in_by_it(tmp_path: Path) -> None:
    hands = Hands()
    journal, other = opened(tmp_path, "here", hands), opened(tmp_path, "here", hands)
    journal.save(note("mine"))
    journal.load()
    heard: list[set[str]] = []
    journal.subscribe(heard.append)
    [theirs] = other.save(note("theirs"))
    assert len(journal.find(Criteria())) == 2
    assert heard == [{theirs.id}]


def test_an_edit_by_another_window_shows_and_undo_takes_it_back(tmp_path: Path) -> None:
    hands = Hands()
    journal, other = opened(tmp_path, "here", hands), opened(tmp_path, "here", hands)
    [kept] = journal.save(note("draft"))
    journal.load()
    other.save(other.get(kept.id)._replace(text="better"), op="edit")
    assert journal.undo().op == "edit"
    assert texts(other) == texts(journal) == ["draft"]


def test_a_half_written_line_is_read_once_it_is_finished(tmp_path: Path) -> None:
    lines = [line(n, n, {f"bb{n}": doc(f"{n}")}) for n in (1, 2, 3)]
    file = write(tmp_path, {"2026-11.bbbb.jsonl": lines[:1]}) / "2026-11.bbbb.jsonl"
    journal = opened(tmp_path)
    journal.load()
    whole = b"".join(lines)
    for end in range(len(lines[0]), len(whole) + 1):
        file.write_bytes(whole[:end])
        shown = texts(journal)
        journal.load()
        assert texts(journal) >= shown
        finished = [n for n, start in enumerate((0, 1, 2), 1)
                    if end >= len(b"".join(lines[: start + 1])) - 1]  # fmt: skip
        assert texts(journal) == [str(n) for n in finished]
        assert bool(journal.damage()) == (
            end not in (len(b"".join(lines[:n])) - late for n in (1, 2, 3) for late in (0, 1))
        )
    assert journal.damage() == []


@pytest.mark.parametrize("in_place", [True, False])
def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path, *, in_place: bool) -> None:
    lines = [line(n, n, {f"bb{n}": doc(f"{n}")}) for n in (1, 2, 3)]
    file = write(tmp_path, {"2026-11.bbbb.jsonl": lines[1:]}) / "2026-11.bbbb.jsonl"
    journal = opened(tmp_path)
    journal.load()
    arriving = file if in_place else file.with_name(".arriving")
    arriving.write_bytes(b"".join(lines))
    arriving.rename(file)
    journal.load()
    assert texts(journal) == ["1", "2", "3"]
    assert journal.damage() == []


def test_a_file_of_ours_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.load()
    journal.save(note("one"))
    journal.load()
    journal.save(note("two"))
    file = newest(tmp_path)
    first, second = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(first + line(7, 7, {"cc": doc("by somebody else " * 20)}) + second)
    journal.load()
    assert len(texts(journal)) == 3


def test_a_file_that_goes_and_comes_back(tmp_path: Path) -> None:
    write(tmp_path, {"2026-11.bbbb.jsonl": [line(1, 1, {"bb": doc("one")})]})
    journal = opened(tmp_path)
    journal.load()
    file = newest(tmp_path)
    file.rename(tmp_path / "away")
    journal.load()
    (tmp_path / "away").rename(file)
    file.write_bytes(file.read_bytes() + line(2, 2, {"cc": doc("two")}))
    journal.load()
    assert texts(journal) == ["one", "two"]


def test_a_folder_that_goes_is_made_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    folder = tmp_path / "journal"
    folder.rename(tmp_path / "away")
    journal.save(note("two"))
    assert texts(opened(tmp_path)) == ["two"]
    assert (tmp_path / "away" / "journal.json").exists()


def test_a_large_file_is_read_in_pieces_and_wholly(tmp_path: Path) -> None:
    long = "x" * 300_000
    docs = [doc(f"{n} {long if n % 5 == 0 else ''}".strip()) for n in range(1, 40)]
    lines = [line(n, n, {f"b{n}": each}) for n, each in enumerate(docs, 1)]
    file = write(tmp_path, {"2026-11.bbbb.jsonl": lines}) / "2026-11.bbbb.jsonl"
    journal = opened(tmp_path)
    journal.load()
    assert len(journal.table()) == 39
    assert journal.damage() == []
    file.write_bytes(file.read_bytes().replace(b'"n":30,', b'"n":31,'))
    assert [each.line for each in opened(tmp_path).damage() if each.line] == [30]


def test_a_prefix_names_what_it_fits(tmp_path: Path) -> None:
    ids = ["bbbbbbbbbb", "bbbbbbbbbc", "cccccccccc"]
    write(tmp_path, {"2026-11.bbbb.jsonl": [line(1, 1, {id_: doc(id_) for id_ in ids})]})
    whole = opened(tmp_path)
    whole.load()
    for journal in (opened(tmp_path), whole):
        with pytest.raises(NoSuchRecord, match="bbbbbbbbbb, bbbbbbbbbc"):
            journal.get("bbbb")
        with pytest.raises(NoSuchRecord, match="No record"):
            journal.get("d")
        assert journal.get("bbbbbbbbbc").text == "bbbbbbbbbc"
        assert journal.get("c").text == "cccccccccc"


def test_several_records_are_one_save(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    kept = journal.save(note("a"), note("b"), note("c"))
    [data] = files(tmp_path).values()
    assert data.count(b"\n") == 1
    assert journal.save() == []
    assert [data] == list(files(tmp_path).values())
    assert opened(tmp_path).find(Criteria()) == sorted(kept, key=lambda record: record.id)
