"""Answers from coaches: taken in, read now or later, decided about, and made a try of."""

from typing import ClassVar

from textual import work

from journal.errors import JournalError
from journal.practice.deeds.deed import Deed
from journal.practice.making import own_of
from journal.practice.mind.feedbacks import read_it
from journal.records.excerpt import Excerpt
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing import answers, desk
from journal.sharing.project import day_in_words
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.readable import ReadablePlace
from screens.reading import Reading
from screens.safe_text import in_a_row

PASTE = "What your coach answered: paste it, or type the path of its file."
WHICH = "Which page does it answer?"
NOW, LATER = "now", "later"


def is_answer(record: Record | None) -> bool:
    """Tell whether a record is an answer to a page."""
    return record is not None and isinstance(record.own, Feedback) and bool(record.own.reply_to)


class AnsweringPlace(ReadablePlace):
    """A place in which answers can be taken in, decided about, and made a try of."""

    _decided: Record | None = None

    # --- taking one in

    async def action_take_in(self) -> None:
        """Ask for an answer, for the page that it answers, and whether to read it now."""
        await self.ask(Ask(PASTE, "", page=True, wrong=self._wrong), self._pasted)

    def _wrong(self, typed: str) -> str:
        try:
            answers.may_answer(self.journal, answers.answer_typed(typed))
        except JournalError as error:
            return error.message
        return ""

    @work
    async def _pasted(self, typed: str) -> None:
        try:
            data = answers.answer_typed(typed)
            pages = answers.may_answer(self.journal, data)
        except JournalError as error:
            self.show_failed(error)
            return
        code = await self._which(pages)
        if code is None:
            self.say("It was not kept: the page that it answers was not said.")
            return
        read = await self.app.push_screen_wait(
            Choose("Read it now?", [Choice(NOW, "read it now"), Choice(LATER, "keep it for later")])
        )
        if read is not None:
            self._keep(data, code, later=read == LATER)
        else:
            self.say("It was not kept.")

    async def _which(self, pages: list[Record]) -> str | None:
        codes = {own_of(page, Excerpt).code: page for page in pages}
        if len(codes) == 1:
            return next(iter(codes))
        choices = [Choice(code, self._page_in_words(page)) for code, page in codes.items()]
        return await self.app.push_screen_wait(Choose(WHICH, choices))

    def _page_in_words(self, page: Record) -> str:
        own = own_of(page, Excerpt)
        coach = getattr(desk.coach_of(self.journal, page).own, "name", "")
        day = day_in_words(page.day, self.today())
        return f"{coach}, {day}: {in_a_row(own.choice.question, 60).plain}"

    @work(thread=True, group="keep")
    def _keep(self, data: bytes, code: str, *, later: bool) -> None:
        try:
            kept = answers.take_answer(self.journal, data, self.when(), named=code, later=later)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        if later:
            self.post_message(self.Said("Kept, to be read when you want to."))
        else:
            self.app.call_from_thread(self.read_answer, kept)

    def read_answer(self, record: Record) -> None:
        """Read an answer whole; it then counts as read."""
        if not own_of(record, Feedback).read:
            self._change(record, read_it)
            record = read_it(record)
        self.app.push_screen(AnswerReading(self.journal, self.settings, record))

    # --- deciding

    def deeds(self, record: Record) -> list[Deed]:
        """Return what can be done; a try of an answer begins with what the coach proposes.

        In a thread. Raises JournalError.
        """
        found = super().deeds(record)
        if not is_answer(record):
            return found
        return [(answers.try_of(record) or deed) if deed.key == "try" else deed for deed in found]

    async def move_on(self, record: Record, key: str = "") -> None:
        """Ask what a deed needs, and do it; a decision about an answer may lead to a try."""
        self._decided = record if is_answer(record) else None
        if self._decided is None:
            await super().move_on(record, key)
        elif deeds := await self.found_deeds(record):
            title = f"{own_of(record, Feedback).who} said this. What do you do with it?"
            await self.do_one_of(deeds, record, title, key)

    def done_with(self, deed: Deed) -> None:
        """Offer a try after it was decided to use an answer."""
        if self._decided is not None and deed.key in answers.LEADS_TO_A_TRY:
            self.app.call_from_thread(self.call_later, self._try_it, self._decided)

    async def _try_it(self, record: Record) -> None:
        await self.move_on(self.journal.get(record.id), "try")


class AnswerReading(Reading, AnsweringPlace):
    """An answer, read whole."""

    CSS_PATH: ClassVar[str] = "../reading.tcss"
    about = "What a coach answered. What you do with it is yours: {move} lists what can be decided."
    why = (
        "An answer is a gift and no order. Used, it becomes a small try, and what came of it can "
        "stand on the next page; parked or seen differently, it has been answered too."
    )
    called: ClassVar[dict[str, str]] = {"move": "decide"}
    offers: ClassVar[tuple[str, ...]] = (
        "back",
        "move",
        "open",
        "more",
        "help",
        "history",
        "star",
        "undo",
    )
