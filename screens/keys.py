"""The key map as data: every command once, with its keys, its words and what it is for.

From this table come the bindings, the bottom line, the list of all commands, the help and the
docs. A test holds it to the rules of writing and looking: a printable key is never a command while
a cursor is in a field.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, format_key, key_to_character

from screens.opening import OPENS
from screens.places import BY_ID, PLACES


class Command(NamedTuple):
    """One thing that can be done.

    id      what the learner remaps, and the name of the action
    keys    how it is pressed while looking, separated by commas; "" if only by its words
    words   how the bottom line says it
    about   what it does, one sentence for help and docs
    record  whether it acts on the record that is highlighted
    at      the place that has it, where every place offers it and goes there first
    """

    id: str
    keys: str
    words: str
    about: str
    record: bool = False
    at: str = ""

    @property
    def shown(self) -> str:
        """The first of its keys, as people call it."""
        return shown(self.id)

    @property
    def action(self) -> str:
        """What Textual is to do for it."""
        return f"go('{self.id}')" if self.id in BY_ID else self.id

    def bindings(self) -> list[Binding]:
        """Return its bindings, with priority: it acts before the next key is looked at.

        Keys that write nothing (with ctrl, or f1) act also while a cursor is in a field.
        """
        keys = self.keys.split(",") if self.keys else []
        anywhere = [key for key in keys if key.startswith("ctrl+") or key == "f1"]
        looking = [key for key in keys if key not in anywhere]
        ways = (
            (looking, self.id, self.action),
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
    *(Command(place.id, place.digit, place.word.lower(), place.about) for place in PLACES),
    Command("note", "n", "note", "Write a note."),
    Command(
        "look_back", "l", "look back", "Look back on the day, in five minutes, one, or a page."
    ),
    Command("open", "enter", "open", "Read it whole.", record=True),
    Command("move", "m", "move on", "What can come next, in words.", record=True),
    Command("add", "a", "add here", "Begin a question, a try, a goal; in Growth, a pair."),
    Command("find", "slash", "find", 'Find words, "a phrase", -not, tag:x, from:2w, last friday.'),
    Command("undo", "u", "undo", "Take back the newest change, of this window first."),
    Command("redo", "", "redo", "Do again what was taken back."),
    Command("edit", "e", "edit", "Change its text here.", record=True),
    Command("editor", "o", "in my editor", "Change its text in your own editor.", record=True),
    Command("tags", "t", "tags", "Change its tags.", record=True),
    Command("sign", "s", "sign", "Say in one word what it is.", record=True),
    Command("star", "asterisk", "star", "Give it a star, or take it off.", record=True),
    Command("not_now", "z", "not now", "Put it off: it waits again in a week.", record=True),
    Command("history", "h", "history", "See what it said before.", record=True),
    Command("for_coach", "c", "for a coach", "Set it aside for a page for a coach.", record=True),
    Command("tick", "space", "choose", "Choose it for the page, or take it off."),
    Command("doesnt_count", "d", "doesn't count", "Say that a passage is not this, because …"),
    Command("pictures", "v", "pictures", "See the pictures, then the same in words, then neither."),
    Command("withdraw", "w", "take back", "Take a page back from a coach.", record=True),
    Command("copy", "y", "copy", "Copy its text, if the terminal allows it.", record=True),
    Command(
        "trash", "x", "to the trash", "Move it to the trash; undo brings it back.", record=True
    ),
    Command("restore", "r", "bring back", "Bring it back from the trash.", record=True),
    Command(
        "see_trash",
        "",
        "see the trash",
        "See what lies in the trash, and bring it back.",
        at="days",
    ),
    Command("more", "full_stop", "more", "What can I do with this?"),
    Command("all", "colon,ctrl+p", "all commands", "Every command, by its words."),
    Command("help", "question_mark,ctrl+g,f1", "help", "What this place is for, and its keys."),
    *(Command(each.id, "", each.words, each.about) for each in OPENS),
    Command("side_by_side", "", "two passages", "Put two passages of yours side by side."),
    Command("figures", "", "figures", "Choose which figures Growth shows, at most three."),
    Command("missed", "", "a missed sentence", "Say what a sentence shows that no list has."),
    Command("growth_file", "", "growth as a file", "Write what Growth shows as one file to read."),
    Command(
        "twelve_weeks_file", "", "own words as a file", "Twelve weeks in your own words, to print."
    ),
    Command("card_in", "", "read in a card", "Read in the card of a colleague's try, a file."),
    Command(
        "new_page",
        "",
        "a page for a coach",
        "Choose what a coach gets, and read it first.",
        at="coach",
    ),
    Command(
        "take_in",
        "",
        "take in an answer",
        "Paste what a coach answered, or name its file.",
        at="coach",
    ),
    Command(
        "agreed", "", "what was agreed", "What was agreed with each coach, and when.", at="coach"
    ),
    Command("bring", "", "bring notes", "Bring notes in from another journal."),
    Command("sample", "", "see a sample", "See a sample journal, twelve weeks on."),
    Command("settings", "comma", "settings", "Change how the journal behaves."),
    Command("lock_now", "", "lock now", "Lock the journal; the passphrase opens it again."),
    Command(
        "encrypt", "", "lock the journal with a passphrase", "Nobody reads its files without it."
    ),
    Command("new_passphrase", "", "change the passphrase", "Have another one open the journal."),
    Command("new_recovery", "", "a new recovery key", "For when the passphrase is forgotten."),
    Command("decrypt", "", "take the passphrase off", "Open the journal for good, to anybody."),
    Command("down", "j,down", "down", "To the next one."),
    Command("up", "k,up", "up", "To the one before."),
    Command("first", "g", "first", "To the first one."),
    Command("last", "G", "last", "To the last one."),
    Command("other_part", "tab,shift+tab", "other part", "To the other part of this place."),
    Command("earlier", "left", "earlier", "To the day before, or the pair before."),
    Command("later", "right", "later", "To the day after, or the next pair."),
    Command("year_ago", "", "a year ago", "Go to this week a year ago."),
    Command("choose", "enter", "choose", "Take what is highlighted."),
    Command("back", "escape", "back", "One step back."),
    Command("quit", "q,ctrl+q", "quit", "Leave the journal; everything is kept."),
)
"""All commands, in the order in which lists show them."""

COMMANDS = {command.id: command for command in TABLE}

LOOK_BACK = (
    Command("go_on", "enter", "go on", "Go on: take what is marked, or keep the end page."),
    Command("step_back", "shift+tab", "one step back", "To the question before, or the page."),
    Command("enough", "ctrl+s", "enough for now", "Keep what is there, and finish."),
    Command("for_later", "escape", "keep for later", "Leave it; it waits where you stopped."),
    Command("stay", "tab", "keep and stay", "Keep it, and go back to where it was opened."),
    Command("my_editor", "ctrl+o", "in my editor", "Go on with this answer in your own editor."),
    Command("set_aside", "space", "set aside", "Leave the marked note out of this look back."),
)
"""What only a look back has; most of it acts while one writes, too."""

SHARED = ("earlier", "later", "down", "up", "first", "last", "more", "all", "help", "quit")
"""Commands of every place that a look back has besides."""

NAMED = COMMANDS | {command.id: command for command in LOOK_BACK}
"""All that has a name, by which its keys are remapped."""

EDITING = frozenset(
    {"up", "down", "left", "right", "home", "end", "backspace", "delete", "ctrl+left", "ctrl+right"}
    | {f"ctrl+{letter}" for letter in "cjknuvwxyz"}
)
"""Keys that edit where a cursor is."""

_SCOPES = (TABLE, (*LOOK_BACK, *(COMMANDS[id_] for id_ in SHARED)))
"""Among which commands a key must mean one thing."""


def bindings(*ids: str) -> list[Binding]:
    """Return the bindings of the commands named."""
    return [binding for id_ in ids for binding in COMMANDS[id_].bindings()]


def keymap(typed: str) -> dict[str, str]:
    """Return Textual's keymap for the setting `keys`: pairs such as "note=f2 undo=ctrl+u".

    A sign may stand for its name ("undo=!"). Names that are no command are left out.
    """
    pairs = (pair.partition("=") for pair in typed.split())
    return {id_: ",".join(map(_name, _parts(keys))) for id_, _, keys in pairs if id_ in NAMED}


def _parts(keys: str) -> list[str]:
    return [","] if keys == "," else [key for key in keys.split(",") if key]


def _name(key: str) -> str:
    """Return what Textual calls a key that was typed as its character, or by its name."""
    return key_name(key) if len(key) == 1 else key


def key_name(character: str) -> str:
    """Return what Textual calls the key that types `character`: "!" is "exclamation_mark"."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower()
    for sign in "- ":
        name = name.replace(sign, "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def keys_of(id_: str, typed: str = "") -> list[str]:
    """Return the keys of a command under the setting `keys`, the first one first."""
    keys = keymap(typed).get(id_, NAMED[id_].keys)
    return keys.split(",") if keys else []


def shown(id_: str, typed: str = "") -> str:
    """Return the first key of a command under the setting `keys`, as people call it, or ""."""
    return _spoken(next(iter(keys_of(id_, typed)), ""))


def with_keys(said: str, typed: str = "") -> str:
    """Return `said` with the first key of a command in the place of its name: "{undo} takes back".

    A command without a key is named by its words, by which `:` has it.
    typed  the setting `keys`
    """
    return said.format_map({id_: shown(id_, typed) or f"“{NAMED[id_].words}”" for id_ in NAMED})


def trouble(typed: str) -> str:
    """Return what is wrong with the setting `keys`, one sentence, or "" if it is fine."""
    for pair in typed.split():
        id_ = pair.partition("=")[0]
        if id_ not in NAMED:
            return f"There is no command called {id_}; docs/keys.md lists them."
        if said := _clash(id_, typed) or _text(id_, typed):
            return said
    return ""


def _clash(id_: str, typed: str) -> str:
    """Return which other command one of the keys of `id_` would mean, one sentence, or ""."""
    others = (other for scope in _SCOPES if NAMED[id_] in scope for other in scope)
    for other in others:
        taken = set(keys_of(id_, typed)) & set(keys_of(other.id, typed))
        if other.id != id_ and taken:
            return f"{_spoken(min(taken))} would mean both {NAMED[id_].words} and {other.words}."
    return ""


def _text(id_: str, typed: str) -> str:
    """Return which key of a command that acts while one writes would be lost for that, or ""."""
    if id_ in COMMANDS or id_ == "set_aside":
        return ""
    lost = (key for key in keys_of(id_, typed) if key_to_character(key) or key in EDITING)
    key = next(lost, "")
    return f"{_spoken(key)} is needed to write, also in a look back." if key else ""


def _spoken(key: str) -> str:
    return SPOKEN.get(key) or format_key(key)


def bottom_line(
    ids: Iterable[str], width: int, typed: str = "", called: Mapping[str, str] | None = None
) -> str:
    """Return the keys and words of commands, as many as fit into `width` cells, none cut.

    Those named first go last; "more" and "help" always stay.
    typed   the setting `keys`
    called  commands that are called otherwise here
    """
    words = called or {}
    wanted = list(ids)
    while True:
        said = ((shown(id_, typed), words.get(id_, COMMANDS[id_].words)) for id_ in wanted)
        line = "  ".join(f"{key} {word}" for key, word in said)
        droppable = [id_ for id_ in wanted if id_ not in ("more", "help")]
        if len(line) <= width or not droppable:
            return line
        wanted.remove(droppable[-1])


def writing_line(said: str, width: int) -> str:
    """Return what the bottom line says while one writes, as much of it as fits into `width` cells.

    said  parts with three spaces between them; how the line is left stays longest
    """
    first, *parts = said.split("   ")
    while parts and len("   ".join([first, *parts])) > width:
        leaving = [part for part in parts if "leaves" in part]
        parts.remove(next((part for part in reversed(parts) if part not in leaving), parts[-1]))
    return "   ".join([first, *parts])
