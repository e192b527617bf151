"""What waits is answered where it stands: in one word, and a few more where they help."""

from datetime import date
from typing import NamedTuple

from journal.practice.loop import returning
from journal.practice.making import HELPED, When, one_of
from journal.practice.mind import feedbacks
from journal.practice.tries import contexts, experiments, plans
from journal.records.context import ContextMove
from journal.records.experiment import Difference, Experiment
from journal.records.item import Item
from journal.records.plan import Plan
from journal.records.record import Record


class Choice(NamedTuple):
    """One answer that can be given in place.

    key    the word for it, in code and in the shell
    words  what a learner reads
    asks   a question that belongs to it, whose answer is given along, or ""
    must   whether that question needs an answer
    becomes  what the record is from then on, where that is known already: `answer` has no say
    """

    key: str
    words: str
    asks: str = ""
    must: bool = False
    becomes: Record | None = None


CAME = tuple(Choice(each.value, each.value, "What happened?") for each in Difference)

DID_HELP = tuple(Choice(key, key, "What came of it?") for key in HELPED)

CAME_UP = (
    Choice("not yet", "it did not come up"),
    Choice("helped", "I did it, and it helped"),
    Choice("partly", "I did it, and it helped a little"),
    Choice("no help", "I did it, and it did not help"),
    Choice("can't tell", "I did it, and can't tell"),
    Choice("otherwise", "it came up, and I did something else"),
    Choice("habit", "I do it without thinking now"),
    Choice("let go", "let it go"),
)
_TRIED = {"helped": "yes", "partly": "partly", "no help": "no", "can't tell": "can't tell"}
_ENDS = {"habit": plans.KEPT, "let go": plans.LET_GO}

STILL = tuple(Choice(key, key, "Why?") for key in returning.ANSWERS)

DECISIONS = tuple(
    Choice(key, words, "Why?", must=True) for key, words in feedbacks.IN_WORDS.items()
)


def answer(record: Record, choice: str, said: str, when: When) -> Record:
    """Return what waited after it was answered in place.

    choice  the key of one of its choices
    said    the answer to the question that belongs to it, or ""

    Raises Usage where there is no such answer, or the question needs one.
    """
    match record.own:
        case Experiment():
            return experiments.look_at(record, when.day, choice, said)
        case ContextMove():
            return contexts.did_help(record, choice, said)
        case Plan():
            return _answered_plan(record, choice, said, when.day)
        case Item():
            return returning.come_back(record, choice, when, said)
        case _:
            return feedbacks.decide(record, choice, said, when.day)


def _answered_plan(record: Record, choice: str, said: str, day: date) -> Record:
    one_of(choice, (each.key for each in CAME_UP))
    if choice in _ENDS:
        return plans.become(record, _ENDS[choice], day)
    helped = _TRIED.get(choice, "")
    came_up = choice != "not yet"
    return plans.answer(record, day, came_up=came_up, tried=bool(helped), helped=helped, said=said)
