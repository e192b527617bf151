"""The try of a look back: a due one is answered, or one is made in two lines."""

from collections.abc import Iterable
from datetime import date

from journal.practice.making import When
from journal.practice.today.waiting import RULES, Waiting, all_waiting
from journal.practice.tries.experiments import new_try, start
from journal.practice.tries.plans import new_plan
from journal.practice.tries.two_lines import expectation, intention
from journal.records.close import Close
from journal.records.record import Record

FIRST, SECOND = "daily/if", "daily/expect"
"""The prompts of the two lines."""

KINDS = ("experiment", "context", "plan")
"""What can be due in a look back: tries of every shape."""

_RULES = {kind: RULES[kind] for kind in KINDS}


def due_try(records: Iterable[Record], day: date) -> Waiting | None:
    """Return the try to answer in a look back on the logical `day`, or None to make one."""
    return next(iter(all_waiting(records, day, _RULES)), None)


def try_is_due(records: Iterable[Record], day: date) -> bool:
    """Tell whether a try waits, which the one more question then asks about; see `angle.Wishes`."""
    return any(all_waiting(records, day, _RULES))


def try_in_two_lines(
    first: str, second: str, when: When, links: Iterable[str] = ()
) -> Record | None:
    """Return the try that two lines make; it has begun, and is not saved. None without the first.

    first   "If …, I'll …"
    second  "I expect …", or "": then it is an if–then where it has both halves, otherwise a draft

    A number that is not 0 to 10 stays among the words.
    """
    cue, response = intention(first)
    if not (cue or response):
        return None
    expected, sure = expectation(second)
    if expected:
        return start(new_try(when, cue, response, expected, sureness=sure, links=links), when.day)
    if cue and response:
        return new_plan(when, cue, response, links=links)
    return new_try(when, cue, response, links=links)


def try_of_look_back(look_back: Record, records: Iterable[Record], when: When) -> Record | None:
    """Return the try that a finished look back leads to; it links to it, and is not saved.

    records  the tries that there are: one look back makes one try, however often it is kept
    """
    own = look_back.own
    if not isinstance(own, Close) or own.left:
        return None
    if look_back.id and any(look_back.id in record.links for record in records):
        return None
    said = {answer.prompt: answer.text for answer in own.answers}
    first, second = said.get(FIRST, ""), said.get(SECOND, "")
    return try_in_two_lines(first, second, when, [look_back.id])
