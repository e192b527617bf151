"""`python -m tests.analysis.score`: how well the labels fit, and the false alarms."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from journal.analysis.cues import FRAMES, REGULATION
from journal.analysis.reading import ENGINE, read
from journal.analysis.scheme import NEUTRAL, line
from tests.analysis.labelled import FOLDER, SHARED, load

Sentences = list[dict[str, Any]]


class Fit(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def fit(gold: Sentences, said: Sentences, has: Callable[[dict[str, Any]], bool]) -> Fit:
    """Return how well `said` tells which sentences have something."""
    pairs = [(has(one), has(other)) for one, other in zip(gold, said, strict=True)]
    both = sum(one and other for one, other in pairs)
    precision = both / max(1, sum(other for _, other in pairs))
    recall = both / max(1, sum(one for one, _ in pairs))
    total = precision + recall
    return Fit(precision, recall, 2 * precision * recall / total if total else 0.0)


def fits(gold: Sentences, said: Sentences) -> dict[str, Fit]:
    """Return the fit of every label."""
    tests: dict[str, Callable[[dict[str, Any]], bool]] = {
        "intention": lambda one: bool(one["intention"]),
        "question": lambda one: bool(one["question"]),
    }
    tests |= {frame: partial(_framed, frame) for frame in (*FRAMES, NEUTRAL)}
    tests |= {phase: partial(_in_phase, phase) for phase in REGULATION}
    return {name: fit(gold, said, has) for name, has in tests.items()}


def _framed(frame: str, one: dict[str, Any]) -> bool:
    return bool(one["frame"] == frame)


def _in_phase(phase: str, one: dict[str, Any]) -> bool:
    return phase in one["srl"]


def macro(found: dict[str, Fit], names: Sequence[str]) -> float:
    """Return the mean F1 of some labels."""
    return sum(found[name].f1 for name in names) / len(names)


def kappa(gold: Sequence[int], said: Sequence[int], levels: int = 4) -> float:
    """Return Cohen's kappa with quadratic weights (Cohen 1968)."""
    seen = sum((one - other) ** 2 for one, other in zip(gold, said, strict=True))
    chance = sum(
        (i - j) ** 2 * gold.count(i) * said.count(j) / len(gold)
        for i in range(levels)
        for j in range(levels)
    )
    return 1 - seen / chance if chance else 1.0


def read_all(gold: Sentences) -> Sentences:
    """Return what the engine makes of the texts of `gold`."""
    return [dict(line(one["text"], read(one["text"]))) for one in gold]


def report(title: str, path: Path) -> None:
    """Print the scores of one file, or that it is not there."""
    if not path.exists():
        print(f"\n{title}: skipped, {path.name} is not here")
        return
    gold = load(path)
    said = read_all(gold)
    found = fits(gold, said)
    print(f"\n{title}: {len(gold)} sentences")
    for name, one in found.items():
        print(f"  {name:16} P {one.precision:.2f}  R {one.recall:.2f}  F1 {one.f1:.2f}")
    depths, read_as = ([one["depth"] for one in some] for some in (gold, said))
    print(f"  frame macro-F1   {macro(found, (*FRAMES, NEUTRAL)):.3f}")
    print(f"  phases macro-F1  {macro(found, REGULATION):.3f}")
    print(f"  depth QWK        {kappa(depths, read_as):.3f}")


def false_alarms(folder: Path) -> dict[str, float]:
    """Return frames per 1,000 sentences of notes without any, and microseconds a sentence."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    begun = perf_counter()
    sentences = [sentence for text in texts for sentence in read(text)]
    took = perf_counter() - begun
    frames = [frame for sentence in sentences for frame in sentence.values("frame")]
    rates = {frame: 1000 * frames.count(frame) / len(sentences) for frame in FRAMES}
    return {**rates, "sentences": len(sentences), "µs a sentence": took / len(sentences) * 1e6}


def main() -> int:
    """Print all scores."""
    print(f"Engine {ENGINE}")
    report("Given, for tuning", SHARED / "language" / "dev-sentences.jsonl")
    report("Own, for tuning", FOLDER / "dev.jsonl")
    report("Own, held out", FOLDER / "held-out.jsonl")
    report("Own, held out of the wide ones", FOLDER / "wide-held-out.jsonl")
    report("Own, unseen by everything", FOLDER / "unseen.jsonl")
    report("Own, unseen by engine 4 and by everything", FOLDER / "unseen-4.jsonl")
    report("By hands that know nothing of the engine, kept aside", FOLDER / "voices-aside.jsonl")
    report("Own, written after the cues, then tuned on", FOLDER / "tuned.jsonl")
    for name in ("batch-*", "wide-[0-9]*", "blind-*", "voices-[0-9]*"):
        for batch in sorted(FOLDER.glob(f"{name}.jsonl")):
            report("Own, that the scales were fitted to", batch)
    vault = SHARED / "samples" / "til-vault"
    if vault.is_dir():
        print("\nFalse alarms per 1,000 sentences of til-vault")
        for name, rate in false_alarms(vault).items():
            print(f"  {name:16} {rate:.2f}")
    else:
        print("\nFalse alarms: skipped, til-vault is not here")
    return 0


if __name__ == "__main__":
    sys.exit(main())
