"""One thing to do, and what it asks in its place, step by step in one dialog.

All steps are made of the same widgets, so that the next key already finds the next step.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from journal.practice.deeds.deed import Deed, Said, Wanted
from screens.dialogs.narrowing import Choice, Narrowing
from screens.safe_text import plain
from screens.widgets.field import Field
from screens.widgets.key_line import KeyLine

CHOOSING = "enter choose   ↑ ↓ move   esc back"
TYPING = "enter goes on   ctrl+n new line   esc back"
LEFT_OPEN = "leave it open"
NEEDED = "This needs a few words."


class Done(NamedTuple):
    """A deed that was chosen, and the answers to what it asked."""

    deed: Deed
    said: Said


class Steps(Narrowing[Done]):
    """A list of what can be done, then what the chosen deed asks; returns both, or None.

    title  what it is done with
    wrong  says what is wrong with a deed and its answers, or ""; then it stays open, and says that
    now    the key of the deed that is chosen already, or ""
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "keep", priority=True, show=False),
    ]

    def __init__(
        self,
        title: str,
        deeds: Iterable[Deed],
        wrong: Callable[[Deed, Said], str],
        now: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._deeds = {deed.key: deed for deed in deeds}
        self._wrong = wrong
        self._deed = self._deeds.get(now)
        self._starts_with = self._deed
        self._answers: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out everything that any step needs."""
        with Vertical(classes="dialog"):
            yield Static("", classes="dialog--title", markup=False)
            with VerticalScroll(classes="page", id="leaves", can_focus=False):
                yield Static("", id="shown", markup=False)
            yield Static("", id="asked", classes="dialog--asked", markup=False)
            yield Field(id="narrow")
            yield OptionList(markup=False, compact=True)
            yield Static("", classes="dialog--none", markup=False)
            yield Static("", classes="dialog--wrong", markup=False)
            yield KeyLine(CHOOSING)

    def on_mount(self) -> None:
        """Begin."""
        self._step()

    # --- the steps

    @property
    def _wanted(self) -> Wanted | None:
        """What is asked now; None while a deed is chosen."""
        if self._deed is None:
            return None
        return self._deed.wants[len(self._answers)]

    @property
    def _is_typed(self) -> bool:
        wanted = self._wanted
        return wanted is not None and not wanted.choices

    def _step(self, text: str | None = None) -> None:
        """Show what is asked now, with `text` in the field; None is what stands there at first."""
        wanted, deed = self._wanted, self._deed
        self._say(".dialog--title", self._title if deed is None else deed.words.capitalize())
        self._say("#asked", wanted.words if wanted else "")
        self._say("#shown", wanted.shown if wanted else "")
        self.query_one("#leaves").display = bool(wanted and wanted.shown)
        self._complain("")
        self.offer(_choices(wanted, self._deeds.values()))
        self.list.display = not self._is_typed
        field = self.query_one(Field)
        now = wanted.now if wanted and self._is_typed else ""
        field.placeholder = "" if self._is_typed else "type to narrow"
        field.load_text(now if text is None else text)
        field.move_cursor(field.document.end)
        self.query_one(KeyLine).say(TYPING if self._is_typed else CHOOSING)

    def _say(self, selector: str, words: str) -> None:
        said = self.query_one(selector, Static)
        said.update(plain(words))
        said.display = bool(words)

    def _complain(self, wrong: str) -> None:
        self._say(".dialog--wrong", wrong)

    @property
    def narrows(self) -> bool:
        """Whether what is typed narrows the list; otherwise it is the answer."""
        return not self._is_typed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrows to the field while something is typed."""
        if action == "move" and self._is_typed:
            return False
        return super().check_action(action, parameters)

    # --- answers

    def action_take(self) -> None:
        """Take what is highlighted, or typed."""
        if self._is_typed:
            self._take(self.query_one(Field).text.strip())
        elif self.list.highlighted_option is not None:
            self._take(str(self.list.highlighted_option.id))

    @on(OptionList.OptionSelected)
    def take_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        self._take(str(selected.option_id))

    def _take(self, answer: str) -> None:
        wanted = self._wanted
        if wanted is None:
            self._deed, self._answers = self._deeds[answer], []
            self._go_on()
        elif wanted.must and not answer:
            self._complain(NEEDED)
        else:
            self._answers.append("" if answer == LEFT_OPEN else answer)
            self._go_on(answer)

    def _go_on(self, answer: str = "") -> None:
        """Ask the next thing; with everything said, return it, or say what is wrong with it."""
        deed = self._deed
        if deed is None or len(self._answers) < len(deed.wants):
            self._step()
            return
        said = tuple(self._answers)
        wrong = self._wrong(deed, said)
        if not wrong:
            self.dismiss(Done(deed, said))
            return
        if not deed.wants:
            self._deed = None
        self._answers = self._answers[:-1]
        self._step(answer if self._is_typed else None)
        self._complain(wrong)

    def action_leave(self) -> None:
        """Go one step back; from the first one, leave everything as it was."""
        if self._answers:
            before = self._answers.pop()
            self._step(before if self._is_typed else None)
        elif self._deed is not None and self._starts_with is None:
            self._deed = None
            self._step()
        else:
            self.dismiss(None)


def _choices(wanted: Wanted | None, deeds: Iterable[Deed]) -> Sequence[Choice]:
    """Return what can be chosen now: a deed, or an answer."""
    if wanted is None:
        return [Choice(deed.key, deed.words) for deed in deeds]
    open_ = [] if wanted.must or not wanted.choices else [Choice(LEFT_OPEN, LEFT_OPEN)]
    return [*(Choice(key, words) for key, words in wanted.choices), *open_]
