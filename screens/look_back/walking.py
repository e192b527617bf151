"""How one walks through a look back: answer by answer, forwards and back."""

from collections.abc import Callable
from inspect import iscoroutine

from textual.app import SuspendNotSupported
from textual.content import Content

from journal.editor import edited
from journal.errors import JournalError, Usage
from journal.practice.look_back.afterwards import Asked, to_ask
from journal.settings import Settings
from journal.store.journal import Journal
from screens.look_back import words
from screens.look_back.afterwards import Afterwards
from screens.look_back.holding import HeldPages
from screens.look_back.reading import Read
from screens.outside import may_edit_outside
from screens.safe_text import plain
from screens.widgets.field import Field, settled


class WalkedPages(HeldPages):
    """The pages of a look back in their order, and what is done on each.

    found  what there is to look back on, once it has been read
    """

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self.found: Read | None = None

    def show_page(self) -> None:
        """Show the page where the look back stands; the end page keeps it."""
        found, sitting = self.found, self.sitting
        if found is None:
            return
        if sitting is None:
            self.show_start(found)
            return
        page, day = sitting.shown, sitting.record.day
        number = page.number if sitting.close.form == "five" else ""
        self.head(words.title(day, found.today), number)
        self.show_beside(sitting)
        if page.kind == "notes":
            self.show_notes(sitting, sitting.close.picked)
        elif page.kind == "due" and sitting.due:
            self.show_due(sitting.due)
        elif page.kind == "questions":
            self.show_questions(sitting)
        else:
            self.show_end(sitting, today=day == found.today)
            self.keep_done(self.state(sitting, done=True), found.closes)

    def answered(self, number: int, text: str) -> None:
        """Take the answer from field `number` and go to the next field or page."""
        self.slots[number].put(text)
        self.collect()
        sitting = self.sitting
        if sitting is None:
            return
        sitting.field = number
        if sitting.go_on():
            self.show_page()
        else:
            self.set_focus(self.slots[sitting.field].field)
        self.draft()

    async def action_step_back(self) -> None:
        """Go to the field before, or the page before; from the first one, to the start."""
        await settled(self.focused)
        self.collect()
        if self.sitting and not self.sitting.go_back() and not self.sitting.has_words:
            self.sitting = None
        self.show_page()

    async def action_enough(self) -> None:
        """Keep what is there and go to the end page; from there, keep it and stay."""
        await settled(self.focused)
        self.collect()
        if self.kind == "end":
            await self.action_stay()
        elif self.sitting:
            self.sitting.go_to_end()
            self.show_page()

    # --- out of it

    async def action_stay(self) -> None:
        """Keep it, and go back to the place that it lies over."""
        await self.leave(self.dismiss)

    async def action_for_later(self) -> None:
        """Keep it to go on later, or done as it is on the end page; first close what is said."""
        if self.query_one("#why").has_class("-said"):
            self.tell("#why", Content(""))
            return
        await self.action_stay()

    async def leave(self, by: Callable[[], object]) -> None:
        """Keep it, ask what the journal asks about itself just now, if anything, then leave."""
        if not await self.saved():
            return

        async def go() -> None:
            if iscoroutine(done := by()):
                await done

        asked = self._asked_afterwards()
        if asked:
            await Afterwards(self.journal, self.settings, asked).over(self, go)
        else:
            await go()

    def _asked_afterwards(self) -> tuple[Asked, ...]:
        found, sitting = self.found, self.sitting
        if self.kind != "end" or found is None or sitting is None:
            return ()
        record = sitting.as_record(done=True)
        others = [close for close in found.closes if close.id != record.id]
        return to_ask([*others, record], found.goals, self.settings, found.now)

    # --- on the present page

    def action_set_aside(self) -> None:
        """Set the marked note aside for this look back, or take it in again."""
        if self.sitting and self.rows.marked:
            self.sitting.set_aside(self.rows.marked)
            self.show_notes(self.sitting, self.rows.marked)

    def action_help(self) -> None:
        """Say why the present question is asked, once more: no longer; or else help here.

        Outside the field it is both: a terminal that keeps ctrl+g and f1 for itself lets ? through.
        """
        question = self.sitting.question if self.sitting and self.kind == "questions" else None
        if not self.is_writing:
            why = f"{self.about}\n\nWhy this is asked: {words.why(question)}" if question else ""
            self.show_help(why or self.about)
            return
        shown = self.query_one("#why").has_class("-said")
        self.tell("#why", plain(words.why(question) if question and not shown else ""))

    async def action_my_editor(self) -> None:
        """Go on with the present answer in the learner's own editor."""
        await settled(self.focused)
        field = self.focused
        if not isinstance(field, Field) or not may_edit_outside(self):
            return
        self.collect()
        self.draft()
        failed: JournalError | None = None
        text = field.text
        try:
            with self.app.suspend():  # what is raised in it would leave the terminal suspended
                try:
                    text = edited(text, self.journal.places.state)
                except JournalError as error:
                    failed = error
        except SuspendNotSupported:
            failed = Usage("No editor can be opened in this terminal.")
        if failed:
            self.show_failed(failed)
        elif text != field.text:
            field.load_text(text)
            field.move_cursor(field.document.end)

    def on_descendant_focus(self) -> None:
        """Say the keys; why another question was asked is no longer said."""
        super().on_descendant_focus()
        self.tell("#why", plain(""))
