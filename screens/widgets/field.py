"""The field: wherever something is written.

While the cursor is in a field, keys write. `enter` keeps or goes on, `ctrl+n` makes a new line;
`esc`, `tab`, `shift+tab` and `up` on the first row leave it, and then keys are commands. Leaving
never loses text. Keys count in the order in which they were pressed, however fast they come.
"""

import asyncio
import contextlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static, TextArea

from journal.records.record import SIGNS, Sign
from journal.visible import visible

# Not among them: the tab, and what ends a line, be it in old or rare ways.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


async def settled(widget: Widget | None, seconds: float = 1.0) -> None:
    """Wait until `widget` has handled the keys sent to it so far, at most `seconds`."""
    if widget is None or widget.task is asyncio.current_task():
        return
    done = asyncio.Event()
    if widget.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), seconds)


class Field(TextArea):
    """A place to write in, of one to eight rows.

    placeholder  shown while it is empty; never markup
    signs        whether a sign typed first, with a space after it, becomes the note's `sign`
    goes_on      whether `enter` also moves the cursor to the next field
    take         is given the text and its sign on `enter`, and both leave the field at once;
                 without it they stay, and `Submitted` is posted
    leave_to     selector of the widget that gets the keys when the field is left ("": the screen)
    """

    DEFAULT_CSS = """
    Field { height: auto; min-height: 1; max-height: 8; padding: 0; scrollbar-size-vertical: 1; }
    """

    # Keys that leave or keep act at once, so that the next key already goes where it belongs.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", id="field.keep", show=False, priority=True),
        Binding("escape", "leave", "leave", id="field.leave", show=False, priority=True),
        Binding("tab", "leave(1)", "next", id="field.next", show=False, priority=True),
        Binding("shift+tab", "leave(-1)", "back", id="field.back", show=False, priority=True),
        Binding("up", "row_up", "up", id="field.up", show=False, priority=True),
        Binding("ctrl+n,ctrl+j", "new_line", "new line", id="field.newline", show=False),
    ]

    cursor_blink = reactive(default=False, init=False)  # a blinking cursor never stops writing
    match_cursor_bracket = reactive(default=False, init=False)
    sign: reactive[Sign | None] = reactive(None, init=False)
    """The sign of what is being written; only with `signs`."""

    @dataclass
    class Submitted(Message):
        """`enter` was pressed: `text` is to be kept. The field still holds it; see `drop`."""

        field: "Field"
        text: str

        @property
        def control(self) -> "Field":
            """The field, for `@on(Field.Submitted, selector)`."""
            return self.field

    @dataclass
    class Left(Message):
        """The cursor has left the field, by whichever way; the field still holds its text."""

        field: "Field"
        text: str

        @property
        def control(self) -> "Field":
            """The field, for `@on(Field.Left, selector)`."""
            return self.field

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        signs: bool = False,
        goes_on: bool = False,
        take: Callable[[str, Sign | None], object] | None = None,
        leave_to: str = "",
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
    ) -> None:
        super().__init__(
            _one_newline(text),
            id=id,
            classes=classes,
            placeholder=Content(visible(placeholder)),
            compact=True,
            highlight_cursor_line=False,
        )
        self.signs = signs
        self.goes_on = goes_on
        self.take = take
        self.leave_to = leave_to
        self.is_page = False  # on a page, enter is a new line as soon as something is written
        self._mark = ""

    def drop(self, kept: str) -> None:
        """Take the text `kept` and its sign out of the field; what was typed since then stays."""
        self.sign = None
        self.load_text(self.text.removeprefix(kept))
        self.move_cursor(self.document.end)

    def load_text(self, text: str) -> None:
        """Show `text` instead of what is there; nothing of before can be undone."""
        super().load_text(_one_newline(text))

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn: as many characters as it has, each of them visible."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    def render_line(self, y: int) -> Strip:
        """Return one drawn row, never wider than the field."""
        return super().render_line(y).crop(0, self.size.width)

    async def action_keep(self) -> None:
        """Say that what is written is to be kept."""
        await settled(self)
        if self.is_page and self.text:
            self.action_new_line()
            return
        if self.take is not None:
            # No message: between `enter` and its arrival, the text would be in nobody's hands.
            text, sign = self.text, self.sign
            self.drop(text)
            if isawaitable(taken := self.take(text, sign)):
                await taken
            return
        self.move_cursor(self.document.end)  # what is typed next comes after it, see `drop`
        self.post_message(self.Submitted(self, self.text))
        if self.goes_on:
            self.action_leave(1)

    def action_leave(self, step: int = 0) -> None:
        """Leave: out of it (0), or to the next (1) or the former (-1) field, if there is one."""
        # Not widget.focus(): that is deferred, and the next key would still be typed here.
        self.screen.set_focus(self._neighbour(step) if step else self._outside())

    async def action_row_up(self) -> None:
        """Go up one row; from the first row, out."""
        await settled(self)
        if self.navigator.is_first_wrapped_line(self.cursor_location):
            self.action_leave()
        else:
            self.action_cursor_up()

    def action_new_line(self) -> None:
        """Begin a new line where the cursor is."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_delete_left(self) -> None:
        """Delete to the left; at the very start, take the sign off."""
        if self.sign and self.selection.is_empty and self.cursor_at_start_of_text:
            self.sign = None
        else:
            super().action_delete_left()

    def watch_sign(self) -> None:
        """Count a sign that comes or goes as a change of what is written."""
        self.post_message(self.Changed(self))

    def on_blur(self) -> None:
        """Say that the cursor is gone, unless only the terminal's window was left."""
        if self.app.app_focus:
            self.post_message(self.Left(self, self.text))

    async def _on_key(self, event: events.Key) -> None:
        """Write, or edit: both here and in turn, where Textual edits once the key has bubbled."""
        if self._became_sign(event) or await self._edited(event) or self._typed_unusual(event):
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text with its line breaks; its control characters become symbols."""
        event.text = _CONTROL.sub(lambda match: visible(match.group()), event.text)

    async def _edited(self, event: events.Key) -> bool:
        """Do what the key is bound to in the field; return whether it is."""
        if event.is_printable:
            return False
        # Not the screen's table: by now the cursor, and with it that table, may be elsewhere.
        bindings = self._bindings.copy()
        bindings.apply_keymap(self.app._keymap)
        for binding in bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False

    def _typed_unusual(self, event: events.Key) -> bool:
        """Type what Textual holds to be unprintable but is text: no-break spaces, joiners."""
        character = event.character or ""
        if len(character) != 1 or unicodedata.category(character) not in ("Zs", "Cf"):
            return False
        self._replace_via_keyboard(character, *self.selection)
        return True

    def _became_sign(self, event: events.Key) -> bool:
        """Turn a sign, typed first, and this space after it into the sign's word."""
        character = event.character or ""
        if character == " " and self._mark and self.text == self._mark:
            self.load_text("")
            self.sign = SIGNS[self._mark]
            return True
        reads = self.signs and self.sign is None and not self.text
        self._mark = character if reads and character in SIGNS else ""
        return False

    def _neighbour(self, step: int) -> Widget | None:
        """Return the field `step` places further on, or what is outside."""
        fields = [each for each in self.screen.query(Field) if each is self or each.focusable]
        place = fields.index(self) + step
        return fields[place] if 0 <= place < len(fields) else self._outside()

    def _outside(self) -> Widget | None:
        """Return the widget that gets the keys when the field is left, if any."""
        return self.screen.query(self.leave_to).first() if self.leave_to else None


class FieldLine(Horizontal):
    """A field with `›` before it and, once it has one, the word of its sign."""

    DEFAULT_CSS = """
    FieldLine { height: auto; }
    FieldLine > Static { width: auto; }
    FieldLine > .field--prompt { margin-right: 1; }
    FieldLine > .field--sign { margin-right: 2; display: none; }
    FieldLine > .field--sign.-given { display: block; }
    """

    def __init__(self, field: Field, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.field = field

    def compose(self) -> ComposeResult:
        """Put prompt, sign and field on one line."""
        yield Static("›", markup=False, classes="field--prompt")
        yield Static("", markup=False, classes="field--sign")
        yield self.field

    def on_mount(self) -> None:
        """Show the sign whenever it changes."""
        self.watch(self.field, "sign", self._show)

    def _show(self, sign: Sign | None) -> None:
        word = self.query_one(".field--sign", Static)
        word.update(sign.value if sign else "")
        word.set_class(sign is not None, "-given")


def _one_newline(text: str) -> str:
    r"""Return `text` with `\n` for each of the ways to end a line on some system."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
