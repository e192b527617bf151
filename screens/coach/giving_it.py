"""A yes, or none: then there is one file and how to send it, or a word on why there is none."""

from pathlib import Path

from textual import work

from journal.errors import JournalError
from journal.records.excerpt import Form
from journal.records.record import Record
from journal.settings import Settings
from journal.sharing import aside, desk, drafting, giving
from journal.sharing.agreeing import Yes
from journal.sharing.preview import file_name
from journal.sharing.project import day_in_words
from journal.store.journal import Journal
from screens.coach.making import Making, StepPlace
from screens.dialogs.tell import Tell
from screens.keys import with_keys

SEALED = "Only they can open it, with age."
OPENS = {
    Form.HTML: "Any browser opens it.",
    Form.MARKDOWN: "It is plain text.",
    Form.JSON: "It is for programs.",
}
"""How a file is opened."""


class GivingPlace(StepPlace):
    """A step that ends in a file, or in none.

    ready  the page, once it was read
    """

    def __init__(self, journal: Journal, settings: Settings, making: Making) -> None:
        super().__init__(journal, settings, making)
        self.ready: desk.Ready | None = None

    @property
    def page(self) -> Record:
        """The page that was prepared. Raises LookupError where none was."""
        page = self.making.page
        if page is None:
            raise LookupError("agreeing without a page")
        return page

    @work(thread=True, group="keep")
    def refuse(self) -> None:
        """Write that no could not have been said: the page is not given."""
        try:
            giving.refuse(self.journal, self.page, self.when(), free=False)
            if not self.making.reads:
                draft = self.making.draft._replace(page="")
                drafting.write_down(self.journal, self.making.card, draft)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        said = (
            "Then it is no consent, and the page is not given. Nothing has left.\n\n"
            "You could show it to somebody to whom you can say no. What you chose is kept."
        )
        self.app.call_from_thread(self._end, "Not given", said)

    @work(thread=True, group="keep")
    def give(self, yes: Yes, folder: Path) -> None:
        """Write the file into a folder, if that is a yes."""
        making, journal = self.making, self.journal
        try:
            path = giving.give(journal, self.page, yes, folder, self.when())
            if not making.reads:
                drafting.forget(journal, making.card)
            card = journal.get(making.card.id)
            rest = aside.without(card, aside.on_page(making.draft.choice))
            if rest != card:
                journal.save(rest, op="edit")
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        self.app.call_from_thread(self._end, "Given", self._how_to_send(path))

    def _how_to_send(self, path: Path) -> str:
        ready = self.ready
        if ready is None:
            return str(path)
        coach, excerpt = ready.coach, ready.excerpt
        where = f" to {coach.contact}" if coach.contact else ""
        opens = SEALED if excerpt.sealed else OPENS[excerpt.form]
        until = day_in_words(excerpt.until, self.today()) if excerpt.until else ""
        size = path.stat().st_size
        comes = with_keys("comes in with {add} and “an answer”", self.settings.keys)
        back = with_keys("{withdraw} takes it back", self.settings.keys)
        return (
            f"One file, {size} bytes:\n\n  {path}\n\n"
            f"The journal sends nothing. Attach {file_name(excerpt)} to a message{where}, or hand "
            f"it over. {opens}\n\n"
            f"What {coach.name} answers, in any words, {comes}. They may "
            f"keep it until {until}; {back}."
        )

    def _end(self, title: str, text: str) -> None:
        """Leave the four steps, and say how it ended."""
        app = self.app
        self.dismiss(None)
        app.push_screen(Tell(title, text))
