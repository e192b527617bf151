"""The card of a question or lesson."""

from journal.practice.longer.parts import Line
from journal.practice.loop.moves import since
from journal.practice.loop.ways import IN_WORDS
from journal.practice.telling.card_shapes import (
    NOT_YET,
    Kind,
    Rows,
    Seen,
    come_from,
    row,
    told,
    tried_as,
)
from journal.records.item import Item


def _question_below(seen: Seen, own: Item) -> str:
    passage = since(own)
    now = f", {IN_WORDS[own.state]} since {seen.day(passage.at.date())}" if passage else ""
    return f"a question since {seen.day(seen.record.day)}{now}"


def _reused(seen: Seen, own: Item) -> list[Line]:
    return [
        Line(None, f"{each.setting}, {seen.day(each.on)}", _worked(each.worked))
        for each in own.reuses
    ]


def _worked(said: str) -> str:
    return f"did it work: {said}" if said else ""


def _passed_on(seen: Seen, own: Item) -> list[Line]:
    return [
        Line(None, f"{each.to}, {seen.day(each.at.date())}", each.purpose) for each in own.sharings
    ]


def _answers(seen: Seen, own: Item) -> list[Line]:
    return [Line(None, each.words, seen.day(each.at.date())) for each in own.passages if each.words]


def _comes_back(seen: Seen, own: Item) -> list[Line]:
    returns = [
        Line(None, f"{each.answer}, {seen.day(each.on)}", each.words) for each in own.returns
    ]
    return [*returns, *told(f"again {seen.day(own.due)}" if own.due else "")]


_QUESTION: Rows = (
    row("From", come_from),
    row(
        "In my own words",
        lambda _seen, own: told(*(act.text for act in own.acts)),
        "nothing yet. One sentence makes this a lesson: what it means, where it fits, or where it "
        "does not.",
    ),
    row("Works when", "works_when", NOT_YET, half=True),
    row("Fails when", "fails_when", NOT_YET, half=True),
    row("Tried as", tried_as),
    row("Who might disagree", "disagree", NOT_YET),
    row("How sure", lambda _seen, own: told(
        f"{own.sureness} of 10" if own.sureness is not None else ""
    )),
    row("Where it was learned", "setting"),
    row("At hand", "job_aid"),
    row("At hand and used", lambda seen, own: told(
        seen.day(own.aid_used) if own.aid_used else ""
    )),
    row("Used elsewhere", _reused),
    row("Passed on to", _passed_on),
    row("Said on the way", _answers),
    row("Comes back", _comes_back),
)  # fmt: skip


QUESTION: dict[type, Kind] = {
    Item: (lambda own: own.question, _question_below, _QUESTION),
}  # fmt: skip
"""How each is read."""
