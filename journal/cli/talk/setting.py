"""Settings, read and changed one at a time."""

from functools import partial

from journal.cli.talk.state import Entry, Talk
from journal.settings import TABLE, Setting, load, setting, shown
from journal.settings_file import change


def settings(talk: Talk, typed: str) -> None:
    """Read the settings, or change one: its name, and what it is from now on."""
    key, _, value = typed.partition(" ")
    if not key:
        talk.say("A name and a value change one, as in :settings day_ends 05:00.")
        talk.read_list([Entry(None, partial(_line, talk, each)) for each in TABLE])
        return
    wanted = setting(key)
    if not value.strip():
        value = talk.voice.answer(f"{_line(talk, wanted)} Enter keeps it.").text
    if not value.strip():
        talk.say("Unchanged.")
        return
    path = talk.voice.places.settings
    now = change(path, key, "" if value.strip().lower() == "empty" else value.strip())
    talk.voice.settings = load(path)
    later = " from the next start on" if key in ("folder", "face") else ""
    talk.say(f"{key} is {shown(now) or 'empty'}{later}.")


def _line(talk: Talk, each: Setting) -> str:
    value = shown(getattr(talk.voice.settings, each.key)) or "empty"
    return f"{each.key} is {value}. {each.help} It is {each.form}."
