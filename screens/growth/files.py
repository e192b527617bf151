"""The page of Growth, and twelve weeks in the learner's own words, written as files for them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from textual import work

from journal.analysis.growth.as_html import as_html, twelve_weeks_as_html
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.errors import JournalError
from journal.paths import typed_path
from journal.records.criteria import Criteria
from journal.sharing.files import leaving
from screens.coach.where import folder_for, short
from screens.dialogs.ask import Ask
from screens.growth.listed_place import PassagePlace
from screens.growth.page_reader import PageReader

ASKED = "Write it to which file? It is for you alone, and opens in a browser. It loads nothing."
WRITTEN = "Written to {}. It holds your own words, readable by whoever opens it."


class FilePlace(PassagePlace, PageReader):
    """A place that can write what it shows as one file."""

    async def action_growth_file(self) -> None:
        """Write the page as one HTML file."""
        page = self.page
        if page is not None:
            await self._ask_for("growth", lambda path: self._write(path, as_html(page), page.today))

    async def action_twelve_weeks_file(self) -> None:
        """Write starred lines and pairs of twelve weeks as one HTML file."""
        await self._ask_for("twelve-weeks", self._write_twelve_weeks)

    async def _ask_for(self, name: str, then: Callable[[Path], object]) -> None:
        folder = folder_for(self.app, self.journal)
        path = folder / f"{name}-{self.today().isoformat()}.html"
        await self.ask(Ask(ASKED, short(path), wrong=_wrong), lambda typed: then(_path(typed)))

    @work(thread=True, group="keep")
    def _write_twelve_weeks(self, path: Path) -> None:
        today = self.today()
        try:
            weeks = twelve_weeks(self.journal.find(Criteria()), today)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self._write_now(path, twelve_weeks_as_html(weeks, today), today)

    @work(thread=True, group="keep")
    def _write(self, path: Path, html: str, today: date) -> None:
        self._write_now(path, html, today)

    def _write_now(self, path: Path, html: str, today: date) -> None:
        """Write a file that only its owner can read; for a worker's thread."""
        try:
            with leaving(path, html.encode(), today):
                pass
        except JournalError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Said(WRITTEN.format(short(path))))


def _path(typed: str) -> Path:
    return typed_path(typed.strip()).absolute()


def _wrong(typed: str) -> str:
    """Return why nothing can be written there, or ""."""
    path = _path(typed)
    if not typed.strip() or path.is_dir():
        return "Name a file; an empty line leads nowhere. esc leaves it."
    if path.exists():
        return f"{short(path)} is there already. Name another file."
    return "" if path.parent.is_dir() else f"There is no folder {short(path.parent)}."
