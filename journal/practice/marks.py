"""What the learner says of passages on Growth: not this, missed, doesn't count, a pair."""

from journal.errors import Usage
from journal.practice.making import When, line, made, needed, words
from journal.records.mark import Mark, Says, Spot, spot
from journal.records.record import Record

ONE_OF_THEM = "A pair needs two different passages."


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


def _sentence(record: Record, start: int, end: int) -> Spot:
    if not 0 <= start < end <= len(record.text):
        raise Usage("This sentence is not in the text.", "The text may have changed; look again.")
    return spot(record.id, record.text, start, end)


def _made(mark: Mark, when: When) -> Record:
    return made(mark, when, (where.id for where in mark.spots))
