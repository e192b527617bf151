"""An answer to a page: text from outside, taken as such, bound to its page, kept as feedback.

It may be prose in any words, or the lines of the page filled in, or the same as JSON. Nothing in it
is ever carried out, followed or allowed to change what is there.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from journal.errors import NoSuchRecord, Usage
from journal.practice.making import When, own_of
from journal.practice.mind.feedbacks import new_feedback
from journal.records.coach import Coach
from journal.records.excerpt import Excerpt
from journal.records.experiment import Experiment
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing.as_json import ANSWER_FIELDS
from journal.sharing.layout import NEXT, NOTICED, PAGE_LINE, QUESTION

LARGEST = 1_000_000
"""No answer has more bytes than this."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LABELS = {PAGE_LINE: "page", NOTICED: "noticed", QUESTION: "question", NEXT: "next"}
_LINE = re.compile(rf"[>\s*_#-]*({'|'.join(_LABELS)})[*_\s]*:[*_]*(.*)", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"\s*>")


class Reply(NamedTuple):
    """What an answer says.

    page  the name of the page that it says it answers, or ""
    said  prose, or ""
    """

    page: str = ""
    said: str = ""
    noticed: str = ""
    question: str = ""
    next: str = ""

    @property
    def words(self) -> str:
        """All of it, one paragraph for each part."""
        parts = ((NOTICED, self.noticed), (QUESTION, self.question), (NEXT, self.next))
        return "\n\n".join(filter(None, [self.said, *(f"{a}: {b}" for a, b in parts if b)]))


def read_reply(data: bytes) -> Reply:
    """Return what an answer says. Raises Usage with one sentence where it cannot be one."""
    text = _text(data)
    reply = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text)
    if not reply.words:
        raise Usage("There are no words in this answer.", "Paste what your coach wrote.")
    return reply


def answered(reply: Reply, pages: Iterable[Record], named: str = "") -> Record:
    """Return the page that an answer is to.

    pages  those that were given, the newest last
    named  the code of the page, or the beginning of its id, as the learner says; or ""
    Raises NoSuchRecord where no such page was given, Usage where nobody says which, or both do.
    """
    there = list(pages)
    by_form = _called(there, reply.page) if reply.page else None
    by_learner = _called(there, named) if named else None
    if by_form and by_learner and by_form.id != by_learner.id:
        raise Usage(
            f"This answer says that it is to {_code(by_form)}, not to {_code(by_learner)}.",
            "Leave --to out to keep it with the page that it names.",
        )
    if found := by_form or by_learner:
        return found
    if len(there) == 1:
        return there[0]
    codes = ", ".join(map(_code, there[::-1])) or "none was given yet"
    raise Usage("It is not said which page this answers.", f"Say so with --to: {codes}.")


def feedback(reply: Reply, page: Record, coach: Coach, when: When, *, later: bool) -> Record:
    """Return an answer as what somebody said to the learner; not saved.

    later  it is not read yet
    """
    about = own_of(page, Excerpt).choice.question
    return new_feedback(
        when, reply.words, coach.name, about, read=not later, reply_to=page.id, links=[page.id]
    )


def proposal(record: Record) -> str:
    """Return what an answer proposes to try next time, "" where it is not said in so many words."""
    said = own_of(record, Feedback).said
    paragraphs = (part.removeprefix(f"{NEXT}: ") for part in said.split("\n\n") if NEXT in part)
    return next(paragraphs, "")


def came_back(
    feedbacks: Iterable[Record], experiments: Iterable[Record], pages: Iterable[str]
) -> list[Record]:
    """Return the tries that came of a coach's answers and were looked at: for "since last time".

    pages  ids of the pages that this coach was given
    """
    given = set(pages)
    answers = [r for r in feedbacks if isinstance(r.own, Feedback) and r.own.reply_to in given]
    tries = {r.own.experiment for r in answers if isinstance(r.own, Feedback)} - {""}
    ids = {record.id for record in answers}
    return [
        record
        for record in experiments
        if isinstance(record.own, Experiment)
        and (record.own.happened or record.own.difference)
        and (record.id in tries or ids & set(record.links))
    ]


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise Usage(
            "This is larger than a million bytes, which no answer is.",
            "Paste the words of it alone.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Usage("This is no text in UTF-8.", "Paste the words of the answer.") from None
    if found := _CONTROL.search(text):
        raise Usage(
            f"There is a control character in this answer (U+{ord(found.group()):04X}).",
            "Open it, and paste the words of it alone.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _from_json(text: str) -> Reply:
    try:
        fields = json.loads(text, object_pairs_hook=_once_each)
    except (ValueError, RecursionError):
        raise _no_form() from None
    known = isinstance(fields, dict) and set(fields) <= set(ANSWER_FIELDS)
    if not known or not all(isinstance(value, str) for value in fields.values()):
        raise _no_form()
    said = {name: str(value).strip() for name, value in fields.items()}
    said["next"] = said.pop("try", "")
    if any(map(_CONTROL.search, said.values())):  # written as \u001b
        raise Usage("There is a control character in this answer.", "Paste the words of it alone.")
    return Reply(**said)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name occurs twice")
    return fields


def _no_form() -> Usage:
    return Usage(
        "This begins like JSON, but it is not the form of a page.",
        f"The form has the fields {', '.join(ANSWER_FIELDS)}, each a text, each once.",
    )


def _from_lines(text: str) -> Reply:
    """Take the lines of the page where they are filled in; all else is prose, or was quoted."""
    said: dict[str, list[str]] = {"said": [], **{name: [] for name in _LABELS.values()}}
    part = "said"
    for line in text.split("\n"):
        if match := _LINE.fullmatch(line):
            part = next(n for label, n in _LABELS.items() if label.lower() == match[1].lower())
            said[part].append(match[2].strip())
            part = "said" if part == "page" else part
        elif not _QUOTED.match(line):
            said[part].append(line.rstrip())
    parts = {name: "\n".join(lines).strip() for name, lines in said.items()}
    return Reply(**parts)


def _called(pages: Iterable[Record], named: str) -> Record:
    wanted = "-".join(re.findall(r"[\w]+", named.lower()))
    for page in pages:
        if _code(page) == wanted or (len(wanted) >= 3 and page.id.startswith(wanted)):
            return page
    raise NoSuchRecord(
        "This answers a page that was not given from this journal.",
        "`journal share list` names the pages; say which one it is.",
    )


def _code(page: Record) -> str:
    return own_of(page, Excerpt).code
