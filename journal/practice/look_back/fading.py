"""How much of a question is shown: full, cue, word, silent, each time the learner needs less.

Prompts that fade with what the learner does serve better than prompts that stay (Nückles, Hübner,
Dümer & Renkl, 2010). The numbers, 3 of 5, are a choice of this journal and not a finding.

The rule, computed from the kept answers alone. Each family of prompts begins in full. A look back
*has room* for a family when its step was reached. For a question that is only asked now and then
(the steps "gather" and "question") it has room when there is an answer, since skipping leaves no
trace. In a look back with room, the move was

- made, when there is an answer that was given with the help of the present level or with less,
- prompted, when the answer was given with more help than that,
- absent, when there is none.

Made in 3 of the last 5 with room at the present level: one step down. So the first step, from the
full question to the cue, follows from answering it, as in the study named above; every later step
follows from answers given without the full question. Absent in the last 5: one step up is
offered, and taken only when the learner accepted it after that. Each step starts the count anew.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from heapq import merge
from typing import NamedTuple

from journal.practice.look_back.history import Past, looked_back
from journal.practice.look_back.prompts import LEVELS, Pack
from journal.records.close import Close
from journal.records.record import Record

_EVERY_TIME = ("progress", "event", "try")
_NOW_AND_THEN = ("gather", "question")
# A question that is chosen by rule cannot go silent: nobody could know which one is meant.
_LEAST = dict.fromkeys(_EVERY_TIME, "silent") | dict.fromkeys(_NOW_AND_THEN, "word")

Accepted = Mapping[str, Collection[datetime]]
"""By family, the moments (aware) at which the learner took up an offer of more help."""


_Event = tuple[datetime, str]


class Fading(NamedTuple):
    """The numbers of the rule: made in `made` of the last `window`; absent in the last `absent`."""

    made: int = 3
    window: int = 5
    absent: int = 5


class Level(NamedTuple):
    """How a family is asked now.

    name    one of LEVELS
    reason  the sentence that says so: "asked …"
    offer   the level that may be offered to the learner, one up, or ""
    """

    name: str
    reason: str
    offer: str = ""


class _State(NamedTuple):
    """Where a family stands: the level's number, what came since then, whether it went up last."""

    step: int = 0
    since: tuple[str, ...] = ()
    wanted: bool = False


def level(
    family: str,
    packs: Iterable[Pack],
    closes: Iterable[Record],
    *,
    accepted: Accepted | None = None,
    rule: Fading = Fading(),  # noqa: B008 - immutable
) -> Level:
    """Return how the prompts of `family` are to be asked after these `closes`.

    Steps that are not part of the five minutes do not fade: they are always in full, and the free
    page, which asks nothing, is silent.
    """
    prompts = [prompt for pack in packs for prompt in pack.prompts if prompt.family == family]
    step = next((prompt.step for prompt in prompts if prompt.step), "")
    if step == "page":
        return Level("silent", "nothing is asked on a page of your own")
    if step not in _LEAST:
        return Level("full", "asked in full, as always")
    state = _State()
    asked = _asked({prompt.key for prompt in prompts}, step, looked_back(closes))
    for event in _in_order(asked, (accepted or {}).get(family, ())):
        state = _after(event, state, LEVELS.index(_LEAST[step]), rule)
    offer = LEVELS[state.step - 1] if _may_go_up(state, rule) else ""
    return Level(LEVELS[state.step], _reason(state, rule), offer)


def _in_order(asked: list[_Event], accepted: Collection[datetime]) -> Iterator[str]:
    """Yield in the order of time the level of an answer, "" for none, "up" for an acceptance."""
    ups = [(at, "up") for at in sorted(accepted)]
    return (what for _, what in merge(ups, asked, key=lambda event: event[0]))


def _asked(keys: set[str], step: str, past: list[Past]) -> list[_Event]:
    """Return, of the look backs with room for the prompts `keys`, the level of their answer."""
    given = ((one.at, _given(keys, step, one.close)) for one in past)
    return [(at, level) for at, level in given if level is not None]


def _given(keys: set[str], step: str, close: Close) -> str | None:
    """Return the level at which `close` answers one of `keys`, "" for not, None for no room."""
    levels = [answer.level for answer in close.answers if answer.prompt in keys]
    known = [name for name in levels if name in LEVELS]
    if known:
        return max(known, key=LEVELS.index)
    reached = close.form == "five" and keys.isdisjoint(close.left)
    return "" if reached and step in _EVERY_TIME else None


def _after(event: str, state: _State, least: int, rule: Fading) -> _State:
    if event == "up":
        return _State(state.step - 1, wanted=True) if _may_go_up(state, rule) else state
    since = (*state.since, _move(event, state.step))
    if state.step < least and since[-rule.window :].count("made") >= rule.made:
        return _State(state.step + 1)
    return state._replace(since=since)


def _move(given: str, step: int) -> str:
    if not given:
        return "absent"
    return "made" if LEVELS.index(given) >= step else "prompted"


def _may_go_up(state: _State, rule: Fading) -> bool:
    run = state.since[-rule.absent :]
    return state.step > 0 and len(run) == rule.absent and set(run) == {"absent"}


def _reason(state: _State, rule: Fading) -> str:
    if state.wanted:
        return "asked this way because you wanted more of the question back"
    times = f"because you answered it in {rule.made} of {rule.window} look backs"
    return {
        "full": "asked in full because it is still fairly new",
        "cue": f"asked in few words {times}",
        "word": f"asked in one word {times}",
        "silent": f"left without words {times}",
    }[LEVELS[state.step]]
