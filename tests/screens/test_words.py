"""The words of the product that never reach a screen, looked for in all that a screen can say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.practice.today.hints import WORDS as HINTS
from journal.prompt_files import shipped_packs
from journal.records.kinds import KINDS
from journal.settings import TABLE as SETTINGS
from screens.help import WRITING
from screens.keys import TABLE as COMMANDS
from tests.support.terminal import ROOT

NEVER = (
    "close bet lens item guard captured sensing settled echoed revisit sureness asset capture "
    "feedforward indicator excerpt ledger palette calibration"
)
FORBIDDEN = re.compile(
    rf"\b(?:{'|'.join(f'{word}(?:s|es)?' for word in NEVER.split())}|context[ -]moves?)\b",
    re.IGNORECASE,
)

VERBS = ("close the journal", "had to close", "look at closely", "closes the journal")
"""As a verb, of the journal, and as an adverb: what is forbidden is "a close"."""

MODULES = sorted((ROOT / "screens").rglob("*.py"))

CODE = {*KINDS, "guard", "capture", "sureness"}
"""Words of code that stand alone as an id, a kind or an operation: ("close",) is a kind."""


def said(path: Path) -> Iterator[str]:
    """Yield what a module may say: its texts, without docstrings, CSS, ids and Textual's words."""
    tree = ast.parse(path.read_text("utf-8"))
    unsaid = {id(each) for node in ast.walk(tree) for each in _not_said(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in unsaid
        ):
            yield node.value


def _not_said(node: ast.AST) -> Iterator[ast.AST]:
    """Yield texts that are never shown: docstrings, which stand alone, CSS, and code words."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {each.id for each in targets if isinstance(each, ast.Name)}
        if names & {"DEFAULT_CSS", "CSS"} and node.value is not None:
            yield node.value
    elif isinstance(node, ast.Constant) and node.value in CODE:
        yield node


def forbidden(text: str) -> list[str]:
    """Return the forbidden words in `text`."""
    for verb in VERBS:
        text = re.sub(re.escape(verb), "", text, flags=re.IGNORECASE)
    return FORBIDDEN.findall(text)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_screen_says_a_word_that_belongs_to_the_code(path: Path) -> None:
    assert [(text, found) for text in said(path) if (found := forbidden(text))] == []


def test_no_command_help_hint_setting_or_prompt_does() -> None:
    texts = [
        *(text for command in COMMANDS for text in (command.words, command.about)),
        *(text for row in WRITING for text in row),
        *HINTS.values(),
        *(text for each in SETTINGS for text in (each.form, each.help)),
        *(
            text
            for pack in shipped_packs()
            for each in pack.prompts
            for text in (pack.title, each.full, each.cue, each.word, each.example, each.why)
        ),
    ]
    assert [(text, found) for text in texts if (found := forbidden(text))] == []


@pytest.mark.parametrize("word", [*NEVER.split(), "context move", "Closes", "items"])
def test_the_control_finds_each_of_them(word: str) -> None:
    assert forbidden(f"One {word} of today.")


def test_texts_are_looked_at_and_not_only_names() -> None:
    texts = [text for path in MODULES for text in said(path)]
    assert "Not today" in texts
    assert any("nothing is lost" in text for text in texts)
    assert not any("DEFAULT_CSS" in text or "padding:" in text for text in texts)
