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
    """

    notes: int
    signed: bool
    look_backs: int
    left: bool
    now: datetime


SIGNS = "signs"
LOOK_BACK = "look back"
TOMORROW = "tomorrow"
FIND = "find"

WORDS = {
    SIGNS: "Signs, with a space behind:  - stuck   + worked   ? question   ! surprise",
    LOOK_BACK: "When the day ends: tab, then l looks back on it, in five minutes or one.",
    TOMORROW: "Tomorrow opens with the line that you left.",
    FIND: "Thirty notes by now: tab, then / finds any of them.",
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
        LOOK_BACK: not facts.look_backs and (facts.notes >= 3 or (facts.notes >= 1 and late)),
        FIND: facts.notes >= 30,
    }
