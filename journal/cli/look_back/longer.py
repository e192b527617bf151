"""A longer look back in the shell and in a conversation: what it shows, and its questions."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from journal.cli.look_back.gathering import packs
from journal.cli.look_back.lines import NEXT, Lines
from journal.cli.nouns.noun import when_now
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.longer import reviews
from journal.practice.longer.parts import Section, span_of
from journal.practice.longer.quarter import MARKS, aspect, last_snapshot
from journal.practice.look_back.prompts import Prompt
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.records.review import Aspect, Review

LONGER = ("week", "month", "quarter")
"""The look backs that show something; the first page only asks."""

APART = ("snapshot", "pulse")
"""Steps that are answered in a word, or with a word in front."""


class Longer(NamedTuple):
    """A longer look back that is gone through.

    record    as it stands
    asking    its questions
    before    the last snapshot
    sections  what it shows, and asks of single lines
    moved     whether something was done with one of those lines
    """

    record: Record
    asking: list[Prompt]
    before: tuple[Aspect, ...]
    sections: tuple[Section, ...] = ()
    moved: bool = False

    @property
    def review(self) -> Review:
        """What is said in it."""
        assert isinstance(self.record.own, Review)  # noqa: S101 - it is one
        return self.record.own


def sections_of(shell: Shell, span: str, day: date) -> tuple[Section, ...]:
    """Return what the look back on a week, a month or twelve weeks shows; nothing for others."""
    if span not in LONGER:
        return ()
    return reviews.sections(span, _everything(shell), day, packs(shell))


def sections_json(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Return sections as JSON."""
    return [
        {
            "id": section.id,
            "heading": section.heading,
            "lines": [
                {
                    "id": line.record.id if line.record else None,
                    "words": line.words,
                    "beside": line.beside,
                }
                for line in section.lines
            ],
            "step": section.step,
            "asks": section.asks,
        }
        for section in sections
    ]


def questions_json(shell: Shell, span: str, day: date) -> list[dict[str, str]]:
    """Return the questions of a longer look back as JSON."""
    asking = reviews.questions(span, packs(shell), _everything(shell), day)
    return [{"prompt": each.key, "step": each.step, "wording": each.full} for each in asking]


def kept(shell: Shell, span: str, day: date) -> list[Record]:
    """Return the look backs on this week, month or quarter that are kept, oldest first."""
    first, last = span_of(span, day)
    found = shell.journal.find(Criteria(kinds=("review",)))
    return [each for each in found if _is_of(each, span, first, last)]


def _is_of(record: Record, span: str, first: date, last: date) -> bool:
    own = record.own
    return isinstance(own, Review) and (own.span, own.first, own.last) == (span, first, last)


def begun(shell: Shell, span: str, day: date) -> Longer:
    """Return a longer look back to go through: one that was interrupted, or a new one."""
    everything, found = _everything(shell), packs(shell)
    asking = reviews.questions(span, found, everything, day)
    before = last_snapshot(everything, day)
    shows = reviews.sections(span, everything, day, found) if span in LONGER else ()
    for record in reversed(kept(shell, span, day)):
        left = record.own.left if isinstance(record.own, Review) else ()
        if left:
            rest = [prompt for prompt in asking if prompt.key in left or prompt.step in APART]
            return Longer(record, rest, before, shows)
    when = when_now(shell)._replace(day=day)
    return Longer(reviews.begin(span, when, asking), asking, before, shows)


def gone_through(longer: Longer, lines: Lines, ask: NEXT, say: Callable[[str], None]) -> Longer:
    """Return it with what was answered, question by question until the input ends.

    What it asks of single lines is asked where they stand, and kept at once.
    """
    for stop in _stops(longer):
        if isinstance(stop, Section):
            moved = lines.go_through(stop)
            if moved is None:
                break
            longer = longer._replace(moved=longer.moved or moved)
            continue
        typed = ask(_wording(longer, stop))
        if typed is None:
            break
        try:
            longer = longer._replace(record=_with_answer(longer, stop, typed.strip()))
        except Usage as error:
            say(f"{error.message} It is skipped.")
    return longer


def _stops(longer: Longer) -> Iterator[Section | Prompt]:
    """Yield what is asked in its order: sections that ask something of their lines, and prompts."""
    waiting = list(longer.sections)
    for prompt in longer.asking:
        steps = [section.step for section in waiting]
        passed = steps.index(prompt.step) if prompt.step in steps else 0
        yield from (section for section in waiting[:passed] if section.asks)
        waiting = waiting[passed:]
        yield prompt
    yield from (section for section in waiting if section.asks)


def _wording(longer: Longer, prompt: Prompt) -> str:
    if prompt.step == "pulse":
        return f"{prompt.full} yes, partly or no."
    if prompt.step != "snapshot":
        return prompt.full
    then = next((each for each in longer.before if each.heading == prompt.full), None)
    said = ": ".join(filter(None, (then.mark, then.evidence))) if then else ""
    marks = ", ".join(filter(None, MARKS))
    before = f" Last time: {said.rstrip('.')}." if said else ""
    return f"{prompt.full}.{before} What shows it? In front, if you like: {marks}, and a colon."


def _with_answer(longer: Longer, prompt: Prompt, typed: str) -> Record:
    if prompt.step == "pulse":
        return reviews.with_pulse(longer.record, prompt, typed.casefold())
    if prompt.step != "snapshot":
        return reviews.answered(longer.record, longer.asking, {prompt.key: typed})
    others = [each for each in longer.review.snapshot if each.heading != prompt.full]
    return reviews.with_snapshot(longer.record, [*others, _aspect(prompt.full, typed)])


def _aspect(heading: str, typed: str) -> Aspect:
    """Return what was said of a heading: "helps: the Monday quarter holds"."""
    mark, colon, shows = typed.partition(":")
    if mark.strip().casefold() in MARKS:
        return aspect(heading, shows if colon else "", mark.strip().casefold())
    return aspect(heading, typed)


def has_words(review: Review) -> bool:
    """Tell whether anything was answered in it."""
    return bool(review.answers or review.snapshot or review.pulse)


def _everything(shell: Shell) -> list[Record]:
    return shell.journal.find(Criteria())
