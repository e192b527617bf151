"""Taking a page back: said in words that are typed, and followed by a notice for the coach."""

from pathlib import Path

from textual import work

from journal.errors import JournalError
from journal.practice.making import own_of
from journal.records.consent import Consented
from journal.records.excerpt import Excerpt
from journal.records.record import Record
from journal.sharing import desk, giving
from journal.sharing.ledger import OVER
from journal.sharing.project import day_in_words
from screens.coach.where import folder_for
from screens.dialogs.ask import Ask
from screens.dialogs.tell import Tell
from screens.keys import Command
from screens.readable import ReadablePlace

TYPED = "take back"


class TakingBackPlace(ReadablePlace):
    """A place in which the highlighted page can be taken back.

    over  ids of pages that were taken back, or not given: there is nothing to take back
    """

    over: frozenset[str] = frozenset()

    def can(self, command: Command) -> bool:
        """Allow taking back only pages that were not taken back already."""
        record = self.highlighted()
        if command.id == "withdraw" and record is not None:
            there = record.kind == "excerpt" and record.id not in self.over
            return there and super().can(command)
        return super().can(command)

    async def action_withdraw(self) -> None:
        """Ask whether the highlighted page is to be taken back; yes is typed in words."""
        page = self._chosen()
        try:
            ready = desk.ready(self.journal, page, self.today())
        except JournalError as error:
            self.show_failed(error)
            return
        if ready.state in OVER:
            self.say("This page was taken back, or was not given.")
            return
        await self.ask(Ask(_asked(ready, self), "", wrong=_wrong), lambda _: self._take_back(page))

    @work(thread=True, group="keep")
    def _take_back(self, page: Record) -> None:
        folder = folder_for(self.app, self.journal)
        try:
            notice = giving.withdraw(self.journal, page, folder, self.when())
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        if notice is None:
            self.post_message(self.Said("It had not left, and now it will not."))
        else:
            self.app.call_from_thread(self.app.push_screen, Tell("Taken back", _told(notice)))


def _asked(ready: desk.Ready, place: ReadablePlace) -> str:
    day = day_in_words(ready.record.day, place.today())
    name = own_of(ready.record, Excerpt).code
    if ready.state is Consented.PROPOSED:
        return (
            f"The page of {day} for {ready.coach.name} ({name}) has not left. "
            f"So that it never does, type: {TYPED}"
        )
    return (
        f"Take back the page of {day} from {ready.coach.name} ({name})? That stops what comes next "
        f"and writes a notice that asks for deletion. {giving.CANNOT_BE_RECALLED} "
        f"To do it, type: {TYPED}"
    )


def _wrong(typed: str) -> str:
    said = " ".join(typed.casefold().split())
    return "" if said == TYPED else f"Nothing was done. Type “{TYPED}”, or leave with esc."


def _told(notice: Path) -> str:
    return (
        f"The notice lies here:\n\n  {notice}\n\nSend it the way the page went. "
        f"{giving.CANNOT_BE_RECALLED}"
    )
