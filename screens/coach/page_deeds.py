"""What can be done with a page: made anew, kept for longer by the coach, taken back."""

from datetime import date
from pathlib import Path

from textual import work

from journal.errors import JournalError
from journal.records.record import Record
from journal.sharing import desk, drafting, giving
from journal.sharing.agreeing import Yes, must_agree
from journal.sharing.ledger import HOLDING, OVER, until_of
from journal.sharing.project import day_in_words
from screens.coach.questions import ask_last_day, could_say_no
from screens.coach.taking_back import TakingBackPlace
from screens.coach.where import folder_for
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.tell import Tell
from screens.keys import Command

AGAIN, LONGER, BACK = "again", "longer", "back"
GO_ON = "go on"


class PageDeedsPlace(TakingBackPlace):
    """A place in which the highlighted page can be made anew, renewed and taken back."""

    def can(self, command: Command) -> bool:
        """Allow moving on with a page, too."""
        record = self.highlighted()
        if command.id == "move" and record is not None and record.kind == "excerpt":
            return True
        return super().can(command)

    async def move_on(self, record: Record, key: str = "") -> None:
        """List what can be done with a page; with all else, what can come next."""
        if record.kind != "excerpt":
            await super().move_on(record, key)
            return
        try:
            page = desk.ready(self.journal, record, self.today())
        except JournalError as error:
            self.show_failed(error)
            return
        day = day_in_words(record.day, self.today())
        title = f"The page of {day} for {page.coach.name}"
        await self.ask(
            Choose(title, _deeds(page)), lambda id_: self.call_later(self._do_with, page, id_)
        )

    async def _do_with(self, page: desk.Ready, id_: str) -> None:
        if id_ == AGAIN:
            await self._again(page)
        elif id_ == LONGER:
            await self._ask_until(page)
        else:
            await self.action_withdraw()

    # --- anew

    async def _again(self, page: desk.Ready) -> None:
        card = desk.coach_of(self.journal, page.record)
        if card.trashed:
            self.say("The card of this coach is in the trash.")
        elif not drafting.is_kept(self.journal, card):
            self._begin(card, page, AGAIN)
        else:
            title = f"A page for {page.coach.name} is begun already."
            choices = [
                Choice(GO_ON, "go on with that one"),
                Choice(AGAIN, "put this one in its place"),
            ]
            await self.ask(Choose(title, choices), lambda id_: self._begin(card, page, id_))

    def _begin(self, card: Record, page: desk.Ready, id_: str) -> None:
        if id_ == AGAIN:
            drafting.write_down(self.journal, card, drafting.again(self.journal, page.record))
        self.begin_page(card)

    def begin_page(self, card: Record) -> None:
        """Begin a page for a coach, or go on with the one that was begun."""
        from screens.coach.choosing import ChoosePlace
        from screens.coach.making import Making

        draft = drafting.kept(self.journal, card, self.today())
        self.app.push_screen(ChoosePlace(self.journal, self.settings, Making(card, draft)))

    # --- for longer

    async def _ask_until(self, page: desk.Ready) -> None:
        now = until_of(desk.events(self.journal, page.excerpt.coach), page.record.id)
        await ask_last_day(
            self, now or self.today(), lambda day: self.call_later(self._ask_free, page, day)
        )

    async def _ask_free(self, page: desk.Ready, until: date) -> None:
        if page.asks_free:
            await self.ask(
                could_say_no(page),
                lambda said: self.call_later(self._ask_yes, page, until, said == "yes"),
            )
        else:
            await self._ask_yes(page, until, None)

    async def _ask_yes(self, page: desk.Ready, until: date, free: bool | None) -> None:  # noqa: FBT001
        def wrong(typed: str) -> str:
            try:
                must_agree(Yes(typed, free), page.coach)
            except JournalError as error:
                return error.message
            return ""

        if free is False:
            self.say("Then it is no consent, and nothing leaves.")
            return
        name, day = page.coach.name, day_in_words(until, self.today())
        title = f"{name} may keep {page.excerpt.code} until {day}. To agree, type {name}"
        await self.ask(
            Ask(title, "", wrong=wrong), lambda typed: self._renew(page, Yes(typed, free), until)
        )

    @work(thread=True, group="keep")
    def _renew(self, page: desk.Ready, yes: Yes, until: date) -> None:
        folder = folder_for(self.app, self.journal)
        try:
            notice = giving.renew(self.journal, page.record, yes, until, folder, self.when())
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self.app.call_from_thread(self.app.push_screen, Tell("For longer", _told(page, notice)))


def _deeds(page: desk.Ready) -> list[Choice]:
    """Return what can be done with a page by now."""
    deeds = [Choice(AGAIN, "make it anew, with the same choices")]
    if page.state in HOLDING:
        deeds.append(Choice(LONGER, "let them keep it for longer"))
    if page.state not in OVER:
        deeds.append(Choice(BACK, "take it back"))
    return deeds


def _told(page: desk.Ready, notice: Path) -> str:
    return (
        f"The notice for {page.coach.name} lies here:\n\n  {notice}\n\n"
        "Send it the way the page went."
    )
