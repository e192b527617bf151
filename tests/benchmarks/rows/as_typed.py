"""Search as one types, key by key, in a large journal."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from time import process_time_ns

from journal.practice.finding.library import Library
from journal.practice.finding.query import parse_typing
from journal.records.codec import to_doc
from tests.benchmarks.bench import Bench
from tests.benchmarks.generate import NOW, RARE, Size, made_up_words, records
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.timing import Timing

KEY = 8.0
"""Milliseconds of processor time that one key may take, at p99."""

FIRST = 30
"""So many hits fill a screen; more are looked for when no key follows."""

TIMES = 5
LINES = 25


def search_typing(bench: Bench) -> list[Row | Fact]:
    """Measure the processor time from a key to a screenful of hits, newest first."""
    library = Library()
    for _ in library.fill((each.id, to_doc(each)) for each in records(Size(bench.sizes.large))):
        pass
    taken = Timing(tuple(min(_key(library, line) for _ in range(TIMES)) for line in _typed()))
    found = f"processor time of a key: median {taken.p50 / 1e6:.1f} ms, p99 {taken.p99 / 1e6:.1f}"
    is_met = taken.p99 / 1e6 <= KEY
    return [Fact(f"typing a search, {bench.sizes.large:,}", found, f"p99 ≤ {KEY:g} ms", is_met)]


def _key(library: Library, line: str) -> int:
    begun = process_time_ns()
    hits = filter(None, library.search(parse_typing(line, NOW.date())))
    for _ in islice(hits, FIRST):
        pass
    return process_time_ns() - begun


def _typed() -> Iterator[str]:
    """Yield lines as they grow: the rare word, words together, and phrases of frequent words."""
    random, words = Random("typing"), made_up_words()
    lines = [RARE, *(" ".join(random.sample(words, 3)) for _ in range(LINES))]
    lines += [f'"{" ".join(random.sample(words[:50], 2))}"' for _ in range(LINES // 2)]
    for line in lines:
        yield from (line[:end] for end in range(1, len(line) + 1))
