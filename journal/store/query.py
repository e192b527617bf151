"""Criteria as a TinyDB query over the documents of the fold."""

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any

from tinydb import Query
from tinydb.queries import QueryInstance

from journal.records.criteria import Criteria, pattern


def query(criteria: Criteria) -> QueryInstance:
    """Return the query that finds what `criteria` asks for."""
    conditions: list[QueryInstance] = [
        _trashed(criteria.trashed),
        *_marks(criteria),
        *_words(criteria),
    ]
    if criteria.kinds:
        conditions.append(Query().kind.one_of(list(criteria.kinds)))
    if criteria.first:
        conditions.append(Query().day >= criteria.first.isoformat())
    if criteria.last:
        conditions.append(Query().day <= criteria.last.isoformat())
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
        yield Query().tags.test(_has, tag.casefold())
    for tag in criteria.not_tags:
        yield ~Query().tags.test(_has, tag.casefold())


def _words(criteria: Criteria) -> Iterable[QueryInstance]:
    for phrase in criteria.phrases:
        yield Query().text.test(_says, pattern(phrase))
    for phrase in criteria.not_phrases:
        yield ~Query().text.test(_says, pattern(phrase))


def _has(tags: list[str], tag: str) -> bool:
    return any(each.casefold() == tag for each in tags)


def _says(text: str, wanted: Any) -> bool:
    return wanted.search(text) is not None
