"""Files that are damaged or made to do harm: each costs itself alone, is said, and stays."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import Damaged, NoSuchRecord, NotWritten
from journal.records.criteria import Criteria
from journal.store.box import OpenBox
from journal.store.journal import Journal
from tests.store.making import doc, files, line, newest, note, opened, summed, texts, write

GOOD = line(1, 1, {"bbbbbbbbbb": doc("good")})


def use(journal: Journal) -> None:
    """Do all that can be done by reading."""
    for record in journal.find(Criteria()):
        assert journal.get(record.id) == record
        journal.history(record.id)
    journal.find(Criteria(phrases=("good",)))
    journal.find(Criteria(tags=("x",), not_tags=("y",)), newest=2)
    journal.on_both_sides()
    journal.timeline()
    journal.table()


def test_a_flipped_bit_costs_its_line(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    said = ["one", "two ü", "three"]
    for text in said:
        journal.save(note(text))
    file = newest(tmp_path)
    data = file.read_bytes()
    bits = Random(1).sample(range(8 * len(data)), 900)
    for bit in bits:
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        file.write_bytes(flipped)
        again = opened(tmp_path)
        hit = data.count(b"\n", 0, bit // 8)
        lost = {said[hit]} | (set(said[hit + 1 : hit + 2]) if data[bit // 8] == 10 else set())
        damage = again.damage()
        assert damage or bit // 8 == len(data) - 1
        assert {each.file for each in damage} <= {file.name}
        assert set(texts(again)) >= set(said) - lost
        assert set(texts(again)) <= set(said)
        assert file.read_bytes() == flipped


def test_a_damaged_line_is_named_and_stays(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for text in ("one", "two", "three"):
        journal.save(note(text))
    file = newest(tmp_path)
    file.write_bytes(hurt := file.read_bytes().replace(b"two", b"twO"))
    again = opened(tmp_path)
    assert texts(again) == ["one", "three"]
    damage = again.damage()
    assert [(each.line, each.reason) for each in damage] == [
        (0, "line number 2 is missing"), (2, "its sum does not fit"),
    ]  # fmt: skip
    again.save(note("four"))
    assert file.read_bytes() == hurt
    assert len(files(tmp_path)) == 2


HOSTILE: dict[str, bytes] = {
    "deep": summed(b'{"n":2,"t":"2","set":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "deep in a doc": summed(
        b'{"n":2,"t":"2","op":"x","by":"x","set":{"cc":' + b'{"a":' * 99_999 + b"1" + b"}" * 100_001
    ),
    "huge n": summed(b'{"n":' + b"9" * 5000 + b',"t":"2","op":"x","by":"x","set":{}}'),
    "huge n, but a number": line(1 << 53, 2, {"cc": doc("far")}),
    "n below 1": line(0, 2, {"cc": doc("zero")}),
    "n is true": summed(b'{"n":true,"t":"2","op":"x","by":"x","set":{}}'),
    "huge number in a doc": summed(
        b'{"n":2,"t":"2","op":"x","by":"x","set":{"cc":{"extra":{"a":' + b"9" * 5000 + b"}}}}"
    ),
    "nan": summed(b'{"n":2,"t":"2","op":"x","by":"x","set":{"cc":{"text":NaN}}}'),
    "infinite": summed(b'{"n":2,"t":"2","op":"x","by":"x","set":{"cc":{"text":-Infinity}}}'),
    "same key twice": summed(b'{"n":2,"n":2,"t":"2","op":"x","by":"x","set":{},"set":{"cc":5}}'),
    "no utf-8": summed(b'{"n":2,"t":"2","op":"\xff\xfe","by":"x","set":{}}'),
    "surrogate": summed(b'{"n":2,"t":"2","op":"\xed\xa0\x80","by":"x","set":{}}'),
    "nul": b"\0" * 512 + b"\n",
    "nul in it": summed(b'{"n":2,"t":"2","op":"\0","by":"x","set":{}}'),
    "two in one": summed(b'{"n":2},{"n":3}'),
    "a list": b"[1,2,3]\n",
    "a text": summed(b'"nothing"'),
    "shorter than a sum": b"{}\n",
    "t is a number": summed(b'{"n":2,"t":2,"op":"x","by":"x","set":{}}'),
    "t negative": line(2, -5, {"cc": doc("negative")}),
    "t far ahead": line(2, "9" * 22, {"cc": doc("far ahead")}),
    "t huge": line(2, "9" * 5000, {"cc": doc("huge")}),
    "t in other digits": line(2, "٣", {"cc": doc("other digits")}),
    "t empty": line(2, "", {"cc": doc("empty")}),
    "set is a list": summed(b'{"n":2,"t":"2","op":"x","by":"x","set":[1]}'),
    "doc is a list": line(2, 2, {"cc": []}),
    "doc is null": line(2, 2, {"cc": None}),
    "id long": line(2, 2, {"c" * 65: doc("long")}),
    "id acting": line(2, 2, {"\x1b]0;c\x07": doc("acting")}),
    "id empty": line(2, 2, {"": doc("empty")}),
    "was a number": line(2, 2, {"cc": doc("x", was=5)}),
    "was null": line(2, 2, {"cc": doc("x", was=None)}),
    "was numbers": line(2, 2, {"cc": doc("x", was=[5])}),
    "run a list": line(2, 2, {"cc": doc("x")}, run=["x"]),
    "undoes a number": line(2, 2, {"cc": doc("x")}, undoes=5),
    "by is missing": summed(b'{"n":2,"t":"2","op":"x","set":{}}'),
    "wrong at": line(2, 2, {"cc": doc("x", at="yesterday")}),
    "at without an offset": line(2, 2, {"cc": doc("x", at="2026-11-20T12:00:00")}),
    "text is a number": line(2, 2, {"cc": {**doc("x"), "text": 5}}),
    "tags are a text": line(2, 2, {"cc": doc("x", tags="good")}),
    "tags are numbers": line(2, 2, {"cc": doc("x", tags=[5])}),
    "kind is a list": line(2, 2, {"cc": doc("x", kind=[])}),
    "extra is a text": line(2, 2, {"cc": doc("x", extra="x")}),
    "a doc without anything": line(2, 2, {"cc": {}}),
    "answers of numbers": line(2, 2, {"cc": doc("x", kind="close", answers=[5])}),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_line_costs_itself(tmp_path: Path, hostile: bytes) -> None:
    write(tmp_path, {"2026-11.bbbb.jsonl": [GOOD, hostile]})
    for journal in (opened(tmp_path), opened(tmp_path)):
        use(journal)
        assert texts(journal) == ["good"]
        assert journal.damage()
    journal.save(note("new"))
    assert texts(opened(tmp_path)) == ["good", "new"]
    assert files(tmp_path)["2026-11.bbbb.jsonl"] == GOOD + hostile


ODD: dict[str, bytes] = {
    "id of another make": line(2, 2, {"C" * 64: doc("fine")}),
    "end of time": line(2, 253_402_214_400_000_000_000, {"cc": doc("fine")}),
    "replaces what nobody knows": line(2, 2, {"cc": doc("fine", was="77")}),
    "replaces itself": line(2, 2, {"cc": doc("fine", was="2")}),
    "replaces what has no number": line(2, 2, {"cc": doc("fine", was="x" * 5000)}),
    "of a kind to come": line(2, 2, {"cc": doc("fine", kind="dream", depth=[1, {"a": 2}])}),
    "with a field to come": line(2, 2, {"cc": doc("fine")}, mood="new"),
    "undoes what is not there": line(2, 2, {"cc": doc("fine")}, undoes="77"),
    "ended by Windows": line(2, 2, {"cc": doc("fine")})[:-1] + b"\r\n",
    "surrogate": summed(line(2, 2, {"cc": doc("fine", extra={"a": "X"})})[:-19].replace(
        b"X", b"\\ud800") + b"}"),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_an_odd_line_is_read_edited_and_undone(tmp_path: Path, odd: bytes) -> None:
    write(tmp_path, {"2026-11.bbbb.jsonl": [GOOD, odd]})
    journal = opened(tmp_path)
    use(journal)
    assert journal.damage() == []
    [record] = journal.find(Criteria(phrases=("fine",)))
    try:
        journal.save(record._replace(text="better"), op="edit")
    except NotWritten:
        assert texts(opened(tmp_path)) == ["fine", "good"]
    else:
        [edited] = opened(tmp_path).find(Criteria(phrases=("better",)))
        assert (edited.own, edited.other, edited.extra) == (record.own, record.other, record.extra)
        journal.undo()
        assert texts(opened(tmp_path)) == ["fine", "good"]


@settings(max_examples=150)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["n", "t", "op", "by", "set", "run", "cc", "at", "text", "kind", "was"]),
        inner, max_size=8),
    max_leaves=12))  # fmt: skip
def test_any_json_at_all_is_a_change_or_refused(value: object) -> None:
    text = json.dumps(value).encode()
    try:
        change = OpenBox().open(summed(text)[:-1], "2026-11.bbbb.jsonl")
    except ValueError:
        return
    assert {"n", "t", "op", "by", "set"} <= set(change)


def test_numbers_that_are_missing_are_reported(tmp_path: Path) -> None:
    lines = [line(n, n, {f"b{n}": doc(f"{n}")}) for n in (1, 3, 7, 10**15)]
    write(tmp_path, {"2026-11.bbbb.jsonl": lines})
    assert [each.reason for each in opened(tmp_path).damage()] == [
        "line number 2 is missing", "lines number 4 to 6 are missing",
        "lines number 8 to 999999999999999 are missing",
    ]  # fmt: skip


def test_a_copy_can_hold_what_its_file_lacks(tmp_path: Path) -> None:
    lines = [line(n, n, {f"b{n}": doc(f"{n}")}) for n in (1, 2, 3)]
    names = ("2026-11.bbbb.jsonl", "2026-11.bbbb (1).jsonl")
    write(tmp_path, {names[0]: [lines[0], lines[2]], names[1]: lines[:2]})
    assert texts(opened(tmp_path)) == ["1", "2", "3"]
    assert opened(tmp_path).damage() == []


def _spoil(text: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text)


@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        _spoil(b""),
        _spoil(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        _spoil(b"[" * 100_000),
        _spoil(b"{}"),
        _spoil(b"[]"),
        _spoil(b"<<<<<<< HEAD\n{}"),
        _spoil(b'{"format": 2, "id": "x", "form": "open", "folder": "lines-1"}'),
        _spoil(b'{"format": 0, "id": "x", "form": "open", "folder": "lines-1"}'),
        _spoil(b'{"format": 1e999, "id": "x", "form": "open", "folder": "lines-1"}'),
        _spoil(b'{"format": 1, "id": "x", "form": "sealed", "folder": "lines-1"}'),
        _spoil(b'{"format": 1, "id": "x", "form": "open", "folder": "lines-1/../.."}'),
        _spoil(b'{"format": 1, "id": "x", "form": "open", "folder": "lines-\\u0000"}'),
    ],
    ids=lambda spoil: None,
)
def test_a_root_that_cannot_be_read_changes_nothing(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    window = opened(tmp_path)
    window.save(note("one"))
    root = tmp_path / "journal" / "journal.json"
    whole = root.read_bytes()
    spoil(root)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    journal = opened(tmp_path)
    for act in (journal.load, journal.table, journal.undo, lambda: journal.get("bcd"),
                lambda: texts(journal), lambda: journal.save(note("two")),
                lambda: window.save(note("two"))):  # fmt: skip
        with pytest.raises(Damaged) as found:
            act()
        assert found.value.hint
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before
    root.write_bytes(whole)
    journal.save(note("two"))
    window.save(note("three"))
    assert texts(opened(tmp_path)) == ["one", "three", "two"]


def test_a_newer_version_is_named_as_the_reason(tmp_path: Path) -> None:
    opened(tmp_path).save(note("one"))
    root = tmp_path / "journal" / "journal.json"
    root.write_text(root.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(Damaged, match=r"newer version.*format 2"):
        opened(tmp_path).load()


@pytest.mark.parametrize(
    "prefix", ["", "b", "bcdfghjklm", "last", "x", 'b"', "\0", "b" * 1000, "é"]
)
def test_a_journal_that_does_not_exist_yet_is_empty(tmp_path: Path, prefix: str) -> None:
    journal = opened(tmp_path)
    use(journal)
    assert journal.damage() == []
    with pytest.raises(NoSuchRecord):
        journal.get(prefix)
    with pytest.raises(NoSuchRecord):
        journal.history(prefix)
    assert list(tmp_path.iterdir()) == []
