"""Longer look backs: what each shows and asks, begun, answered and gone on with."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from journal.errors import Usage
from journal.practice.longer import month as review_month
from journal.practice.longer import quarter as review_quarter
from journal.practice.longer import week as review_week
from journal.practice.longer.parts import Section, finished, span_of
from journal.practice.look_back.prompts import REVIEWS, Pack, Prompt, asked
from journal.practice.making import When, changed, made, one_of, own_of, words
from journal.practice.tries.contexts import offered
from journal.records.close import Answer
from journal.records.record import Record, having
from journal.records.review import SPANS, Aspect, Pulse, Review

PULSE = ("yes", "partly", "no")

_APART = ("snapshot", "pulse")
"""Steps that are not answered in a free text."""


def sections(
    span: str, records: Sequence[Record], day: date, packs: Iterable[Pack] = ()
) -> tuple[Section, ...]:
    """Return what the look back on a "week", "month" or "quarter" around `day` shows and asks.

    Raises Usage for another span.
    """
    if span == "week":
        return review_week.week(records, day)
    if span == "month":
        return review_month.month(records, day)
    headings = [prompt.full for prompt in asked(packs, "snapshot")]
    one_of(span, ("week", "month", "quarter"))
    return review_quarter.quarter(records, day, headings)


def questions(
    span: str, packs: Iterable[Pack], records: Sequence[Record], day: date
) -> list[Prompt]:
    """Return the prompts of a longer look back, in order: of each family the longest unanswered.

    Of what is around the learner only the part is asked that the week offers. Raises Usage.
    """
    one_of(span, SPANS)
    packs = list(packs)
    past = [own_of(record, Review) for record in finished(records, *SPANS)]
    context = offered(records, day)
    found: list[Prompt] = []
    for step in REVIEWS[span]:
        pool = [p for p in asked(packs, step) if step != "context" or p.id.startswith(context)]
        families = dict.fromkeys(prompt.family for prompt in pool)
        found += [_longest_unanswered([p for p in pool if p.family == f], past) for f in families]
    return found


def _longest_unanswered(pool: Sequence[Prompt], past: Sequence[Review]) -> Prompt:
    last = {a.prompt: own.last for own in past for a in own.answers}
    return min(pool, key=lambda prompt: last.get(prompt.key, date.min))


def begin(span: str, when: When, asking: Sequence[Prompt] = ()) -> Record:
    """Return a longer look back that begins now; not saved. All of `asking` is left to answer."""
    first, last = span_of(one_of(span, SPANS), when.day)
    left = tuple(prompt.key for prompt in asking if prompt.step not in _APART)
    return made(Review(span, first, last, left=left), when)


def answered(record: Record, asking: Sequence[Prompt], given: Mapping[str, str]) -> Record:
    """Return a longer look back with what was `given`: by the key of a prompt, the text.

    An empty text skips; one for an earlier answer replaces it or takes it off. What was given is no
    longer left. Raises Usage when a text answers none of the prompts: no word may be lost.
    """
    own = own_of(record, Review)
    order = [prompt.key for prompt in asking]
    if unasked := given.keys() - set(order):
        raise Usage(f"There is no question {min(unasked)} in this look back.")
    new = [
        Answer(prompt.key, prompt.version, prompt.full, "full", words(given[prompt.key]))
        for prompt in asking
        if words(given.get(prompt.key, ""))
    ]
    kept = [answer for answer in own.answers if answer.prompt not in given]
    place = {key: number for number, key in enumerate(order)}
    both = sorted((*kept, *new), key=lambda answer: place.get(answer.prompt, -1))
    left = tuple(key for key in own.left if key not in given)
    return having(record, own._replace(answers=tuple(both), left=left))


def enough(record: Record) -> Record:
    """Return a longer look back that is finished, whatever is left."""
    own_of(record, Review)
    return changed(record, left=())


def with_snapshot(record: Record, aspects: Iterable[Aspect]) -> Record:
    """Return the look back on twelve weeks with its snapshot; unsaid headings are left out."""
    own_of(record, Review)
    said = tuple(each for each in aspects if each.mark or each.evidence)
    return changed(record, snapshot=said)


def with_pulse(record: Record, prompt: Prompt, answer: str) -> Record:
    """Return the look back on a month with one sentence answered: one of PULSE, "" takes it off.

    Raises Usage for another answer.
    """
    own = own_of(record, Review)
    kept = tuple(each for each in own.pulse if each.prompt != prompt.key)
    said = one_of(answer, (*PULSE, ""))
    new = (Pulse(prompt.key, prompt.full, said),) if said else ()
    return changed(record, pulse=kept + new)
