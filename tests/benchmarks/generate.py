"""Journals to measure with: made up from a seed, the same ones every time.

Ten years of 250 working days each, which end on NOW. Of every seven records one is a look back of
about 150 words, the others are notes of about 25. Larger journals have more records a day.
"""

import json
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

from journal.clock import Clock
from journal.paths import Places
from journal.records.close import Answer, Close, own_words
from journal.records.codec import to_doc
from journal.records.note import Note
from journal.records.record import Record, Sign
from journal.store.journal import Journal

NOW = datetime(2025, 12, 30, 20, 0, tzinfo=UTC)
"""The moment at which every measurement takes place."""

RARE = "isinglass"
"""A word that five records hold."""

YEARS = 10
DAYS_A_YEAR = 250
WORKING = 10 * 3600
"""How many seconds of a day have records, from eight o'clock on."""

ALPHABET = "bcdfghjklmnpqrstvwxyz23456789"
QUESTIONS = ("What moved today?", "What surprised you?", "What will you try next?")


class Size(NamedTuple):
    """How large a journal is.

    a_day  records a day; 0: as many as fill the ten years
    """

    records: int
    a_day: int = 0


def records(size: Size) -> Iterator[Record]:
    """Yield the records of a journal, oldest first."""
    random = Random(f"learning {size.records} {size.a_day}")
    days = _days(size)
    rare = {size.records * part // 6 for part in range(1, 6)}
    for number in range(size.records):
        index, rest = divmod(number * len(days), size.records)
        day = days[index]
        at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        at += timedelta(seconds=rest * WORKING // size.records)
        yield _record(random, number, at, RARE if number in rare else "")


def write(home: Path, size: Size) -> None:
    """Make the journal of `size` in `home`, a JOURNAL_HOME, as one computer would have made it.

    Every record was saved by itself: one line each.
    """
    made = records(size)
    first = next(made)
    places = Places(home / "journal", home / "settings.toml", home / "state")
    journal = Journal(places, Clock(lambda: _ns(first.at), "Etc/UTC"))
    journal.save(first)  # the journal says itself where it keeps things, and under which name
    journal.close()
    [begun] = (home / "journal").glob("lines-*/*.jsonl")
    month, name = begun.name.split(".", 1)
    lines = {month: [begun.read_bytes()]}
    for record in made:
        month = f"{record.at:%Y-%m}"
        own = lines.setdefault(month, [])
        own.append(_line(len(own) + 1, record))
    for month, own in lines.items():
        begun.with_name(f"{month}.{name}").write_bytes(b"".join(own))


def _days(size: Size) -> list[date]:
    """Return the days that have records: 250 working days a year, as many years as it takes."""
    days = list[date]()
    for year in range(NOW.year - YEARS + 1, NOW.year + 1):
        january = date(year, 1, 1)
        whole = [january + timedelta(days=number) for number in range(365)]
        working = [day for day in whole if day.weekday() < 5]
        days += [working[number * len(working) // DAYS_A_YEAR] for number in range(DAYS_A_YEAR)]
    assert days[-1] == NOW.date()
    return days[-max(1, size.records // size.a_day) :] if size.a_day else days


def _record(random: Random, number: int, at: datetime, rare: str) -> Record:
    id_ = "".join(random.choices(ALPHABET, k=10))
    if number % 7 == 6:
        texts = [_text(random, 50), _text(random, 50), _text(random, 50, rare)]
        asked = zip(QUESTIONS, texts, strict=True)
        answers = [Answer(f"daily/q{len(q)}", 1, q, "full", text) for q, text in asked]
        own: Note | Close = Close(answers=tuple(answers))
        return Record(id_, at, "Etc/UTC", at.date(), own_words(answers), own=own)
    return Record(
        id_,
        at,
        "Etc/UTC",
        at.date(),
        _text(random, 25, rare),
        tags=(random.choice(made_up_words()[1000:1040]),) if number % 3 == 0 else (),
        sign=random.choice(list(Sign)) if number % 4 == 0 else None,
    )


def _text(random: Random, words: int, rare: str = "") -> str:
    """Return made-up sentences of about so many words, `rare` among them."""
    all_words, weights = made_up_words(), _weights()
    length = words + random.randrange(-words // 5, words // 5 + 1)
    said = [all_words[bisect(weights, random.random() * weights[-1])] for _ in range(length)]
    if rare:
        said[length // 2] = rare
    return " ".join(said).capitalize() + "."


@cache
def made_up_words() -> list[str]:
    """Return 3,000 made-up words, the shortest (which are the most frequent) first."""
    random = Random("words")
    syllables = [a + b for a in "bdfgklmnprstvwz" for b in ("a", "e", "i", "o", "u", "ä", "en")]
    words = {
        "".join(random.choices(syllables, k=random.choice((1, 2, 2, 3, 4)))) for _ in range(9000)
    }
    return sorted(sorted(words), key=len)[:3000]


@cache
def _weights() -> list[float]:
    """Return the words' frequencies added up: the n-th word is 1/n as frequent as the first."""
    return list(accumulate(1 / (rank + 3) for rank in range(len(made_up_words()))))


def _line(n: int, record: Record) -> bytes:
    """Return the line that keeps one record (see docs/format.md)."""
    change = {
        "n": n,
        "t": str(_ns(record.at)),
        "op": "close" if isinstance(record.own, Close) else "add",
        "by": f"{record.at:%d}".translate(str.maketrans("01", "bc")) * 5,
        "set": {record.id: to_doc(record)},
    }
    body = json.dumps(change, ensure_ascii=False, separators=(",", ":")).encode()[:-1]
    return b'%b,"sum":"%08x"}\n' % (body, crc32(body))


def _ns(at: datetime) -> int:
    return int(at.timestamp()) * 10**9
