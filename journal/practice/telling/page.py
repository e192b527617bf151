r"""A record as a page of plain text, to edit here or in an editor, and back.

Each question or heading is a line that begins with "# ", and what was written follows. A line that
would look like one has a backslash in front: "\# ". What stands there for each kind is a table,
`page_parts`; the rules of a kind hold for what was changed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from journal.errors import Usage
from journal.practice.loop import questions
from journal.practice.making import needed, own_of
from journal.practice.mind import goals
from journal.practice.telling.page_parts import ROWS, TOMORROW, Part, parts_of, with_texts
from journal.practice.tries import experiments, plans
from journal.records.asset import Asset
from journal.records.belief import Belief
from journal.records.close import Close
from journal.records.context import ContextMove
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.item import Item
from journal.records.plan import Plan
from journal.records.record import Record, having
from journal.visible import one_line, storable

__all__ = ["TOMORROW", "from_page", "has_page", "text_to_edit", "to_page", "with_text"]

Own = TypeVar("Own")

_LOOKS_LIKE_HEADING = re.compile(r"\\*#(\s|$)")
_HEADING = "# "


def to_page(own: object) -> str:
    """Return what the learner wrote in the fields of a record, as a page to edit."""
    parts = parts_of(own)
    pieces = zip(_headings(parts), parts, strict=True)
    return "\n\n".join(f"{_HEADING}{heading}\n{_escaped(p.text)}" for heading, p in pieces) + "\n"


def from_page(page: str, own: Own) -> Own:
    """Return the fields as they stand on the edited `page`.

    An answer that was emptied, or deleted with its question, is dropped; one that was not touched
    is kept to the last character. Raises Usage when the page has a heading that it did not have,
    one twice, text above the first, or what a field cannot be.
    """
    parts = parts_of(own)
    headings = _headings(parts)
    bodies = _bodies(page, headings)
    texts = [
        _edited(part.text, bodies.get(name, "")) for part, name in zip(parts, headings, strict=True)
    ]
    edited: Own = with_texts(own, parts, texts)
    return edited


def has_page(record: Record) -> bool:
    """Tell whether a record is edited as a page of headings; a note is its text alone."""
    own = record.own
    return bool(own.answers) if isinstance(own, Close) else type(own) in ROWS


def text_to_edit(record: Record) -> str:
    """Return what a learner edits of `record`: its text, or the page of what they wrote in it."""
    return to_page(record.own) if has_page(record) else record.text


def with_text(record: Record, text: str) -> Record:
    """Return `record` with what the learner made of `text_to_edit`.

    Raises Usage as `from_page` does, and where a rule of its kind forbids what was changed: what
    was expected of a try stays as it was when the try began.
    """
    text = storable(text)
    if not has_page(record):
        return record._replace(text=text)
    own: Any = from_page(text, record.own)
    return having(record, _RULES[type(own)](record, own) if type(own) in _RULES else own)


def _item(record: Record, own: Item) -> Item:
    described = questions.describe(record, question=own.question)
    aided = own_of(questions.with_aid(described, own.job_aid), Item)
    none_found = own.none_found and not (own.sources or own.people)
    return own._replace(none_found=none_found, job_aid=aided.job_aid, aid_version=aided.aid_version)


def _try(record: Record, own: Experiment) -> Experiment:
    fields = (*experiments.WORDED, "sureness")
    experiments.edit_try(record, **{name: getattr(own, name) for name in fields})
    return own


def _plan(record: Record, own: Plan) -> Plan:
    plans.edit_plan(record, cue=own.cue, response=own.response)
    return own


def _goal(record: Record, own: Goal) -> Goal:
    needed(own.aim, "A goal needs a few words.")
    goals.with_signs(record, own.leading, own.lagging)
    return own


def _feedback(_record: Record, own: Feedback) -> Feedback:
    if own.decision:
        needed(own.why, "Say in a few words why.", "The reason is for you.")
    return own


def _with(field: str, sentence: str) -> Callable[[Record, Any], Any]:
    """Return the rule that a field needs words, with the sentence where it has none."""

    def rule(_record: Record, own: Any) -> Any:
        needed(getattr(own, field), sentence)
        return own

    return rule


_RULES: dict[type, Callable[[Record, Any], Any]] = {
    Item: _item,
    Experiment: _try,
    Plan: _plan,
    Goal: _goal,
    Feedback: _feedback,
    ContextMove: _with("noticed", "What did you notice?"),
    Belief: _with("statement", "It needs a sentence: “I think that …”"),
    Asset: _with("name", "What do you bring? A few words are enough."),
}
"""What is kept of edited fields. Each raises Usage where a rule of the kind forbids the change."""


def _headings(parts: Iterable[Part]) -> list[str]:
    """Return the headings of a page; no two are the same."""
    headings: list[str] = []
    for part in parts:
        name = one_line(part.heading) or "Answer"
        number = 2
        heading = name
        while heading in headings:
            heading = f"{name} ({number})"
            number += 1
        headings.append(heading)
    return headings


def _bodies(page: str, headings: list[str]) -> dict[str, str]:
    bodies: dict[str, list[str]] = {}
    body: list[str] = []
    for line in page.removeprefix("\ufeff").split("\n"):
        if line.startswith(_HEADING):
            heading = _known(line, headings)
            if heading in bodies:
                raise Usage(
                    f'The question "{heading}" is on the page twice.',
                    "Put both answers under one of them and delete the other line.",
                )
            body = bodies[heading] = []
        elif bodies or not line.strip():
            body.append(_unescaped(line))
        else:
            raise Usage(
                f'The line "{one_line(line)[:60]}" stands above the first question.',
                "Move it under the question that it answers.",
            )
    return {heading: "\n".join(lines) for heading, lines in bodies.items()}


def _known(line: str, headings: list[str]) -> str:
    heading = " ".join(line.removeprefix(_HEADING).split())
    if heading not in headings:
        raise Usage(
            f'The page has a question that was not asked: "{one_line(heading)[:60]}".',
            r'If the line belongs to an answer, begin it with a backslash: "\# ".',
        )
    return heading


def _edited(old: str, body: str) -> str:
    """Return `old` if `body` says the same, otherwise `body` without white space around it."""
    new = _trimmed(body)
    return old if new == _trimmed(old) else new


def _trimmed(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _escaped(text: str) -> str:
    return "\n".join(_with_backslash(text.split("\n")))


def _with_backslash(lines: Iterable[str]) -> Iterator[str]:
    return (f"\\{line}" if _LOOKS_LIKE_HEADING.match(line) else line for line in lines)


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and _LOOKS_LIKE_HEADING.match(line) else line
