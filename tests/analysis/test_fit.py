"""The labels fit the sentences that were labelled by hand; floors fall only with the engine."""

import io
import json
import sys
from operator import ge
from pathlib import Path

import pytest

from journal.analysis.__main__ import main
from journal.analysis.cues import FRAMES, REGULATION
from journal.analysis.reading import read
from journal.analysis.scheme import NEUTRAL
from tests.analysis.labelled import FOLDER, load, side
from tests.analysis.limits import limit
from tests.analysis.rows import KEPT, VAULT, batches, note_sentences
from tests.analysis.score import fits, kappa, macro, read_all

KEYS = {"text", "frame", "srl", "depth", "intention", "question"}


FLOORS = {
    "dev": (0.98, 0.97, 0.94, 0.98, 0.97, 0.97),
    "held-out": (0.9, 0.86, 0.77, 0.86, 0.91, 0.83),
    "wide-held-out": (0.84, 0.87, 0.75, 0.91, 0.86, 0.8),
    "voices-aside": (0.85, 0.92, 0.79, 0.93, 0.92, 0.84),
}
"""Frames, the least precise frame, phases, intention, question and depth of each file."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_labels_fit(name: str) -> None:
    gold = load(FOLDER / f"{name}.jsonl")
    said = read_all(gold)
    found = fits(gold, said)
    depths, read_as = ([one["depth"] for one in some] for some in (gold, said))
    reached = (
        macro(found, (*FRAMES, NEUTRAL)),
        min(found[frame].precision for frame in FRAMES),
        macro(found, REGULATION),
        found["intention"].f1,
        found["question"].f1,
        kappa(depths, read_as),
    )
    assert all(map(ge, reached, FLOORS[name])), reached


SIDES = {"dev": "dev", "held-out": "held-out", "wide-[0-9]*": "dev", "wide-held-out": "held-out"}
"""The side that the sentences of some files must be on."""


@pytest.mark.parametrize("name", SIDES)
def test_the_side_of_a_sentence_is_not_chosen(name: str) -> None:
    gold = [one for path in FOLDER.glob(f"{name}.jsonl") for one in load(path)]
    assert {side(one["text"]) for one in gold} == {SIDES[name]}


def test_every_labelled_sentence_is_whole_and_there_once() -> None:
    every = [one for path in Path(FOLDER).glob("*.jsonl") for one in load(path)]
    assert len({one["text"] for one in every}) == len(every) >= 500
    for one in every:
        assert one.keys() == KEYS
        assert one["frame"] in (*FRAMES, NEUTRAL)
        assert set(one["srl"]) <= set(REGULATION)
        assert one["depth"] in range(4)
        assert "forethought" in one["srl"] or not one["intention"]


def test_notes_without_a_stance_are_left_alone() -> None:
    if not VAULT.is_dir():
        pytest.skip("til-vault is not here")
    unseen = [read(text) for text in note_sentences(seen=False)]
    frames = [frame for one in unseen for sentence in one for frame in sentence.values("frame")]
    in_1000 = {frame: 1000 * frames.count(frame) / len(unseen) for frame in FRAMES}
    assert in_1000["fixed"] <= 0.31
    assert in_1000["performance"] <= 0.3
    assert in_1000["mastery"] <= 2


def test_nothing_held_out_is_learned_from() -> None:
    kept = {one["text"] for name in KEPT for one in load(FOLDER / f"{name}.jsonl")}
    assert kept.isdisjoint(one["text"] for some in batches().values() for one in some)


def test_a_limit_lies_where_most_is_right() -> None:
    assert limit("question:question", [-9, -8, 9, 10, 11], [False, False, True, True, True]) <= 9
    assert limit("question:question", [-9, -8, 9, 10, 11], [False, False, True, True, True]) > -8


def test_a_limit_of_frames_is_precise_and_keeps_notes_out() -> None:
    unseen, gold = [1, 2, 20, 21], [True, False, True, True]
    assert limit("frame:fixed", unseen, gold) in range(3, 21)
    assert limit("frame:fixed", unseen, gold, notes=[15]) in range(16, 21)


def test_lines_go_through_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [
        "Why does it drip?",
        "",
        "Je ne sais pas pourquoi la machine ne marche pas.",
        "I rushed.",
    ]
    given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    main()
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["text"] for line in lines] == texts
    assert all(line.keys() == KEYS for line in lines)
    assert [line["question"] for line in lines] == [True, False, False, False]
