"""The days that have something on them, as a list: this week, last week, earlier by months."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.practice.finding.days import MonthOfDays, a_year_ago, shelves
from screens.safe_text import plain

YEAR_AGO = "year-ago"
_LINES = ("m", YEAR_AGO)  # how the ids of lines begin that are no days


class DayList(OptionList):
    """A list of days; months of long ago open and close.

    words  gives the first words of a day
    """

    DEFAULT_CSS = "DayList { text-wrap: nowrap; text-overflow: ellipsis; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, words: Callable[[date], str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False, compact=True)
        self._words = words
        self._days: Sequence[date] = ()
        self._today = date.min
        self._open: set[date] = set()
        self._numbers: dict[str | None, int] = {}

    @property
    def day(self) -> date | None:
        """The day that is highlighted, or the one that the line "a year ago" stands for."""
        id_ = self._highlighted_id()
        if id_ == YEAR_AGO:
            return a_year_ago(self._days, self._today)
        return date.fromisoformat(id_[1:]) if id_.startswith("d") else None

    def show(self, days: Sequence[date], today: date, day: date | None) -> None:
        """Show `days`, newest first, with `day` highlighted, or else what was highlighted."""
        was = self._highlighted_id()
        self._days, self._today = days, today
        wanted = f"d{day}" if day is not None and not was.startswith(_LINES) else was
        options = list(self._options_of(days))
        if wanted.startswith("d") and wanted not in {option.id for option in options}:
            self._open.add(date.fromisoformat(wanted[1:]).replace(day=1))
            options = list(self._options_of(days))
        if [_said(option) for option in options] != [_said(option) for option in self.options]:
            self.set_options(options)
        self._numbers = {option.id: number for number, option in enumerate(options)}
        self.highlighted = self._numbers.get(wanted)

    def go(self, day: date) -> None:
        """Highlight `day`, one of those shown; its month opens."""
        self.highlighted = self._numbers.get(f"d{day}")
        if self.highlighted is None:
            self.show(self._days, self._today, day)

    def toggle_month(self) -> bool:
        """Open or close the month that is highlighted; return False if it is none."""
        id_ = self._highlighted_id()
        if not id_.startswith("m"):
            return False
        self._open ^= {date.fromisoformat(id_[1:])}
        self.show(self._days, self._today, None)
        return True

    def _highlighted_id(self) -> str:
        option = self.highlighted_option
        return (option.id or "") if option else ""

    def _options_of(self, days: Sequence[date]) -> Iterator[Option]:
        groups = shelves(days, self._today)
        yield from self._group("Ahead", groups.ahead)
        yield from self._group("This week", groups.this_week)
        yield from self._group("Last week", groups.last_week)
        if groups.earlier:
            yield _heading("Earlier")
        for month in groups.earlier:
            yield from self._month(month)
        old = a_year_ago(days, self._today)
        if old is not None:
            yield _heading("A year ago this week")
            yield Option(plain(f'  "{self._words(old)}"'), id=YEAR_AGO)

    def _group(self, name: str, days: Iterable[date], indent: str = "") -> Iterator[Option]:
        for number, day in enumerate(days):
            if not number:
                yield _heading(name)
            yield Option(self._row(day, indent), id=f"d{day}")

    def _month(self, month: MonthOfDays) -> Iterator[Option]:
        first = month.days[0].replace(day=1)
        yield Option(Content(f"  {month.name}"), id=f"m{first}")
        if first in self._open:
            for day in month.days:
                yield Option(self._row(day, "  "), id=f"d{day}")

    def _row(self, day: date, indent: str) -> Content:
        when = f"{indent}  {day:%a} {day.day:>2}  "
        return Content.assemble((when, "dim"), plain(self._words(day)))


def _heading(words: str) -> Option:
    return Option(Content.assemble((words, "$text-muted")), disabled=True)


def _said(option: Option) -> tuple[str | None, str]:
    return option.id, str(option.prompt)
