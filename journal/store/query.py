"""Criteria as a TinyDB query over the documents of the fold.

A document may come from anybody: a field of the wrong type just does not match.
"""

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any

from tinydb import Query
from tinydb.queries import QueryInstance

from journal.records.criteria import Criteria, same_tag
from journal.records.phrases import Needle, needles


def query(criteria: Criteria) -> QueryInstance:
    """Return the query that finds what `criteria` asks for."""
    conditions: list[QueryInstance] = [
        _trashed(criteria.trashed),
        *_marks(criteria),
        *_days(criteria),
        *_words(criteria),
    ]
    if criteria.kinds:
        conditions.append(Query().kind.one_of(list(criteria.kinds)))
    whole: QueryInstance = reduce(and_, conditions)
    return whole


def _trashed(wanted: bool) -> QueryInstance:  # noqa: FBT001
    in_trash: QueryInstance = Query().trashed == True  # noqa: E712 - this builds a query
    return in_trash if wanted else ~in_trash


def _marks(criteria: Criteria) -> Iterable[QueryInstance]:
    if criteria.starred:
        yield Query().starred == True  # noqa: E712 - this builds a query
    if criteria.sign:
        yield Query().sign == criteria.sign.value
    for tag in criteria.tags:
        yield Query().tags.test(_has, same_tag(tag))
    for tag in criteria.not_tags:
        yield ~Query().tags.test(_has, same_tag(tag))


def _days(criteria: Criteria) -> Iterable[QueryInstance]:
    if criteria.first:
        yield Query().day.test(_is_between, criteria.first.isoformat(), "9999-12-31")
    if criteria.last:
        yield Query().day.test(_is_between, "0001-01-01", criteria.last.isoformat())


def _words(criteria: Criteria) -> Iterable[QueryInstance]:
    for needle in needles(criteria.phrases):
        yield Query().text.test(_says, needle)
    for needle in needles(criteria.not_phrases):
        yield ~Query().text.test(_says, needle)


def _has(tags: Any, tag: str) -> bool:
    return isinstance(tags, list) and any(
        isinstance(each, str) and same_tag(each) == tag for each in tags
    )


def _is_between(day: Any, first: str, last: str) -> bool:
    return isinstance(day, str) and first <= day <= last


def _says(text: Any, needle: Needle) -> bool:
    return isinstance(text, str) and needle.is_in(text)
