"""What of a question or lesson leaves when it is passed on: the learner's own words, no ids."""

from journal.practice.making import own_of
from journal.records.item import Item
from journal.records.record import Record


def leaving(record: Record) -> str:
    """Return the text that is passed on: with an aid this, otherwise the lesson and its limits.

    Sources, people, tries and history stay.
    """
    own = own_of(record, Item)
    if own.job_aid:
        return f"{own.question}\n\n{own.job_aid}\n"
    made = "\n\n".join(act.text for act in own.acts)
    limits = [
        f"{words}: {text}"
        for words, text in (("Works when", own.works_when), ("Fails when", own.fails_when))
        if text
    ]
    return "\n\n".join(filter(None, (own.question, made, "\n".join(limits)))) + "\n"
