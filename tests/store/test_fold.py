"""What changes add up to, whatever the order in which they come together."""

import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.making import Hands, doc, line, note, opened, texts, write

IDS = ("bbbbbbbbbb", "cccccccccc")
COMPUTERS = ("bbbb", "cccc", "dddd")


class Made(NamedTuple):
    """A change made by hand: which computer made it, when, and what it said of one record."""

    computer: str
    t: int
    id: str
    doc: dict[str, Any]


@st.composite
def histories(draw: st.DrawFn) -> list[Made]:
    """Return changes as computers make them that know each other's work only in part."""
    made: list[Made] = []
    for t in range(100, 100 + draw(st.integers(1, 12))):
        id_ = draw(st.sampled_from(IDS))
        known = [one.t for one in made if one.id == id_]
        was = draw(st.sampled_from([None, *known]))
        fields = {} if was is None else {"was": str(was)}
        text = draw(st.sampled_from(["one", "two", "three"]))
        made.append(Made(draw(st.sampled_from(COMPUTERS)), t, id_, doc(text, **fields)))
    return made


def outcome(history: list[Made]) -> tuple[dict[str, dict[str, Any]], list[str], dict[str, int]]:
    """Write a history to files; return what shows, what was edited on both sides, the counts."""
    with tempfile.TemporaryDirectory() as folder:
        lines: dict[str, list[bytes]] = {}
        for one in history:
            own = lines.setdefault(f"2026-11.{one.computer}.jsonl", [])
            own.append(line(one.t, one.t, {one.id: one.doc}))
        write(Path(folder), lines)
        journal = opened(Path(folder))
        shown = {str(found.doc_id): dict(found) for found in journal.table()}
        return shown, journal.on_both_sides(), {id_: len(journal.history(id_)) for id_ in shown}


@settings(max_examples=60)
@given(st.data(), histories())
def test_order_and_repetition_never_matter(data: st.DataObject, history: list[Made]) -> None:
    repeated = [*history, *data.draw(st.lists(st.sampled_from(history), max_size=4))]
    assert outcome(data.draw(st.permutations(repeated))) == outcome(history)


@settings(max_examples=60)
@given(histories())
def test_what_shows_is_the_latest_of_those_that_replace_something(history: list[Made]) -> None:
    shown, both, _ = outcome(history)
    for id_, found in shown.items():
        own = [one for one in history if one.id == id_]
        replacing = [one for one in own if "was" in one.doc] or own
        assert found == replacing[-1].doc
        named = {one.doc.get("was") for one in own}
        replaced = [one.doc["text"] for one in own if str(one.t) in named]
        heads = {one.doc["text"] for one in own if str(one.t) not in named}
        others = heads - {found["text"], *replaced}
        assert (id_ in both) == bool(others)


def test_edits_on_two_computers_are_both_kept_and_reported(tmp_path: Path) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    [kept] = here.save(note("draft"))
    seen_there = there.get(kept.id)
    here.save(kept._replace(text="from here"), op="edit")
    there.save(seen_there._replace(text="from there"), op="edit")
    assert here.get(kept.id).text == "from there"
    assert here.on_both_sides() == there.on_both_sides() == [kept.id]
    assert [past.record.text for past in here.history(kept.id)] == [
        "draft", "from here", "from there",
    ]  # fmt: skip


def test_the_same_edit_on_two_computers_is_no_conflict(tmp_path: Path) -> None:
    here, there = opened(tmp_path, "here"), opened(tmp_path, "there", Hands())
    [kept] = here.save(note("draft"))
    seen_there = there.get(kept.id)
    here.save(kept._replace(text="better"), op="edit")
    there.save(seen_there._replace(text="better"), op="edit")
    assert here.on_both_sides() == []


def test_an_edit_is_reported_although_the_other_side_came_back_to_the_old_words(
    tmp_path: Path,
) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    [kept] = here.save(note("draft"))
    seen_there = there.get(kept.id)
    there.save(seen_there._replace(text="from there"), op="edit")
    edited = here.save(kept._replace(text="other"), op="edit")
    here.save(edited[0]._replace(text="draft"), op="edit")
    assert here.on_both_sides() == [kept.id]


def test_a_second_import_elsewhere_does_not_hide_an_edit(tmp_path: Path) -> None:
    hands = Hands()
    here, there = opened(tmp_path, "here", hands), opened(tmp_path, "there", hands)
    imported = note("as it was")._replace(id="bcdfghjklm")
    here.bring_in([imported], "2016-03", "one")
    here.save(here.get("bcdfg")._replace(text="as it should be"), op="edit")
    there.bring_in([imported], "2016-03", "two")
    for journal in (here, there, opened(tmp_path, "third")):
        assert texts(journal) == ["as it should be"]
        assert journal.on_both_sides() == []
