"""The key table against its rules, and the keys against what is being written."""

import re
import string
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static, TextArea

from journal.records.criteria import Criteria
from journal.settings import Settings
from screens.bringing import Bringing
from screens.coach import Coach
from screens.coach.agreeing import AgreePlace
from screens.coach.answering import AnswerReading
from screens.coach.choosing import ChoosePlace
from screens.coach.hiding import HidePlace
from screens.coach.reading import ReadPlace
from screens.days import Days
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choose
from screens.dialogs.steps import Steps
from screens.dialogs.tell import Tell
from screens.escape import BEGIN_OTHER_KEYS
from screens.growth import Growth
from screens.growth.listed_place import ListedPlace
from screens.growth.passage import Passage
from screens.help import Help
from screens.keys import COMMANDS, LOOK_BACK, TABLE, key_name, keymap, keys_of, trouble, with_keys
from screens.look_back.screen import LookBack
from screens.loop import Loop
from screens.loop.shelf import ShelfPlace
from screens.reading import Reading
from screens.reviews.screen import ReviewScreen
from screens.settings_place import SettingsPlace
from screens.today import Today
from screens.widgets.field import Field
from tests.screens.tour import NOW, Stop, at_rest, fill, is_writing, running, tour
from tests.support.decided import decided
from tests.support.key_docs import command_rows
from tests.support.pilot import opened, shows, until
from tests.support.terminal import ROOT, Terminal, python

PLACES: list[type[Screen[Any]]] = [
    *(Today, Loop, ShelfPlace, Days, Growth, ListedPlace, Passage, Reading, SettingsPlace),
    *(LookBack, ReviewScreen, Coach, ChoosePlace, HidePlace, ReadPlace, AgreePlace, AnswerReading),
]
DIALOGS: list[type[Screen[Any]]] = [Ask, Choose, Steps, Help, Bringing, Tell]

BINDING: list[type[DOMNode]] = [*PLACES, *DIALOGS, Field]

NAMED = {
    *("enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "f1"),
    *("slash", "question_mark", "full_stop", "comma", "colon", "asterisk"),
}
"""Keys with a name that arrive whole in xterm, VTE, konsole, urxvt, st, kitty, tmux and screen."""

MULTIPLEXERS = {"ctrl+a", "ctrl+b"}
TAKEN_BY_EDITORS = {"ctrl+p", "ctrl+g", "ctrl+q", "ctrl+j", "f1"}
"""What an editor's built-in terminal keeps for itself."""

WHILE_WRITING = {
    *("enter", "ctrl+n", "ctrl+j", "tab", "shift+tab", "escape", "ctrl+s", "ctrl+o", "ctrl+g"),
    *("ctrl+p", "ctrl+q", "ctrl+z", "f1", "up"),
}
"""The commands of product.md while writing; `up` leaves from the first row."""

MOVING_IN_A_LIST = {"up", "down"}
"""What moves in the list below the line that narrows it, which never has a second row."""

EDITING = {
    key.strip()
    for binding in TextArea.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}

PRINTABLE = "".join(c for c in string.printable if " " < c <= "~")

FIELDS = (
    Stop("today", "", "What did you just notice?", writing=True),
    Stop("all commands", "ctrl+p", "All commands", writing=True),
    Stop("tags", "escape tab t", "Tags, with spaces between", writing=True),
    Stop("edit", "escape e", "Edit", writing=True),
    Stop("what can come next", "escape m", "what someone said", writing=True),
    Stop("what it asks", "enter", "What do you want to find out?", writing=True),
    Stop("a look back on a week", "escape escape colon w e e k enter", "Your week", writing=True),
    Stop("a setting", "tab escape comma enter", "When your day ends", writing=True),
    Stop("a choice", "escape j enter", "day first", writing=True),
    Stop("finding", "escape escape 3 slash", "enter goes there", writing=True),
    Stop("a coach's page", "ctrl+u tab escape 5 g enter", "1 choose"),
    Stop("a coach's question", "tab tab tab g enter", "to ask", writing=True),
    Stop("chosen for a coach", "W h y enter tab space", "[x]"),
    Stop("names hidden", "tab tab enter", "Go on: read it"),
    Stop("read to the byte", "G enter", "These are the bytes"),
    Stop("a coach's name", "enter", "To agree, type", writing=True),
    Stop("back at coach", "ctrl+u tab escape escape escape escape", "Go on with the page"),
    Stop("where it is", "colon n o t e s enter enter", "Where is", writing=True),
    Stop("a page", "escape l g j j enter", "shift+tab back", writing=True),
    Stop("a question", "ctrl+u shift+tab shift+tab g enter enter", "2 of 5", writing=True),
    Stop("the line for tomorrow", "ctrl+u ctrl+s", "for yourself tomorrow", writing=True),
)
"""Every kind of field there is, and what lies on the way to it."""


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the evening on which the sample ends."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)


def bound(screen: type[DOMNode]) -> list[str]:
    """Return every key that a place or dialog binds, as often as it does."""
    found = [each for each in screen.BINDINGS if isinstance(each, Binding)]
    return [key.strip() for binding in found for key in binding.key.split(",")]


ALL_KEYS = sorted({key for screen in BINDING for key in bound(screen)})


# --- the table and what is bound


@pytest.mark.parametrize("screen", [*PLACES, *DIALOGS], ids=lambda screen: screen.__name__)
def test_no_key_is_bound_twice_in_a_place(screen: type[Screen[Any]]) -> None:
    assert [key for key, count in Counter(bound(screen)).items() if count > 1] == []


@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_key_arrives_whole_in_every_terminal(key: str) -> None:
    letter_or_digit = len(key) == 1 and key.isalnum()
    with_ctrl = re.fullmatch("ctrl[+][a-z]", key) and key not in MULTIPLEXERS
    assert letter_or_digit or with_ctrl or key in NAMED


@pytest.mark.parametrize("key", ALL_KEYS)
def test_no_key_is_mistaken_for_a_longer_one_after_esc(key: str) -> None:
    assert key not in {*BEGIN_OTHER_KEYS, *map(key_name, BEGIN_OTHER_KEYS)}


@pytest.mark.parametrize("screen", [*PLACES, Field], ids=lambda screen: screen.__name__)
def test_what_an_editors_terminal_takes_has_a_twin(screen: type[DOMNode]) -> None:
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        keys = set(binding.key.split(","))
        id_ = (binding.id or "").removesuffix(".anywhere")
        twins = set(keys_of(id_)) if id_ in COMMANDS else keys
        assert not keys & TAKEN_BY_EDITORS or twins - TAKEN_BY_EDITORS


def test_every_command_is_in_some_place_or_has_only_its_words() -> None:
    ids = {each.id for screen in PLACES for each in screen.BINDINGS if isinstance(each, Binding)}
    assert {command.id for command in TABLE if command.keys} <= ids


def test_the_docs_list_every_command_with_its_keys_and_what_it_does() -> None:
    docs = (ROOT / "docs" / "keys.md").read_text("utf-8")
    assert [row for row in command_rows() if row not in docs.splitlines()] == []


def test_the_docs_list_no_command_that_there_is_not() -> None:
    docs = (ROOT / "docs" / "keys.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", docs.partition("## Commands")[2], re.MULTILINE)
    assert listed == [command.id for command in (*TABLE, *LOOK_BACK)]


# --- while writing


def awake(app: App[int]) -> set[str]:
    """Return the keys that do something just now, and not in the field."""
    active = app.screen.active_bindings
    return {key for key, each in active.items() if not isinstance(each.node, Field)}


def empty(pilot: Pilot[int]) -> None:
    """Take everything out of the field that has the cursor."""
    field = pilot.app.focused
    assert isinstance(field, Field)
    field.load_text("")


async def type_all(pilot: Pilot[int]) -> str:
    """Type every printable character and a space; return what then stands in the field."""
    empty(pilot)
    for character in f"a{PRINTABLE} ":
        key = character if character.isalnum() else key_name(character)
        pilot.app.post_message(Key(key, character))  # as fast as a terminal sends them
    await at_rest(pilot)
    field = pilot.app.focused
    assert isinstance(field, Field)
    return field.text


async def test_every_key_that_is_text_is_text_in_every_field() -> None:
    fill(opened())
    async with running() as pilot:
        async for stop in tour(pilot, FIELDS):
            if not stop.writing:
                continue
            foreign = awake(pilot.app)
            printable = {key for key in foreign if len(key) == 1 or key in NAMED - WHILE_WRITING}
            assert printable <= MOVING_IN_A_LIST, stop.name
            assert foreign & EDITING <= WHILE_WRITING | MOVING_IN_A_LIST, stop.name
            assert await type_all(pilot) == f"a{PRINTABLE} ", stop.name
            empty(pilot)


def test_the_tour_of_fields_goes_to_every_kind() -> None:
    """What has a field of its own is named here; a new one must be added to FIELDS."""
    calls = [
        path.relative_to(ROOT / "screens").as_posix()
        for path in sorted((ROOT / "screens").rglob("*.py"))
        if re.search(r"(?<!class )(?<!\w)Field\(", path.read_text("utf-8"))
    ]
    assert calls == [
        "coach/agreeing.py",
        *("dialogs/ask.py", "dialogs/choose.py", "dialogs/steps.py", "finder.py"),
        "locking/place.py",
        "locking/secret_dialogs.py",
        "look_back/parts.py",
        "today/showing.py",
    ]


# --- keys of one's own


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("note=f2", {"note": "f2"}),
        ("undo=!", {"undo": "exclamation_mark"}),
        ("note=i,f2", {"note": "i,f2"}),
        ("nothing=w", {}),
        ("", {}),
    ],
)
def test_a_sign_may_stand_for_the_name_of_its_key(typed: str, meant: dict[str, str]) -> None:
    assert keymap(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("note=i", ""),
        ("note=l look_back=n", ""),
        ("note=u", "u would mean both note and undo."),
        ("note=f2,u", "u would mean both note and undo."),
        ("note=?", "? would mean both note and help."),
        ("enough=f2 quit=ctrl+s", ""),
        ("quit=ctrl+s", "ctrl+s would mean both quit and enough for now."),
        ("stay=enter", "enter would mean both keep and stay and go on."),
        ("enough=e", "e is needed to write, also in a look back."),
        ("my_editor=ctrl+n", "ctrl+n is needed to write, also in a look back."),
        ("set_aside=d", ""),
        ("nothing=w", "There is no command called nothing; docs/keys.md lists them."),
    ],
)
def test_a_key_that_would_mean_two_things_is_named(typed: str, said: str) -> None:
    assert trouble(typed) == said


async def test_a_key_of_ones_own_is_the_one_that_is_said() -> None:
    fill(opened())
    async with running(settings=Settings(hints="off", keys="note=i help=!")) as pilot:
        await pilot.press("tab")
        await shows(pilot, "i note  l look back")
        await shows(pilot, "! help")
        await pilot.press("!")
        await shows(pilot, "Where there is a cursor, keys write")
        await pilot.press("escape", "n")
        await at_rest(pilot)
        assert not is_writing(pilot.app), "n is no command any more"
        await pilot.press("i", "i")
        await until(pilot, lambda: is_writing(pilot.app))
        await shows(pilot, "› i")


@pytest.mark.parametrize(
    ("keys", "said"),
    [("", "u or “redo”"), ("undo=U redo=!", "U or !"), ("undo=", "“undo” or “redo”")],
)
def test_a_command_without_a_key_is_named_by_its_words(keys: str, said: str) -> None:
    assert with_keys("{undo} or {redo}", keys) == said


async def test_sentences_say_the_keys_of_ones_own() -> None:
    fill(opened())
    keys = "undo=U look_back=L restore=R trash=X open=O"
    async with running((120, 40), Settings(hints="off", look_backs="daily", keys=keys)) as pilot:
        await pilot.press("tab", "L", "enter", "enter", "f", "i", "escape")
        await shows(pilot, "A look back, interrupted: L goes on")
        await pilot.press("k", "X")
        await shows(pilot, "In the trash. U brings it back.")
        await pilot.press("colon", *"see", "space", *"the", "enter")
        await shows(pilot, "In the trash. R brings one back.")
        await pilot.press("colon", *"without", "enter", "question_mark")
        await shows(pilot, "None of them needs a reason; O gives one")


async def test_the_keys_of_a_look_back_are_remapped_too() -> None:
    fill(opened())
    keys = "enough=ctrl+t for_later=f2 set_aside=d"
    own = Settings(hints="off", look_backs="daily", keys=keys)
    async with running(settings=own) as pilot:
        await pilot.press("tab", "l", "enter")
        await shows(pilot, "f2 keep for later")
        await pilot.press("up")
        await shows(pilot, "d set it aside")
        await pilot.press("d")
        await shows(pilot, "set aside: What do I tell")
        await pilot.press("question_mark")
        await shows(pilot, "ctrl+t      Keep what is there, and finish.")
        await pilot.press("escape", "down", "enter")
        await shows(pilot, "2 of 5", "ctrl+t enough for today")
        await pilot.press("ctrl+s")
        await at_rest(pilot)
        await shows(pilot, "2 of 5")
        await pilot.press("ctrl+t")
        await shows(pilot, "One line for yourself tomorrow")
        await pilot.press("tab")
        await shows(pilot, "1 Today")
        await pilot.press("colon", *"look", "space", "o", "n", "space", *"the", "space", *"week")
        await pilot.press("enter")
        await shows(pilot, "ctrl+t enough for today", "Your week")
        await pilot.press("f2")
        await shows(pilot, "1 Today")


# --- help, and commands by their words


async def test_what_is_called_so_comes_first_in_the_list_of_commands() -> None:
    fill(opened())
    async with running() as pilot:
        await pilot.press("tab", "j", "colon", *"notes", "enter")
        await shows(pilot, "Which kind of journal is it?")
    assert opened().find(Criteria(trashed=True)) == []


async def test_help_lists_the_keys_of_its_place_and_no_others() -> None:
    async with running((80, 60)) as pilot:
        await pilot.press("tab", "comma", "question_mark")
        await shows(pilot, "Where there is a cursor")
        said = str(pilot.app.screen.query_one("#all-keys", Static).render())
        assert "Take what is" in said
        assert "Read it whole." not in said


async def test_outside_the_field_help_says_why_a_question_is_asked() -> None:
    async with running() as pilot:
        await pilot.press("tab", "l", "enter", "enter", "up", "question_mark")
        await shows(pilot, "Why this is asked:")


# --- esc and a command, without a pause

BACK = "\x1bn"
"""Leaves what was opened, and writes again."""

AFTER_ESC = {
    "j": ("\r", "Look back on Tuesday", BACK),
    "G": ("\r", "second thing & esc back", BACK),
    "g": ("\r", "first thing & esc back", BACK),
    "k": ("\r", "Look back on Tuesday", BACK),
    "1": ("", "n note", "n"),
    "2": ("", "Nothing in it has to be finished", "1n"),
    "3": ("", "This week", "1n"),
    "4": ("", "Nothing to compare yet", "1n"),
    "5": ("", "There is no coach yet.", "1n"),
    "c": ("", "There is no coach yet. 5 goes", "n"),
    "m": ("", "what someone said", BACK),
    "n": ("w", "› w", "\x15"),
    "l": ("", "Five minutes", BACK),
    "/": ("", "enter goes there", "\x1b1n"),
    ":": ("", "All commands", BACK),
    ".": ("", "Change its tags.", BACK),
    "?": ("", "Where there is a cursor", BACK),
    ",": ("", "My day ends at", BACK),
    "e": ("", "leaves it as it was", BACK),
    "t": ("", "Tags, with spaces", BACK),
    "s": ("", "What is it?", BACK),
    "*": ("\r", "   *", BACK),
    "h": ("", "What it said before", BACK),
    "y": ("", "Copied.", "n"),
    "o": ("", "by the editor", "n"),
    "x": ("u", "by the editor", "n"),
    "u": ("", "first thing", "n"),
}
"""What is pressed with a command, what then shows (and did not before), what leads back."""


def test_every_command_has_its_turn_after_esc() -> None:
    letters = {key for command in TABLE for key in map(_character, command.keys.split(",")) if key}
    elsewhere = {"r", "q", "a", "z"}  # in the trash, at the end, in Loop, on what waits
    elsewhere |= {"w", "v", "d"}  # on a page for a coach, in Growth
    assert letters - elsewhere == set(AFTER_ESC)


def test_esc_and_then_a_command_without_a_pause_does_the_command(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "by the editor" > "$1"\n')
    editor.chmod(0o755)
    env = {"JOURNAL_HOME": str(decided(tmp_path)), "EDITOR": str(editor), "JOURNAL_NOW": NOW}
    with Terminal(python("journal"), env=env) as terminal:
        terminal.wait("What did you just notice?")
        terminal.press("first thing\rsecond thing\r")
        terminal.wait("second thing   kept just now")
        for key, (more, shown, back) in AFTER_ESC.items():
            terminal.press(f"\x1b{key}{more}")
            terminal.wait(lambda text, shown=shown: all(w in text for w in shown.split(" & ")))  # type: ignore[misc]
            terminal.press(back)
            terminal.wait("writing   enter keeps it")
        terminal.press("\x1bq")
        assert terminal.end() == 0


def _character(key: str) -> str:
    """Return the one character that types a key, or "" if none does."""
    signs = {key_name(c): c for c in string.punctuation}
    return key if len(key) == 1 else signs.get(key, "")
