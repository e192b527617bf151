"""Esc followed at once by another key, in a real terminal."""

import string
import sys

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key
from textual.widgets import Static

from screens.escape import BEGIN_OTHER_KEYS, mend_escape
from screens.widgets.field import Field
from tests.support.terminal import Terminal, python

COMMANDS = [c for c in string.printable if " " < c <= "~" and c not in BEGIN_OTHER_KEYS]


class Leaving(App[None]):
    """A field, and below it the last key that came while it was left."""

    commands = 0

    def compose(self) -> ComposeResult:
        yield Field(id="field")
        yield Static("ready", id="got", markup=False)

    def on_key(self, event: Key) -> None:
        """Show a key that came outside the field, and go back into the field."""
        if event.key == "escape":
            return
        self.commands += 1
        field = self.query_one(Field)
        state = f"{len(field.text)} written, command {self.commands} is {event.key}."
        self.query_one("#got", Static).update(state)
        self.screen.set_focus(field)


def _after(keys: bytes, *, mended: bool, until: str) -> str:
    """Return the screen once `until` shows on it, after `keys` were pressed in one go."""
    name = "mended" if mended else "stock"
    with Terminal(python(__name__, name)) as terminal:
        terminal.wait("ready")
        terminal.quiet()
        terminal.press(keys)
        return terminal.wait(until)


def test_every_command_key_is_a_command_right_after_esc() -> None:
    with Terminal(python(__name__, "mended"), size=(120, 10)) as terminal:
        terminal.wait("ready")
        terminal.quiet()
        for number, key in enumerate(COMMANDS, 1):
            terminal.press(b"a\x1b" + key.encode())
            terminal.wait(f"{number} written, command {number} is {_name(key)}.")


@pytest.mark.parametrize(("key", "typed"), [(b"l", "l"), (b"1", "¡"), (b"/", "/")])
def test_stock_textual_types_the_command(key: bytes, typed: str) -> None:
    """The control: when it fails, Textual has changed, and `mend_escape` may go."""
    screen = _after(b"a\x1b" + key, mended=False, until=f"a{typed}")
    assert "command" not in screen


def test_arrows_pasted_text_and_esc_alone_arrive_as_ever() -> None:
    keys = b"ac\x1b[Db\x1bOC\x1b[200~\x1b[201~d"
    assert "abcd" in _after(keys, mended=True, until="abcd")


def test_ctrl_arrows_of_a_mac_arrive_as_ever() -> None:
    assert "xone two" in _after(b"one two\x1bb\x1bbx", mended=True, until="xone two")


def _name(character: str) -> str:
    """Return Textual's name of the key that types `character`."""
    name = character if character.isalnum() else _character_to_key(character)
    return KEY_NAME_REPLACEMENTS.get(name, name)


if __name__ == "__main__":
    if sys.argv[1] == "mended":
        mend_escape()
    Leaving().run()
