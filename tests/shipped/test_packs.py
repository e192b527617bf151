"""The shipped packs: whole, short enough to be read, and in words that may reach a screen."""

import re
from collections import Counter
from pathlib import Path

import pytest

from journal.practice.look_back.close import FORMS
from journal.practice.look_back.packs import parse_pack
from journal.practice.look_back.prompts import ANGLES, DAY, PHASES, REVIEWS, STEPS, Prompt, asked
from journal.prompt_files import shipped_packs
from journal.records.context import CONTEXTS
from journal.records.review import SPANS
from journal.resources import shipped

PACKS = shipped_packs()
PROMPTS = [prompt for pack in PACKS for prompt in pack.prompts]
IN_A_ROW = {"pulse": 6, "snapshot": 6, "coaching": 5, "story": 4}
"""Steps that are no turns but one round: statements, headings, a conversation, a story."""

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


def test_the_packs_are_there_in_english_the_daily_one_first() -> None:
    modules = ["module-1", "module-2", "module-3"]
    reviews = ["first", "month", "quarter", "week"]
    others = ["coaching", "red-team", "scaffold", "story"]
    assert PACKS[0].id == "daily"
    assert sorted(pack.id for pack in PACKS) == sorted(["daily", *modules, *reviews, *others])
    assert {(pack.version, pack.language) for pack in PACKS} == {(1, "en")}
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
    assert {step for steps in FORMS.values() for step in steps} == set(DAY)
    assert set(REVIEWS) == set(SPANS)
    assert all(asked(PACKS, step) for step in STEPS)


@pytest.mark.parametrize("angle", ANGLES)
def test_every_angle_has_several_wordings_in_the_daily_pack_alone(angle: str) -> None:
    assert len([p for p in asked(PACKS[:1], "question") if p.angle == angle]) >= 4


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_has_several_questions(phase: str) -> None:
    phased = [p.pack for p in asked(PACKS, "question") if p.phase == phase]
    assert phased.count("daily") >= 1
    assert phased.count("module-1") >= 3


@pytest.mark.parametrize("step", [step for step in STEPS if step not in ("question", *IN_A_ROW)])
def test_at_most_four_questions_of_a_step_are_asked_at_once(step: str) -> None:
    assert len({prompt.family for prompt in asked(PACKS, step)}) <= 4


@pytest.mark.parametrize(("step", "many"), IN_A_ROW.items())
def test_what_is_gone_through_in_a_row_is_asked_whole(step: str, many: int) -> None:
    prompts = asked(PACKS, step)
    assert len({prompt.family for prompt in prompts}) == len(prompts) == many


def test_module_3_asks_for_its_four_moves() -> None:
    [pack] = [pack for pack in PACKS if pack.id == "module-3"]
    moves = Counter(prompt.family for prompt in pack.prompts)
    assert set(moves) == {"feedback", "forward", "transfer", "adaptive"}
    assert min(moves.values()) >= 2


def test_a_week_asks_about_one_context_and_one_principle_in_turn() -> None:
    named = Counter(prompt.id.partition("-")[0] for prompt in asked(PACKS, "context"))
    assert named == dict.fromkeys(CONTEXTS, 2)
    assert len(asked(PACKS, "principle")) == 6
    for step in ("context", "principle"):
        assert {prompt.family for prompt in asked(PACKS, step)} == {step}


def test_the_files_are_toml_and_nothing_else() -> None:
    assert all(file.name.endswith(".toml") for file in shipped("prompts").iterdir())


def test_the_packs_in_the_documentation_can_be_read() -> None:
    text = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    new, changed = [parse_pack(example, "docs/prompts.md") for example in examples]
    assert [prompt.key for prompt in new.prompts] == ["bakery/dough", "bakery/early-shift"]
    assert {prompt.id for prompt in changed.prompts} <= {prompt.id for prompt in PACKS[0].prompts}
    assert changed.id == PACKS[0].id
