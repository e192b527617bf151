"""The key map as data: every command once, with its keys, its words and what it is for.

From this table come the bindings, the bottom line, the list of all commands, the help and the
docs. A test holds it to the rules of writing and looking: a printable key is never a command while
a cursor is in a field.
"""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import _character_to_key, format_key


class Command(NamedTuple):
    """One thing that can be done.

    id      what the learner remaps, and the name of the action
    keys    how it is pressed while looking, separated by commas; "" if only by its words
    words   how the bottom line says it
    about   what it does, one sentence for help and docs
    record  whether it acts on the record that is highlighted
    """

    id: str
    keys: str
    words: str
    about: str
    record: bool = False

    @property
    def shown(self) -> str:
        """The first of its keys, as people call it."""
        return shown(self.id)

    def bindings(self) -> list[Binding]:
        """Return its bindings, with priority: it acts before the next key is looked at.

        Keys that write nothing (with ctrl, or f1) act also while a cursor is in a field.
        """
        keys = self.keys.split(",") if self.keys else []
        anywhere = [key for key in keys if key.startswith("ctrl+") or key == "f1"]
        looking = [key for key in keys if key not in anywhere]
        ways = (
            (looking, self.id, self.id),
            (anywhere, f"{self.id}.anywhere", f"anywhere('{self.id}')"),
        )
        return [
            Binding(",".join(keys), action, self.words, id=id_, show=False, priority=True)
            for keys, id_, action in ways
            if keys
        ]


SPOKEN = {
    "enter": "enter",
    "escape": "esc",
    "tab": "tab",
    "left,right": "← →",
    "left": "←",
    "right": "→",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "colon": ":",
    "asterisk": "*",
    "ctrl+p": "ctrl+p",
}
"""Keys whose names Textual does not say as people do."""

TABLE = (
    Command("today", "1", "today", "Go to Today: write, and see what you noted."),
    Command("days", "3", "days", "Go to Days: read and find everything you wrote."),
    Command("note", "n", "note", "Write a note."),
    Command(
        "look_back", "l", "look back", "Look back on the day, in five minutes, one, or a page."
    ),
    Command("open", "enter", "open", "Read it whole.", record=True),
    Command("find", "slash", "find", 'Find words, "a phrase", -not, tag:x, from:2w, last friday.'),
    Command("undo", "u", "undo", "Take back the newest change, of this window first."),
    Command("redo", "", "redo", "Do again what was taken back."),
    Command("edit", "e", "edit", "Change its text here.", record=True),
    Command("editor", "o", "in my editor", "Change its text in your own editor.", record=True),
    Command("tags", "t", "tags", "Change its tags.", record=True),
    Command("sign", "s", "sign", "Say in one word what it is.", record=True),
    Command("star", "asterisk", "star", "Give it a star, or take it off.", record=True),
    Command("history", "h", "history", "See what it said before.", record=True),
    Command("copy", "y", "copy", "Copy its text, if the terminal allows it.", record=True),
    Command("trash", "x", "to the trash", "Move it to the trash; u brings it back.", record=True),
    Command("restore", "r", "bring back", "Bring it back from the trash.", record=True),
    Command("more", "full_stop", "more", "What can I do with this?"),
    Command("all", "colon,ctrl+p", "all commands", "Every command, by its words."),
    Command("help", "question_mark,ctrl+g,f1", "help", "What this place is for, and its keys."),
    Command("bring", "", "bring notes", "Bring notes in from another journal."),
    Command("settings", "comma", "settings", "Change how the journal behaves."),
    Command("down", "j,down", "down", "To the next one."),
    Command("up", "k,up", "up", "To the one before."),
    Command("first", "g", "first", "To the first one."),
    Command("last", "G", "last", "To the last one."),
    Command("earlier", "left", "earlier", "To the day before."),
    Command("later", "right", "later", "To the day after."),
    Command("choose", "enter", "choose", "Take what is highlighted."),
    Command("back", "escape", "back", "One step back."),
    Command("quit", "q,ctrl+q", "quit", "Leave the journal; everything is kept."),
)
"""All commands, in the order in which lists show them."""

COMMANDS = {command.id: command for command in TABLE}


def bindings(*ids: str) -> list[Binding]:
    """Return the bindings of the commands named."""
    return [binding for id_ in ids for binding in COMMANDS[id_].bindings()]


def keymap(typed: str) -> dict[str, str]:
    """Return Textual's keymap for the setting `keys`: pairs such as "note=f2 undo=ctrl+u".

    A sign may stand for its name ("undo=!"). Names that are no command are left out.
    """
    pairs = (pair.partition("=") for pair in typed.split())
    return {id_: ",".join(map(_name, _parts(keys))) for id_, _, keys in pairs if id_ in COMMANDS}


def _parts(keys: str) -> list[str]:
    return [","] if keys == "," else [key for key in keys.split(",") if key]


def _name(key: str) -> str:
    """Return what Textual calls a key that was typed as its character, or by its name."""
    return _character_to_key(key) if len(key) == 1 else key


def keys_of(id_: str, typed: str = "") -> list[str]:
    """Return the keys of a command under the setting `keys`, the first one first."""
    keys = keymap(typed).get(id_, COMMANDS[id_].keys)
    return keys.split(",") if keys else []


def shown(id_: str, typed: str = "") -> str:
    """Return the first key of a command under the setting `keys`, as people call it, or ""."""
    first = next(iter(keys_of(id_, typed)), "")
    return SPOKEN.get(first) or format_key(first)


def trouble(typed: str) -> str:
    """Return what is wrong with the setting `keys`, one sentence, or "" if it is fine."""
    for pair in typed.split():
        id_ = pair.partition("=")[0]
        if id_ not in COMMANDS:
            return f"There is no command called {id_}; docs/keys.md lists them."
        for other in TABLE:
            taken = set(keys_of(id_, typed)) & set(keys_of(other.id, typed))
            if other.id != id_ and taken:
                key = format_key(min(taken))
                return f"{key} would mean both {COMMANDS[id_].words} and {other.words}."
    return ""


def bottom_line(ids: Iterable[str], width: int, typed: str = "") -> str:
    """Return the keys and words of commands, as many as fit into `width` cells, none cut.

    Those named first go last; "more" and "help" always stay.
    typed  the setting `keys`
    """
    wanted = list(ids)
    while True:
        line = "  ".join(f"{shown(id_, typed)} {COMMANDS[id_].words}" for id_ in wanted)
        droppable = [id_ for id_ in wanted if id_ not in ("more", "help")]
        if len(line) <= width or not droppable:
            return line
        wanted.remove(droppable[-1])
