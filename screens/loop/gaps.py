"""Days without a line: a plain list, only for who asks; enter gives a day a reason."""

from datetime import timedelta
from types import MappingProxyType

from journal.practice.longer.gaps import FOUR_WEEKS, Gap, gaps, to_say_why
from journal.practice.longer.parts import Line
from journal.practice.shelves import Group
from journal.records.criteria import Criteria
from journal.settings import Settings
from journal.store.journal import Journal
from screens.loop.board import Shown
from screens.loop.shelf import Opened
from screens.widgets.group_list import HEADING
from screens.widgets.record_text import day_title


class GapsPlace(Opened):
    """The workdays of four weeks on which nothing was written, the newest first."""

    about = "Days without a line. None of them needs a reason; {open} gives one, if you like."
    called = MappingProxyType({"open": "say why"})
    offers = ("open", "back", "undo", "find", "more", "help")

    def __init__(self, journal: Journal, settings: Settings, name: str) -> None:
        super().__init__(journal, settings, name)
        self._gaps: list[Gap] = []

    def look(self) -> Shown:
        """Return the days, each with its reason if one was given."""
        last = self.today() - timedelta(days=1)
        written = self.journal.find(Criteria(("note", "close"), last=last))
        self._gaps = gaps(written, last - FOUR_WEEKS, last)[::-1]
        rows = tuple(Line(None, day_title(gap.day, self.today()), gap.reason) for gap in self._gaps)
        group = Group("No line was written. That needs no reason.", "", rows)
        return Shown([group] if rows else [])

    def is_choice(self) -> bool:
        """Tell whether a day is marked."""
        return self.groups.marked in self._by_row()

    async def choose(self, row: str) -> None:
        """Ask why nothing was written on a day."""
        gap = self._by_row()[row]
        deed = to_say_why(gap)
        await self.do_one_of([deed], None, day_title(gap.day, self.today()), deed.key)

    def _by_row(self) -> dict[str, Gap]:
        rows = [id_ for id_ in self.groups.ids if not id_.startswith(HEADING)]
        return dict(zip(rows, self._gaps, strict=False))
