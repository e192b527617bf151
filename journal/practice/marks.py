"""What the learner says of passages on Growth: not this, missed, a pair, closed, a name."""

from journal.errors import Usage
from journal.practice.making import When, line, made, needed, words
from journal.records.mark import Ending, Mark, Named, Says, Spot, spot
from journal.records.record import Record

ONE_OF_THEM = "A pair needs two different passages."

ENDINGS = {
    "intention:intention": (Ending.DONE, Ending.OTHERWISE, Ending.LET_GO),
    "question:question": (Ending.ANSWERED, Ending.LET_GO),
}
"""The labels of which a sentence can be closed, and how it can end."""


def not_this(
    record: Record, when: When, label: str, start: int, end: int, cue: str = "", why: str = ""
) -> Record:
    """Return the mark that a sentence does not show `label` ("frame:mastery"); not saved.

    start, end  the sentence, as characters of the record's text
    cue         the rule that had found it
    """
    where = _sentence(record, start, end)
    return _made(Mark(Says.NOT_THIS, (where,), line(label), line(cue), why=words(why)), when)


def missed(record: Record, when: When, label: str, start: int, end: int, why: str = "") -> Record:
    """Return the mark that a sentence shows `label`, though no rule found it; not saved."""
    return _made(
        Mark(Says.MISSED, (_sentence(record, start, end),), line(label), why=words(why)), when
    )


def does_not_count(record: Record, when: When, figure: str, why: str) -> Record:
    """Return the mark that a record does not count for a figure, because …; not saved.

    Raises Usage without the reason.
    """
    because = needed(why, "It doesn't count because …", "A few words are enough.")
    return _made(Mark(Says.DOES_NOT_COUNT, (Spot(record.id),), figure=figure, why=because), when)


def pair(then: Record, now: Record, when: When, then_span: tuple[int, int] = (0, 0),
         now_span: tuple[int, int] = (0, 0), why: str = "") -> Record:  # fmt: skip
    """Return the pair that the learner makes of two passages, the earlier first; not saved.

    The spans are characters of the records' texts; (0, 0) is all of it. Raises Usage for one
    passage with itself.
    """
    both = [(then, spot(then.id, then.text, *then_span)), (now, spot(now.id, now.text, *now_span))]
    if both[0][1] == both[1][1]:
        raise Usage(ONE_OF_THEM, "Choose an earlier one and a later one.")
    both.sort(key=lambda each: (each[0].day, each[0].at))
    return _made(Mark(Says.PAIR, tuple(where for _, where in both), why=words(why)), when)


def closed(
    record: Record, when: When, label: str, start: int, end: int, ending: Ending, why: str = ""
) -> Record:
    """Return the mark that an intention or a question is closed, and how it ended; not saved.

    label       a key of ENDINGS; raises Usage where it does not end so
    start, end  the sentence, as characters of the record's text
    why         a word on how, or ""
    """
    there = ENDINGS.get(label, ())
    if ending not in there:
        raise Usage(f"This does not end with “{ending}”.", f"There is: {', '.join(there)}.")
    where = _sentence(record, start, end)
    return _made(Mark(Says.CLOSED, (where,), line(label), why=words(why), ending=ending), when)


def opened_again(mark: Record) -> Record:
    """Return a mark taken back, by moving it to the trash; not saved."""
    return mark._replace(trashed=True)


def named(record: Record, when: When, start: int, end: int, what: Named) -> Record:
    """Return the mark that a name is a person, a resource or neither; not saved.

    start, end  the name, as characters of the record's text; it is meant wherever it stands
    """
    return _made(Mark(Says.NAMED, (_sentence(record, start, end),), named=what), when)


def _sentence(record: Record, start: int, end: int) -> Spot:
    if not 0 <= start < end <= len(record.text):
        raise Usage("This sentence is not in the text.", "The text may have changed; look again.")
    return spot(record.id, record.text, start, end)


def _made(mark: Mark, when: When) -> Record:
    return made(mark, when, (where.id for where in mark.spots))
