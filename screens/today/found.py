"""What Today is told of the journal; how it is found is loaded once the place is seen."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journal.practice.look_back.offering import Offer
from journal.records.record import Record

if TYPE_CHECKING:
    from journal.practice.today.waiting import Waiting


class Read(NamedTuple):
    """The day, read from the last files only: what must be there at once.

    records  what was written today
    heading  what stands above the line that was left for today, or instead of it; or ""
    left     the line that was left for today, or ""
    first    whether nothing was ever written
    """

    day: date
    records: list[Record]
    heading: str
    left: str
    offer: Offer
    first: bool


class Around(NamedTuple):
    """What is shown besides, and needs the whole journal.

    hint    what stands above the keys: why no backup could be made, or a hint
    longer  the longer look back that is offered
    empty   the places that have nothing in them
    """

    goal: str = ""
    waiting: "tuple[Waiting, ...]" = ()
    year_ago: str = ""
    hint: str = ""
    longer: Offer = Offer()
    empty: frozenset[str] = frozenset()
