"""What the journal asks about itself, each once, when a look back is done.

No questionnaire: the first evening two lines, after the third a goal, after four weeks whether it
is worth the minutes. Everything can be skipped, and skipping leaves things as they are.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from journal.practice.look_back.history import looked_back
from journal.practice.mind.aims import reads_as_learning
from journal.records.goal import Goal
from journal.records.record import Record
from journal.settings import Settings
from journal.visible import one_line, storable

GOAL = "goal"
"""What is asked for is no setting, but a record: see `new_goal`."""


class Asked(NamedTuple):
    """One question about the journal itself.

    id       the setting that the answer is for, or GOAL
    wording  the question
    about    what the answer is good for, one sentence
    choices  each possible answer and its words; empty where it is typed
    """

    id: str
    wording: str
    about: str
    choices: tuple[tuple[str, str], ...] = ()


FIRST_EVENING = (
    Asked(
        "workday_ends",
        "When does your workday end?",
        "An hour before, the look back is mentioned. A time such as 17:30.",
    ),
    Asked(
        "language",
        "In which language would you like to be asked?",
        "Its code, such as en; without questions in it, English is used.",
    ),
)

LEARNING = Asked(
    GOAL,
    "What would you like to learn? Learning how to …",
    "One line, if you like. It stands on top of Today until you change it.",
)

MINUTES = Asked(
    "look_backs",
    "Four weeks now. Is this worth the minutes?",
    "Whatever you choose, everything stays, and l looks back on any day.",
    (
        ("daily", "Yes, as it is"),
        ("shorter", "Yes, but shorter: one minute first"),
        ("weekly", "Once a week is enough"),
        ("none", "No, stop offering it"),
    ),
)


def to_ask(
    closes: Iterable[Record],
    goals: Iterable[Record],
    settings: Settings,
    now: datetime,
) -> tuple[Asked, ...]:
    """Return what to ask, now that a look back is done; mostly nothing.

    closes    the look backs, the one just done among them
    goals     the learner's goals, whatever became of them
    settings  how they look back (`look_backs`); where that was not said, it is asked for once,
              after `worth_weeks`, of somebody who looked back about once in each
    """
    finished = [one for one in looked_back(closes) if not one.close.left]
    if not finished or finished[-1].close.form == "heavy":
        return ()  # one kind question, then you are done
    finished = [one for one in finished if one.close.form != "heavy"]
    if len(finished) == 1:
        return FIRST_EVENING
    if len(finished) == 3 and not any(True for _ in goals):
        return (LEARNING,)
    weeks = settings.worth_weeks
    long = len(finished) > weeks and now - finished[0].at >= timedelta(weeks=weeks)
    return (MINUTES,) if long and not settings.look_backs else ()


def new_goal(typed: str, at: datetime, zone: str, day: date) -> Record | None:
    """Return the goal that was typed, which has not been saved; None where nothing was."""
    aim = sentence(typed)
    return Record("", at, zone, day, aim, Goal(aim=aim)) if aim else None


def sentence(typed: str) -> str:
    """Return a goal as it heads Today: "hear the question" as "Learning how to hear the question".

    One that begins in another way of its own ("Finding out when …") stays as it is; "" is none.
    """
    words = one_line(storable(typed)).rstrip(".… ")
    rest = _BEGINNING.sub("", words, count=1)
    if rest and (rest != words or not reads_as_learning(words)):
        return f"Learning how to {rest}"
    return words[:1].upper() + words[1:] if rest else ""


_BEGINNING = re.compile(r"((learn(ing)? )?how )?to( |$)", re.IGNORECASE)


def goal_on_top(goals: Iterable[Record]) -> str:
    """Return the sentence of the newest goal that is still being learned, or ""."""
    learning = [
        (record.at, record.own.aim or record.text)
        for record in goals
        if isinstance(record.own, Goal) and record.own.state == "active" and not record.trashed
    ]
    return max(learning)[1] if learning else ""
