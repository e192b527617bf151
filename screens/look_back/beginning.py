"""How a look back begins: anew, or where it was interrupted."""

from collections.abc import Sequence
from functools import partial

from journal.practice.look_back.close import FORMS, Manner, Question, plan, remaining
from journal.practice.look_back.prompts import Pack, asked, by_key
from journal.practice.look_back.trying import due_try, try_is_due
from journal.practice.today.waiting import Waiting
from journal.records.close import Close
from journal.records.record import Record
from screens.look_back.reading import Read, Unfinished
from screens.look_back.sitting import Sitting


def begun(found: Read, form: str, manner: Manner) -> Sitting:
    """Return a new look back of `form`, one of FORMS, on the day that was read."""
    record = Record("", found.now, found.zone, found.day, "", Close(form=form))
    ask = partial(_planned, found, record, manner)
    return Sitting(record, found.notes, ask(found.notes, ""), ask, _due(found))


def resumed(found: Read, unfinished: Unfinished, manner: Manner) -> Sitting:
    """Return an interrupted look back, standing where it was interrupted.

    What was answered stands in the words in which it was asked; what was skipped is gone.
    """
    record = unfinished.record
    close = record.own if isinstance(record.own, Close) else Close()
    ask = partial(_planned, found, record, manner)
    left = remaining(close, found.packs, _others(found, record), manner=manner)
    known = [*_answered(close, found.packs), *left]
    steps = {question.step for question in known}
    line = [q for q in ask(unfinished.notes, "") if q.step == "tomorrow" and q.step not in steps]
    questions = _in_order(close.form, found.packs, [*known, *line])
    sitting = Sitting(record, unfinished.notes, questions, ask, _due(found))
    sitting.go_to(unfinished.prompt or (left[0].prompt if left else ""))
    return sitting


def _planned(
    found: Read, record: Record, manner: Manner, notes: Sequence[Record], picked: str
) -> list[Question]:
    form = record.own.form if isinstance(record.own, Close) else ""
    closes = _others(found, record)
    return plan(
        found.packs, form, notes, closes, record.day, picked=picked, manner=manner,
        due_experiment=try_is_due(found.tries, record.day),
    )  # fmt: skip


def _due(found: Read) -> Waiting | None:
    """Return the try that is answered in a look back on the present day, if one waits."""
    return due_try(found.tries, found.day) if found.day == found.today else None


def _others(found: Read, record: Record) -> list[Record]:
    """Return the look backs besides this one, which must not fade its own questions."""
    return [close for close in found.closes if close.id != record.id]


def _answered(close: Close, packs: Sequence[Pack]) -> list[Question]:
    """Return the answered questions of `close` as they were put; those of lost packs are left."""
    prompts = by_key(packs)
    return [
        Question(
            prompt=answer.prompt,
            version=answer.version,
            step=prompts[answer.prompt].step,
            level=answer.level,
            wording=answer.wording,
            example="",
            why=prompts[answer.prompt].why,
            because="",
        )
        for answer in close.answers
        if answer.prompt in prompts
    ]


def _in_order(form: str, packs: Sequence[Pack], questions: list[Question]) -> list[Question]:
    """Return questions in the order in which they are planned: by step, then by family."""
    prompts = by_key(packs)
    families: dict[str, None] = {}
    for step in FORMS[form]:
        families |= dict.fromkeys(prompt.family for prompt in asked(packs, step))
    order = list(families)

    def place(question: Question) -> tuple[int, int]:
        family = prompts[question.prompt].family
        return FORMS[form].index(question.step), order.index(family) if family in order else -1

    return sorted((q for q in questions if q.step in FORMS[form]), key=place)
