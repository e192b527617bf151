"""From where the one more question looks at the event: chosen by rule, never by chance.

A try that is due, before a setback signed today, before a phase of self-regulation that was not
written about for two weeks, before the learner's preference, before taking turns; and never the
same angle three times running.

Skipping leaves no trace, so of a look back without an answer nobody knows which angle was asked.
The last promise holds nevertheless: after a skipped question, every second look back takes turns
in a fixed order and listens to no wish, until a question is answered again. That also is how a
skipped question is not pressed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from journal.practice.look_back.history import Past, looked_back
from journal.practice.look_back.prompts import ANGLES, PHASES, Pack, Prompt, asked, by_key
from journal.records.record import Record

_PHASE = {
    "before": "asked because it is a while since you wrote about how you begin",
    "during": "asked because it is a while since you wrote about the middle of the work",
    "after": "asked because it is a while since you wrote about how you look at it afterwards",
}


class Wishes(NamedTuple):
    """What speaks for an angle today.

    due_experiment  a try is due
    setback         a note of today is signed as stuck
    preference      the angle the learner likes best, or ""
    """

    due_experiment: bool = False
    setback: bool = False
    preference: str = ""


class Unseen(NamedTuple):
    """When a phase counts as unseen: not answered for `days`, with `least` look backs in them.

    There must be an older look back too, so that neither a beginning nor a return after a break
    looks like something left out.
    """

    days: int = 14
    least: int = 3


class Choice(NamedTuple):
    """An angle, the phase that its prompt must have ("" for any), and the sentence that says why.

    `angle` is "" when nothing is to be asked.
    """

    angle: str
    phase: str
    because: str


def choose(
    packs: Iterable[Pack],
    closes: Iterable[Record],
    day: date,
    wishes: Wishes = Wishes(),  # noqa: B008 - immutable
    unseen: Unseen = Unseen(),  # noqa: B008 - immutable
) -> Choice:
    """Return the angle of the one more question in a look back on `day`, after these `closes`."""
    packs = list(packs)
    past = looked_back(closes)
    prompts = asked(packs, "question")
    before = _angles_of(past, by_key(packs))
    turns = _turns([angle for angle in ANGLES if any(p.angle == angle for p in prompts)], before)
    skipped = _skipped(before)
    barred = turns[(skipped - 1) % len(turns)] if skipped else _twice(before)
    turn = turns[skipped % len(turns)]
    if skipped % 2 == 0:
        phase = unseen_phase(packs, past, day, unseen)
        for choice in _wished(prompts, wishes, phase, barred):
            return choice
    return Choice("" if turn == barred else turn, "", "asked because it is the turn of this one")


def unseen_phase(
    packs: Iterable[Pack],
    past: list[Past],
    day: date,
    unseen: Unseen = Unseen(),  # noqa: B008 - immutable
) -> str:
    """Return the first phase without an answer in the days up to `day`, or ""."""
    start = day - timedelta(days=unseen.days)
    recent = [one for one in past if start < one.day <= day]
    if len(recent) < unseen.least or not any(one.day <= start for one in past):
        return ""
    phases = {key: prompt.phase for key, prompt in by_key(packs).items()}
    seen = {phases.get(answer.prompt, "") for one in recent for answer in one.close.answers}
    return next((phase for phase in PHASES if phase not in seen), "")


def _angles_of(past: list[Past], prompts: dict[str, Prompt]) -> list[str]:
    """Return the angle answered in each look back that reached the question, "" where skipped."""
    angles = {key: prompt.angle for key, prompt in prompts.items() if prompt.angle}
    reached = [
        one.close
        for one in past
        if one.close.form == "five" and angles.keys().isdisjoint(one.close.left)
    ]
    answered = [[angles.get(answer.prompt, "") for answer in close.answers] for close in reached]
    return [next(filter(None, reversed(named)), "") for named in answered]


def _skipped(before: list[str]) -> int:
    return next((count for count, angle in enumerate(reversed(before)) if angle), len(before))


def _twice(before: list[str]) -> str:
    """Return the angle that has, or may have, been asked in both of the last two, or ""."""
    if len(before) < 2 or before[-2] not in ("", before[-1]):
        return ""
    return before[-1]


def _turns(available: list[str], before: list[str]) -> list[str]:
    """Return the order of turns, from the angle after the last one answered; never one alone.

    "" stands for a look back without the question, where there is only one angle to ask about.
    """
    last = next((angle for angle in reversed(before) if angle), "")
    start = ANGLES.index(last) + 1 if last else 0
    order = [angle for angle in (*ANGLES[start:], *ANGLES[:start]) if angle in available]
    others = [angle for angle in order if angle != last] or order
    return others if len(others) > 1 else [*others, ""]


def _wished(prompts: list[Prompt], wishes: Wishes, phase: str, barred: str) -> Iterator[Choice]:
    """Yield what is wished for and can be asked, the strongest wish first."""
    phased = next((p.angle for p in prompts if p.phase == phase != "" and p.angle != barred), "")
    wished = (
        (wishes.due_experiment, Choice("strategy", "", "asked because one of your tries is due")),
        (wishes.setback, Choice("cause", "", "asked because you marked a note as stuck")),
        (bool(phased), Choice(phased, phase, _PHASE.get(phase, ""))),
        (True, Choice(wishes.preference, "", "asked because you chose this kind of question")),
    )
    available = {prompt.angle for prompt in prompts} - {barred}
    return (choice for holds, choice in wished if holds and choice.angle in available)
