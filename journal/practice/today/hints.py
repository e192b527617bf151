"""One hint at a time, when it is of use for the first time; it fades as the prompts do."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

DAYS = 3
"""How many days a hint is shown, if it is not used before."""


class Facts(NamedTuple):
    """What hints go by.

    notes       how many notes the learner has written themselves
    signed      whether any of them has a sign
    look_backs  how many finished look backs there are
    left        whether one of today left a line for tomorrow
    now         the present moment, by the wall clock
    offered     whether the look back is offered at all: the learner may have said no
    asking      whether a note is marked as a question, and none was followed yet
    waits       whether a try waits to be looked at, and none was before
    month       whether a second month has begun, and no month was looked back on yet
    """

    notes: int
    signed: bool
    look_backs: int
    left: bool
    now: datetime
    offered: bool = True
    asking: bool = False
    waits: bool = False
    month: bool = False


SIGNS = "signs"
LOOK_BACK = "look back"
TOMORROW = "tomorrow"
QUESTION = "question"
TRY = "try"
FIND = "find"
MONTH = "month"

WORDS = {
    SIGNS: "Signs, with a space behind:  - stuck   + worked   ? question   ! surprise",
    LOOK_BACK: "When the day ends: tab, then l looks back on it, in five minutes or one.",
    TOMORROW: "Tomorrow opens with the line that you left.",
    QUESTION: "A question can be followed: tab, then m on it.",
    TRY: "A try waits: tab, then the arrows go to it, and enter answers it there.",
    FIND: "Thirty notes by now: tab, then / finds any of them.",
    MONTH: "Your second month: ctrl+p, then the word month, looks back on a whole one.",
}


def hint(
    facts: Facts,
    shown: Mapping[str, date],
    used: Collection[str],
    today: date,
    workday_ends: time,
    days: int = DAYS,
) -> str:
    """Return the name of the hint to show today, or "".

    shown  since which day each hint has been shown
    used   hints whose thing was done, which are over
    """
    for name, of_use in _useful(facts, workday_ends).items():
        since = shown.get(name, today)
        if of_use and name not in used and (today - since).days < days:
            return name
    return ""


def _useful(facts: Facts, workday_ends: time) -> dict[str, bool]:
    ends = datetime.combine(facts.now.date(), workday_ends, facts.now.tzinfo)
    late = facts.now >= ends - timedelta(hours=1)
    return {
        TOMORROW: facts.look_backs == 1 and facts.left,
        SIGNS: facts.notes >= 1 and not facts.signed,
        LOOK_BACK: facts.offered
        and not facts.look_backs
        and (facts.notes >= 3 or (facts.notes >= 1 and late)),
        QUESTION: facts.asking,
        TRY: facts.waits,
        FIND: facts.notes >= 30,
        MONTH: facts.offered and facts.month,
    }
