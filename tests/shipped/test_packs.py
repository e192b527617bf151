"""The shipped packs: whole, short enough to be read, and in words that may reach a screen."""

import re
from collections import Counter
from pathlib import Path

import pytest

from journal.practice.close import FORMS
from journal.practice.packs import parse_pack
from journal.practice.prompts import ANGLES, PHASES, STEPS, Prompt, asked
from journal.prompt_files import shipped_packs
from journal.resources import shipped

PACKS = shipped_packs()
PROMPTS = [prompt for pack in PACKS for prompt in pack.prompts]
NEVER_ON_A_SCREEN = (
    "close bet lens item guard captured sensing settled echoed revisit sureness asset "
    "context.move feedforward indicator excerpt ledger capture palette calibration"
)
NEVER_SAID = (
    # praise and score, guesses at a feeling, reproach, claims
    "well done|great|proud|congratulations|good job|score|rating|level|streak|"
    "sad|anxious|angry|stressed|how do you feel|did you feel|"
    "fail|failed|failure|should have|why did you|why didn't you|"
    "validated|proven|scientific"
)


def words(prompt: Prompt) -> str:
    return " / ".join((prompt.full, prompt.cue, prompt.word, prompt.example, prompt.why))


def test_both_packs_are_there_in_english() -> None:
    assert [(pack.id, pack.version, pack.language) for pack in PACKS] == [
        ("daily", 1, "en"),
        ("module-1", 1, "en"),
    ]
    assert all(pack.title for pack in PACKS)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.key)
def test_a_prompt_is_whole_and_short(prompt: Prompt) -> None:
    assert all((prompt.full, prompt.cue, prompt.word, prompt.example, prompt.why))
    assert len(prompt.full) <= 100
    assert len(prompt.cue) <= 40
    assert len(prompt.word) <= 12
    assert len(prompt.word) <= len(prompt.cue) <= max(len(prompt.full), len("What can wait"))
    assert not re.search(r"\s{2}|^\s|\s$", words(prompt))


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.key)
def test_a_prompt_says_nothing_that_must_not_be_said(prompt: Prompt) -> None:
    unwanted = "|".join(f"{word}s?" for word in NEVER_ON_A_SCREEN.split())
    assert not re.findall(rf"\b(?:{unwanted}|{NEVER_SAID})\b", words(prompt), re.IGNORECASE)
    assert "!" not in words(prompt)


def test_no_wording_is_used_twice() -> None:
    for field in ("full", "cue", "word", "example", "why"):
        used = Counter(getattr(prompt, field) for prompt in PROMPTS)
        assert [text for text, times in used.items() if times > 1] == []


def test_every_step_of_every_form_has_something_to_ask() -> None:
    assert {step for steps in FORMS.values() for step in steps} == set(STEPS)
    assert all(asked(PACKS, step) for step in STEPS)


@pytest.mark.parametrize("angle", ANGLES)
def test_every_angle_has_several_wordings_in_the_daily_pack_alone(angle: str) -> None:
    assert len([p for p in asked(PACKS[:1], "question") if p.angle == angle]) >= 4


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_has_several_questions(phase: str) -> None:
    daily, module = ([p for p in asked([pack], "question") if p.phase == phase] for pack in PACKS)
    assert daily
    assert len(module) >= 3


def test_at_most_four_questions_of_a_step_are_asked_at_once() -> None:
    for step in STEPS:
        families = {prompt.family for prompt in asked(PACKS, step)}
        assert step == "question" or len(families) <= 4


def test_the_files_are_toml_and_nothing_else() -> None:
    assert all(file.name.endswith(".toml") for file in shipped("prompts").iterdir())


def test_the_packs_in_the_documentation_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    new, changed = [parse_pack(example, "docs/prompts.md") for example in examples]
    assert [prompt.key for prompt in new.prompts] == ["bakery/dough", "bakery/early-shift"]
    assert {prompt.id for prompt in changed.prompts} <= {prompt.id for prompt in PACKS[0].prompts}
    assert changed.id == PACKS[0].id
