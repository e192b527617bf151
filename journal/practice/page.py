r"""A look back as a page of plain text, for an editor, and back.

Each question is a line that begins with "# ", and its answer follows. A line of an answer that
would look like one has a backslash in front: "\# ".
"""

import re
from collections.abc import Iterable, Iterator

from journal.errors import Usage
from journal.records.close import Answer, Close, own_words
from journal.records.record import Record
from journal.visible import one_line, storable

TOMORROW = "One line for tomorrow"
"""The heading under which the line for tomorrow stands."""

_LOOKS_LIKE_HEADING = re.compile(r"\\*#(\s|$)")
_HEADING = "# "


def to_page(close: Close) -> str:
    """Return the answers of `close` and its line for tomorrow as a page to edit."""
    texts = [*(answer.text for answer in close.answers), close.tomorrow]
    parts = zip(_headings(close.answers), texts, strict=True)
    return "\n\n".join(f"{_HEADING}{heading}\n{_escaped(text)}" for heading, text in parts) + "\n"


def from_page(page: str, close: Close) -> Close:
    """Return `close` with its answers as they stand on the edited `page`.

    An answer that was emptied, or deleted with its question, is dropped; one that was not touched
    is kept to the last character. Raises Usage when the page has a question that `close` does
    not have, one twice, or text above the first.
    """
    headings = _headings(close.answers)
    bodies = _bodies(page, headings)
    answers = zip(close.answers, headings[:-1], strict=True)
    edited = (a._replace(text=_edited(a.text, bodies.get(name, ""))) for a, name in answers)
    line = _edited(close.tomorrow, bodies.get(headings[-1], ""))
    return close._replace(
        answers=tuple(answer for answer in edited if answer.text),
        tomorrow=line if line == close.tomorrow else " ".join(line.split()),
    )


def text_to_edit(record: Record) -> str:
    """Return what a learner edits of `record`: its text, or the page of a look back's answers."""
    own = record.own
    return to_page(own) if isinstance(own, Close) and own.answers else record.text


def with_text(record: Record, text: str) -> Record:
    """Return `record` with what the learner made of `text_to_edit`. Raises Usage as `from_page`."""
    text = storable(text)
    if isinstance(record.own, Close) and record.own.answers:
        own = from_page(text, record.own)
        return record._replace(own=own, text=own_words(own.answers, own.tomorrow))
    return record._replace(text=text)


def _headings(answers: Iterable[Answer]) -> list[str]:
    """Return the headings of a page, the one for tomorrow last; no two are the same."""
    headings: list[str] = []
    for wording in [*(answer.wording for answer in answers), TOMORROW]:
        name = one_line(wording) or "Answer"
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
