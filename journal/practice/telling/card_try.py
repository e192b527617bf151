"""The card of a try: a page of a lab notebook, what was expected above what came."""

from journal.practice.longer.parts import Line
from journal.practice.loop.stage_rows import placed
from journal.practice.telling.card_shapes import Kind, Rows, Seen, come_from, expected, row, told
from journal.practice.tries.contexts import AROUND
from journal.practice.tries.evidence import pooled
from journal.practice.tries.two_lines import i_will
from journal.records.context import ContextMove
from journal.records.experiment import Experiment, Stage
from journal.records.plan import Plan


def _try_below(seen: Seen, own: Experiment) -> str:
    whose = f"a try of {own.whose}" if own.whose else "a try"
    begun = f" since {seen.day(own.started)}" if own.started else ""
    place = placed(seen.record, seen.today)
    return f"{whose}{begun}, {place.beside if place else _ENDED[own.state]}"


_ENDED = {
    Stage.ADOPTED: "kept as what you do",
    Stage.ADAPTED: "changed and tried again",
    Stage.REPEATED: "tried once more",
    Stage.DROPPED: "let go",
    Stage.UNCLEAR: "can't tell",
    Stage.DRAFTED: "not begun",
    Stage.RUNNING: "going on",
    Stage.REVIEWED: "looked at",
}


def _two_lines(_seen: Seen, own: Experiment) -> list[Line]:
    return told(f"If {own.cue}" if own.cue else "", i_will(own.response))


def _expecting(_seen: Seen, own: Experiment) -> list[Line]:
    return told(expected(own) if own.prediction else "")


def _what_came(seen: Seen, own: Experiment) -> list[Line]:
    on = f", {seen.day(own.reviewed)}" if own.reviewed else ""
    result = f", {own.result} of 10" if own.result is not None else ""
    said = f"{own.difference}{result}{on}" if own.difference else ""
    return told(own.happened, said)


def _colleagues(seen: Seen, _own: Experiment) -> list[Line]:
    return [
        Line(
            None,
            f"{each.whose}: {each.theirs or 'conditions not said'}",
            str(each.their_difference or ""),
        )
        for each in pooled(seen.record, seen.around)
    ]


_TRY: Rows = (
    row("The try", _two_lines),
    row("Because", "because"),
    row("The smallest step", "step"),
    row("A sign to watch", "watch"),
    row("A sign later on", "outcome"),
    row("What it is to teach", "aim"),
    row("What I expected", _expecting, "nothing yet. One line lets it begin."),
    row("Noted on the way", lambda seen, own: [
        Line(None, each.words, seen.day(each.on)) for each in own.remarks
    ]),
    row("What came", _what_came, "not looked at yet"),
    row("What made the difference", "cause"),
    row("What it teaches", "teaches"),
    row("Under which conditions", "conditions"),
    row("Others who tried it", _colleagues),
    row("Why it was let go", "why"),
    row("From", come_from),
)  # fmt: skip


def _plan_below(seen: Seen, own: Plan) -> str:
    place = placed(seen.record, seen.today)
    ended = {"kept": "done without thinking now", "let go": "let go"}
    now = place.beside if place else ended.get(own.state, "")
    return f"a try since {seen.day(seen.record.day)}, {now}"


def _occasions(seen: Seen, own: Plan) -> list[Line]:
    return [
        Line(None, _how(each.came_up, each.tried, each.helped, each.words), seen.day(each.on))
        for each in own.occasions
    ]


def _how(came_up: bool, tried: bool, helped: str, words: str) -> str:  # noqa: FBT001 - as it is kept
    did = f"done, did it help: {helped or 'not said'}" if tried else "something else was done"
    said = did if came_up else "did not come up"
    return f"{said}. {words.rstrip('.')}" if words else said


def _around_below(seen: Seen, own: ContextMove) -> str:
    place = placed(seen.record, seen.today)
    about = AROUND.get(own.context, own.context)
    return f"around me: {about}, {place.beside if place else f'did it help: {own.helped}'}"


TRIES: dict[type, Kind] = {
    Experiment: (lambda own: own.response or own.cue, _try_below, _TRY),
    Plan: (
        lambda own: f"If {own.cue} → {own.response}",
        _plan_below,
        (row("What came of it", _occasions, "not answered yet"), row("From", come_from)),
    ),
    ContextMove: (
        lambda own: own.changed or own.noticed,
        _around_below,
        (
            row("What I noticed", "noticed"),
            row("Whose it is to change", "reach"),
            row("What I changed", "changed", "nothing yet"),
            row("What came of it", "came"),
            row("From", come_from),
        ),
    ),
}  # fmt: skip
"""How each is read."""
