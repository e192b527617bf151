"""Records of all shapes for properties, and short ways to import and look."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from journal.exchange.bring import carry_out, plan
from journal.exchange.moments import Local
from journal.exchange.weighing import Plan
from journal.records.close import Answer, Close
from journal.records.codec import to_json
from journal.records.criteria import Criteria
from journal.records.note import Note
from journal.records.record import Record, Sign, Unknown
from journal.store.files import ALPHABET
from journal.store.journal import Journal
from tests.support.kinds import own_fields

VIENNA = Local("Europe/Vienna")

# Everything that can be kept: controls, bidi marks, emoji, NUL; not lone surrogates.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["---\n", "no", "12:30", "null", "1e3", "[2024-01-15 09:30] x", "\r\n", "\ufeff", "# a: b\n---"]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words
values = st.recursive(
    scalars.filter(lambda v: v not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
ids = st.text(st.sampled_from(ALPHABET), min_size=10, max_size=10)
later = st.dictionaries(
    words.map(lambda word: f"later {word}"), values, max_size=2
)  # fields that a later version of the journal may have
zones = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis wants it so
    datetime(2026, 1, 1),  # noqa: DTZ001
    timezones=zones,
)
answers = st.builds(
    Answer, words, st.integers(1, 9), words, st.sampled_from(["full", "cue"]), words
)
closes = st.builds(
    Close,
    form=st.sampled_from(["five", "minute", "page", "heavy"]),
    answers=st.lists(answers, max_size=3).map(tuple),
    picked=ids | st.just(""),
    aside=st.lists(ids, max_size=2).map(tuple),
    tomorrow=words,
    left=st.lists(words, max_size=2).map(tuple),
)
LATER = ["dream", "plan b", "no"]
records = st.builds(
    Record,
    id=ids,
    at=moments,
    zone=st.sampled_from(["Europe/Vienna", "Asia/Kathmandu", "UTC", "Etc/GMT+5"]) | words,
    day=st.dates(),
    text=words,
    own=st.just(Note()) | closes | own_fields | st.builds(Unknown, st.sampled_from(LATER)),
    tags=st.lists(words, max_size=3).map(tuple),
    sign=st.none() | st.sampled_from(Sign),
    starred=st.booleans(),
    links=st.lists(ids, max_size=2).map(tuple),
    trashed=st.booleans(),
    extra=st.dictionaries(words, values, max_size=2),
    other=later,
    version=st.just(""),
)
journals = st.lists(records, max_size=5, unique_by=lambda record: record.id)


def bring(journal: Journal, format_: str, given: Path | bytes, local: Local = VIENNA) -> Plan:
    """Import, and return what was planned."""
    planned = plan(journal, format_, given, local)
    carry_out(journal, planned)
    return planned


def figures(planned: Plan) -> tuple[int, int, int, int, int]:
    """Return how many are added, unchanged, changed, skipped, unreadable."""
    return (
        len(planned.added),
        planned.unchanged,
        len(planned.changed),
        len(planned.skipped),
        len(planned.unread),
    )


def everything(journal: Journal) -> list[dict[str, Any]]:
    """Return all that a journal shows, in order of time."""
    found = [*journal.find(Criteria()), *journal.find(Criteria(trashed=True))]
    return [to_json(record) for record in in_order(found)]


def in_order(records: Sequence[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (record.at.astimezone(UTC), record.id))
