"""Questions gone through in a row: five about a try, four steps of a story told of a lesson.

What is answered becomes a page of its own, which leads to what it is about.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from journal.errors import Usage
from journal.practice.deeds.deed import Deed, Said, Wanted
from journal.practice.look_back.prompts import Pack, Prompt, asked
from journal.practice.loop.ways import LESSONS
from journal.practice.making import When, words
from journal.practice.noting import new_note
from journal.records.experiment import Experiment
from journal.records.item import Item
from journal.records.record import Record

COACHING, STORY = "coaching", "story"


def in_a_row(record: Record, packs: Iterable[Pack]) -> list[Deed]:
    """Return the questions that can be gone through about a record; packs: in one language."""
    own = record.own
    if record.trashed:
        return []
    if isinstance(own, Experiment) and not own.whose:
        return _through(COACHING, "go through five questions about it", asked(packs, COACHING))
    if isinstance(own, Item) and own.state in LESSONS:
        return _through(STORY, "tell it as a story", asked(packs, STORY))
    return []


def _through(key: str, said: str, prompts: Sequence[Prompt]) -> list[Deed]:
    wants = tuple(Wanted(prompt.full, must=False) for prompt in prompts)
    return [Deed(key, said, partial(_page, prompts), wants, op="add")] if prompts else []


def _page(prompts: Sequence[Prompt], record: Record, said: Said, when: When) -> tuple[Record, ...]:
    answered = zip(prompts, map(words, said), strict=True)
    parts = [f"{prompt.full}\n{answer}" for prompt, answer in answered if answer]
    if not parts:
        raise Usage("Nothing was answered, and nothing was kept.", "One answer is enough.")
    page = new_note("\n\n".join(parts), when.at, when.zone, when.day, tags=record.tags)
    return record, page._replace(links=(record.id,))
