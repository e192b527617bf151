"""The field: what each key does while something is written."""

import string
import sys

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from journal.records.record import SIGNS, Sign
from screens.base import AppBase
from screens.widgets.field import Field, FieldLine
from tests.support.terminal import Terminal, python

LINES = "one\ntwo\nthree"
PRINTABLE = [character for character in string.printable if " " <= character <= "~"]


def _name(character: str) -> str:
    """Return Textual's name of the key that types `character`."""
    name = character if character.isalnum() else _character_to_key(character)
    return KEY_NAME_REPLACEMENTS.get(name, name)


class Writing(AppBase):
    """A capture line, two more fields, a list, and every printable key a command."""

    AUTO_FOCUS = "#one"

    BINDINGS = [  # noqa: RUF012 - Textual's way
        *(Binding(_name(character), f"command({_name(character)!r})") for character in PRINTABLE),
        *(Binding(f"ctrl+{key}", f"command('ctrl+{key}')") for key in "osgp"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[str] = []
        self.submitted: list[tuple[str | None, str]] = []
        self.left: list[tuple[str | None, str]] = []

    def compose(self) -> ComposeResult:
        yield FieldLine(Field(id="one", placeholder="[b]What?[/b]", signs=True, leave_to="#list"))
        yield Field(id="two", goes_on=True)
        yield Field(id="three")
        yield OptionList("first", "second", id="list")
        yield Static("", id="echo", markup=False)

    def action_command(self, key: str) -> None:
        self.commands.append(key)
        self._echo()

    def on_field_submitted(self, event: Field.Submitted) -> None:
        self.submitted.append((event.field.id, event.text))
        if event.field.id == "one":
            event.field.drop(event.text)
        self._echo()

    def on_field_left(self, event: Field.Left) -> None:
        self.left.append((event.field.id, event.text))

    def _echo(self) -> None:
        texts = [text for _, text in self.submitted]
        self.query_one("#echo", Static).update(f"submitted {texts} commands {self.commands}")

    def field(self, name: str) -> Field:
        """Return one of the fields."""
        return self.query_one(f"#{name}", Field)

    @property
    def place(self) -> str | None:
        """The id of what has the keys, or None."""
        return self.focused.id if self.focused else None


async def _paste(pilot: Pilot[int], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def test_every_printable_key_is_text_and_no_command() -> None:
    with Terminal(python(__name__), size=(120, 24)) as terminal:
        terminal.wait("What?")
        terminal.press("x" + "".join(PRINTABLE) + ".")
        assert "commands" not in terminal.wait(f"› x{''.join(PRINTABLE)}.")


@pytest.mark.parametrize("key", ["ctrl+n", "ctrl+j"])
async def test_a_new_line(key: str) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left", key, "c")
        assert app.field("one").text == "a\ncb"
        assert app.submitted == []


async def test_enter_keeps_and_the_field_gives_up_its_text_only_when_told() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b")
        assert app.submitted == [("one", "a")]
        assert app.field("one").text == "b"
        await pilot.press("tab", "tab", "c", "enter")
        assert app.submitted[-1] == ("three", "c")
        assert app.field("three").text == "c"


async def test_an_empty_enter_is_said_too() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.submitted == [("one", "")]


async def test_enter_goes_on_to_the_next_field() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.field("two"))
        await pilot.press("a", "enter", "b")
        assert app.submitted == [("two", "a")]
        assert (app.field("two").text, app.field("three").text) == ("a", "b")


async def test_what_was_typed_while_it_was_being_kept_stays() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press(*"kept, new")
        app.field("one").drop("kept, ")
        await pilot.press("!", "ctrl+z")
        assert app.field("one").text == "new"
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.field("one").text == "new", "what is kept does not come back by undo"
        app.field("one").drop("something else")
        assert app.field("one").text == "new"


@pytest.mark.parametrize(
    ("start", "key", "place"),
    [
        ("one", "escape", "list"),
        ("one", "up", "list"),
        ("one", "tab", "two"),
        ("one", "shift+tab", "list"),
        ("two", "shift+tab", "one"),
        ("three", "tab", None),
        ("three", "escape", None),
    ],
)
async def test_ways_to_leave(start: str, key: str, place: str | None) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.field(start))
        await pilot.press("x", key)
        assert app.place == place
        assert app.left[-1] == (start, "x")
        assert app.field(start).text == "x"


async def test_after_leaving_keys_are_commands() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("x", "escape", "l", "1", "slash")
        assert app.commands == ["l", "1", "slash"]
        assert app.field("one").text == "x"


async def test_a_click_elsewhere_leaves() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("x")
        await pilot.click("#list")
        assert app.left == [("one", "x")]


async def test_up_leaves_only_from_the_first_row_even_of_a_wrapped_line() -> None:
    app = Writing()
    async with app.run_test(size=(40, 24)) as pilot:
        await _paste(pilot, "w" * 30 + " " + "v" * 20)
        await pilot.press("up")
        assert app.place == "one"
        await pilot.press("up")
        assert app.place == "list"


async def test_leaving_the_window_is_not_leaving_the_field() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("x")
        app.post_message(events.AppBlur())
        await pilot.pause()
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert app.left == []
        assert app.place == "one"


async def test_what_is_not_editing_reaches_the_screen() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("x", "ctrl+o", "ctrl+s", "ctrl+g", "ctrl+p")
        assert app.commands == ["ctrl+o", "ctrl+s", "ctrl+g", "ctrl+p"]
        await pilot.press("escape")
        await pilot.press("ctrl+q")
    assert app.return_value == 0


async def test_undo_is_of_the_text() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("a")
        await _paste(pilot, "pasted")
        await pilot.press("ctrl+z")
        assert app.field("one").text == "a"


async def test_it_grows_to_eight_rows_and_shrinks_again() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        field = app.field("one")
        heights = [field.size.height]
        for _ in range(9):
            await pilot.press("ctrl+n")
            heights.append(field.size.height)
        assert heights == [1, 2, 3, 4, 5, 6, 7, 8, 8, 8]
        field.drop(field.text)
        await pilot.pause()
        assert field.size.height == 1


@pytest.mark.parametrize(("typed", "sign"), SIGNS.items())
async def test_a_sign_typed_first_becomes_its_word(typed: str, sign: Sign) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press(typed, "space", "a")
        assert (app.field("one").sign, app.field("one").text) == (sign, "a")
        word = app.query_one(".field--sign", Static)
        assert (word.display, str(word.content)) == (True, sign.value)
        await pilot.press("backspace", "backspace", "b")
        assert (app.field("one").sign, app.field("one").text) == (None, "b")
        assert not word.display


async def test_a_sign_goes_with_its_note() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press("minus", "space", "a", "enter", "b")
        assert (app.field("one").sign, app.field("one").text) == (None, "b")


@pytest.mark.parametrize(
    "keys",
    [
        ["a", "minus", "space"],
        ["space", "minus", "space"],
        ["minus", "minus", "space"],
        ["minus", "a", "backspace", "space"],
        ["x", "home", "minus", "space"],
        ["minus", "ctrl+n", "space"],
    ],
)
async def test_only_a_sign_typed_first_is_one(keys: list[str]) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.field("one").sign is None
        assert "-" in app.field("one").text


@pytest.mark.parametrize("pasted", ["- a", "- ", "-"])
async def test_pasted_text_is_not_read_for_signs(pasted: str) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await _paste(pilot, pasted)
        await pilot.press("space")
        assert (app.field("one").sign, app.field("one").text) == (None, f"{pasted} ")


async def test_a_page_is_not_read_for_signs() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.field("two"))
        await pilot.press("minus", "space", "a")
        assert (app.field("two").sign, app.field("two").text) == (None, "- a")


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("one\rtwo\r\nthree", LINES),
        (LINES, LINES),
        ("one\u2028two\x0cthree", LINES),
        ("tab\tstays", "tab\tstays"),
        ("\x1b[31mred\x07", "\u241b[31mred\u2407"),
        ("a\x00b\x9bc\x7f\ud800", "a\u2400b\ufffdc\u2421\ufffd"),
        ("[/][@click=app.quit()]x", "[/][@click=app.quit()]x"),
        ("\u05d0\u200f\u05d1", "\u05d0\u200f\u05d1"),
    ],
)
async def test_pasted_text(pasted: str, text: str) -> None:
    app = Writing()
    async with app.run_test() as pilot:
        await _paste(pilot, pasted)
        assert app.field("one").text == text


async def test_spaces_and_joiners_that_are_not_printable_are_still_text() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        for character in "a\u00a0b\u200dc":
            app.post_message(events.Key(character, character))
        await pilot.pause()
        assert app.field("one").text == "a\u00a0b\u200dc"


def test_fast_keys_count_in_their_order() -> None:
    """Stock TextArea takes back another letter here than the one before the backspace."""
    with Terminal(python(__name__)) as terminal:
        terminal.wait("What?")
        terminal.press("ab\x7fc\x1b[Dd\nx\ry\x1bl")
        terminal.wait("submitted ['ad\\nxc'] commands ['l']")
        terminal.wait(lambda text: text.startswith("› y\n"))


def test_keys_before_esc_still_edit() -> None:
    with Terminal(python(__name__)) as terminal:
        terminal.wait("What?")
        terminal.press("abc\x7f\x7fd\x1bl")
        terminal.wait(lambda text: "commands ['l']" in text and text.startswith("› ad\n"))


async def test_its_keys_can_be_others() -> None:
    app = Writing()
    async with app.run_test() as pilot:
        app.set_keymap({"field.newline": "f2", "field.keep": "f4"})
        await pilot.press("a", "f2", "b", "ctrl+n", "f4")
        assert app.submitted == [("one", "a\nb")]


def test_nul_and_esc_break_nothing() -> None:
    with Terminal(python(__name__)) as terminal:
        terminal.wait("What?")
        terminal.press("a\x00b\x1b[200~\x00c\x1b[201~\x1f\x1c")
        terminal.wait("› abc")


def test_markup_in_a_placeholder_is_shown() -> None:
    with Terminal(python(__name__)) as terminal:
        assert "› [b]What?[/b]" in terminal.wait("What?")


def test_left_alone_it_writes_nothing() -> None:
    with Terminal(python(__name__)) as terminal:
        terminal.wait("What?")
        terminal.press("abc")
        terminal.wait("› abc")
        terminal.quiet()
        assert terminal.during(3) == b""
        terminal.press("d")
        terminal.wait("› abcd")


if __name__ == "__main__":
    sys.exit(Writing().run())
