"""The first page: how one goes about learning, written in week one, and twice more."""

from datetime import date, timedelta
from typing import NamedTuple

from journal.analysis.growth.material import Material
from journal.records.review import Review

WEEKS = (6, 12)
"""The weeks in which it is offered again, counted from the first one."""


class FirstPage(NamedTuple):
    """Which first pages there are (ids, the oldest first), and whether to offer one now."""

    written: tuple[str, ...]
    is_offered: bool


def first_page(material: Material) -> FirstPage:
    """Return whether the page is there, and whether to offer it: at first, in weeks 6 and 12."""
    pages = [
        record
        for record, own in material.of(Review)
        if own.span == "first" and own.answers and not own.left
    ]
    written = tuple(record.id for record in pages)
    if not pages:
        return FirstPage(written, is_offered=True)
    return FirstPage(written, _is_again(pages[0].day, pages[-1].day, material.today))


def _is_again(first: date, last: date, today: date) -> bool:
    """Tell whether a week has come in which the page is offered, and it was not written since."""
    come = [day for week in WEEKS if (day := first + timedelta(weeks=week - 1)) <= today]
    return bool(come) and last < come[-1]
