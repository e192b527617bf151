"""The labels fit the sentences that were labelled by hand; the floors only ever rise."""

import io
import json
import sys
from pathlib import Path

import pytest

from journal.analysis.__main__ import main
from journal.analysis.cues import FRAMES, REGULATION
from journal.analysis.scheme import NEUTRAL
from tests.analysis.labelled import FOLDER, SHARED, load, side
from tests.analysis.score import false_alarms, fits, kappa, macro, read_all

KEYS = {"text", "frame", "srl", "depth", "intention", "question"}


@pytest.mark.parametrize("name", ["dev", "held-out"])
def test_the_labels_fit(name: str) -> None:
    gold = load(FOLDER / f"{name}.jsonl")
    said = read_all(gold)
    found = fits(gold, said)
    assert macro(found, (*FRAMES, NEUTRAL)) >= 0.85
    assert min(found[frame].precision for frame in FRAMES) >= 0.84
    assert macro(found, REGULATION) >= 0.75
    assert found["intention"].f1 >= 0.84
    assert found["question"].f1 >= 0.97
    depths, read_as = ([one["depth"] for one in some] for some in (gold, said))
    assert kappa(depths, read_as) >= 0.72


@pytest.mark.parametrize("name", ["dev", "held-out"])
def test_the_side_of_a_sentence_is_not_chosen(name: str) -> None:
    gold = load(FOLDER / f"{name}.jsonl")
    assert {side(one["text"]) for one in gold} == {name}


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
    vault = SHARED / "samples" / "til-vault"
    if not vault.is_dir():
        pytest.skip("til-vault is not here")
    found = false_alarms(vault)
    assert found["fixed"] <= 0.3
    assert found["performance"] <= 0.3
    assert found["mastery"] <= 2


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
