"""Bringing notes in from another journal: which, where, what would happen, and then it does."""

from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ProgressBar, Static

from journal.errors import JournalError
from journal.exchange.bring import carry_out, plan
from journal.exchange.formats import FORMATS
from journal.exchange.moments import Local
from journal.exchange.weighing import Plan
from journal.paths import typed_path
from journal.settings import Settings
from journal.store.journal import Journal
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.dialog import Dialog
from screens.safe_text import plain
from screens.widgets.key_line import KeyLine

AGAIN = "again"

LOOKING = "Looking at what is there …"


async def bring(app: App[Any], journal: Journal, settings: Settings) -> None:
    """Ask what to bring in, and do it; a step left with esc leaves it all. For a worker."""
    choices = [
        Choice(each.name, each.name, about=each.title)
        for each in FORMATS.values()
        if each.can_import
    ]
    format_ = await app.push_screen_wait(Choose("Which kind of journal is it?", choices))
    path, again = "", format_ is not None
    while again and format_ is not None:
        typed = await app.push_screen_wait(Ask("Where is it? The path of a file or folder", path))
        if typed is None or not typed.strip():
            return
        path = typed.strip()
        again = await app.push_screen_wait(Bringing(journal, settings, format_, path)) == AGAIN


class Bringing(Dialog[str]):
    """What would come in, in one sentence; `enter` brings it in. Returns AGAIN for another path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", priority=True, show=False),
    ]

    @dataclass
    class Planned(Message):
        """It is known what would happen; nothing has been done."""

        plan: Plan

    @dataclass
    class Failed(Message):
        """It did not work, for a reason that the learner should see."""

        error: JournalError

    @dataclass
    class Progress(Message):
        """So many of so many records are in."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """Say that only the newest of several counts."""
            return isinstance(message, Bringing.Progress)

    def __init__(self, journal: Journal, settings: Settings, format_: str, path: str) -> None:
        super().__init__()
        self._journal = journal
        self._local = Local(journal.clock.zone, settings.day_ends)
        self._format = format_
        self._path = typed_path(path)
        self._plan: Plan | None = None
        self._step = "look"

    def compose(self) -> ComposeResult:
        """Lay out the sentence, a bar for later, and the keys."""
        with Vertical(classes="dialog"):
            yield Static("Bring notes in", classes="dialog--title", markup=False)
            yield Static(LOOKING, id="sentence", markup=False)
            yield ProgressBar(id="bar", show_eta=False)
            yield KeyLine("esc back")

    def on_mount(self) -> None:
        """Look at what is there."""
        self.query_one("#bar").display = False
        self._look()

    @work(thread=True, exit_on_error=False)
    def _look(self) -> None:
        try:
            self.post_message(
                self.Planned(plan(self._journal, self._format, self._path, self._local))
            )
        except JournalError as error:
            self.post_message(self.Failed(error))

    @on(Planned)
    def show_plan(self, planned: Planned) -> None:
        """Say what would happen."""
        self._plan = planned.plan
        comes = bool(planned.plan.added or planned.plan.changed)
        keys = "enter brings them in   esc leaves everything as it is"
        self._show("agree" if comes else "end", would(planned.plan), keys if comes else "esc back")

    @on(Failed)
    def show_failed(self, failed: Failed) -> None:
        """Say why not."""
        words = f"{failed.error.message} {failed.error.hint}"
        if self._step == "look":
            self._show("again", words, "enter names another path   esc back")
        else:
            self._show("end", f"{words} What came in by then stays.", "esc back")

    def _carry_out(self, planned: Plan) -> None:
        try:
            carry_out(self._journal, planned, self._tell)
        except JournalError as error:
            self.post_message(self.Failed(error))

    def _tell(self, done: int, total: int) -> None:
        self.post_message(self.Progress(done, total))

    @on(Progress)
    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        self.query_one(ProgressBar).update(total=progress.total, progress=progress.done)
        if progress.done == progress.total:
            words = f"{_notes(progress.total)} came in. Undo takes them out again, all at once."
            self._show("end", words, "enter back")

    def _show(self, step: str, sentence: str, keys: str) -> None:
        self._step = step
        self.query_one("#sentence", Static).update(plain(sentence.strip()))
        self.query_one(KeyLine).say(keys)
        self.query_one("#bar").display = step == "bring"

    def action_go_on(self) -> None:
        """Bring in what was shown; or name another path; or go back."""
        if self._step == "agree" and self._plan is not None:
            planned = self._plan
            self._show("bring", "Bringing them in …", "esc goes back; it goes on meanwhile")
            # the app's, not the dialog's: what has begun is finished when the dialog is left
            self.app.run_worker(lambda: self._carry_out(planned), thread=True, group="bring")
        elif self._step in ("again", "end"):
            self.dismiss(AGAIN if self._step == "again" else None)


def would(planned: Plan) -> str:
    """Return what a plan would do, in one sentence, and in another what would not come along."""
    parts = [
        f"{_notes(len(planned.added))} would come in" if planned.added else "",
        f"{_notes(len(planned.changed))} would change" if planned.changed else "",
        f"{_notes(planned.unchanged)} would stay as they are here" if planned.unchanged else "",
        f"{len(planned.skipped)} would be left out" if planned.skipped else "",
        f"{len(planned.unread)} cannot be read" if planned.unread else "",
    ]
    said = "; ".join(part for part in parts if part) or "There is nothing to bring in"
    lost = ", ".join(f"{name} ({what.things})" for name, what in planned.lost.items())
    return f"{said}." + (f" Not kept: {lost}." if lost else "")


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count:,} notes"
