"""The learner's own list of names for one coach: always the same words in the place of a name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product

from journal.records.coach import Hidden
from journal.sharing.plainly import folded, plainly


def with_name(glossary: Sequence[Hidden], term: str, shown: str = "") -> tuple[Hidden, ...]:
    """Return a coach's `glossary` with `term` in it; without `shown`, as the next free "[name A]".

    A name that is there keeps what is shown for it, unless it is said anew.
    """
    others = [hidden for hidden in glossary if not _same(hidden.term, term)]
    if len(others) < len(glossary) and not shown:
        return tuple(glossary)
    used = {hidden.shown for hidden in others}
    return (*others, Hidden(term, shown or next(name for name in _labels() if name not in used)))


def with_names_of(
    glossary: Sequence[Hidden], others: Iterable[Hidden], *, keep: bool = False
) -> tuple[Hidden, ...]:
    """Return a coach's `glossary` with the names of `others` that it lacks.

    keep  with what is shown for them there; otherwise under labels of its own
    """
    for term, shown in others:
        if not any(_same(hidden.term, term) for hidden in glossary):
            glossary = with_name(glossary, term, shown if keep else "")
    return tuple(glossary)


def _same(term: str, other: str) -> bool:
    return as_read(term) == as_read(other)


def as_read(term: str) -> str:
    """Return a name as it is compared: whatever its case, without what is invisible in it."""
    return folded(plainly(term)).text.strip()


def _labels() -> Iterator[str]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for length in count(1):
        for each in product(letters, repeat=length):
            yield f"[name {''.join(each)}]"
