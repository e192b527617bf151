"""Criteria as a TinyDB query over the documents of the fold."""

from collections.abc import Iterable
from functools import reduce
from operator import and_

from tinydb import Query
from tinydb.queries import QueryInstance

from journal.records.criteria import Criteria, same_tag
from journal.records.phrases import needles


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
        yield Query().tags.test(_has, same_tag(tag))
    for tag in criteria.not_tags:
        yield ~Query().tags.test(_has, same_tag(tag))


def _words(criteria: Criteria) -> Iterable[QueryInstance]:
    for needle in needles(criteria.phrases):
        yield Query().text.test(needle.is_in)
    for needle in needles(criteria.not_phrases):
        yield ~Query().text.test(needle.is_in)


def _has(tags: list[str], tag: str) -> bool:
    return any(same_tag(each) == tag for each in tags)
