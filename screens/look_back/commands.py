"""What can be done in a look back: its own keys as data, on top of those of every place."""

from textual.binding import Binding

from screens.keys import COMMANDS, SPOKEN, Command, bindings, shown

OWN = (
    Command("go_on", "enter", "go on", "Go on: take what is marked, or keep the end page."),
    Command("step_back", "shift+tab", "one step back", "To the question before, or the page."),
    Command("enough", "ctrl+s", "enough for now", "Keep what is there, and finish."),
    Command("for_later", "escape", "keep for later", "Leave it; it waits where you stopped."),
    Command("stay", "tab", "keep and stay", "Keep it, and go back to where it was opened."),
    Command("my_editor", "ctrl+o", "in my editor", "Go on with this answer in your own editor."),
    Command("set_aside", "space", "set aside", "Leave the marked note out of this look back."),
)

SHARED = ("earlier", "later", "down", "up", "first", "last", "more", "all", "help", "quit")
"""Commands of every place that a look back has, too."""

LISTED = (*OWN, *(COMMANDS[id_] for id_ in ("earlier", "later", "help", "quit")))
"""What a list of commands says here."""


def own_bindings() -> list[Binding]:
    """Return the bindings; with priority: each acts before the next key is looked at."""
    own = [
        Binding(c.keys, c.id, c.words, id=f"look_back.{c.id}", show=False, priority=True)
        for c in OWN
    ]
    return [*own, *bindings(*SHARED)]


def key(command: Command, typed: str) -> str:
    """Return the key of a command as people call it; `typed` is the setting `keys`."""
    if command.id in COMMANDS:
        return shown(command.id, typed)
    return SPOKEN.get(command.keys, command.keys)
