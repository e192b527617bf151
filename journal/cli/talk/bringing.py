"""Bringing notes in from another journal: first what would happen, then a yes or no in words."""

from pathlib import Path

from journal.cli.moving import counted
from journal.cli.talk.state import Talk
from journal.errors import Usage
from journal.exchange.bring import carry_out, plan
from journal.exchange.formats import FORMATS, format_named
from journal.exchange.moments import Local
from journal.exchange.weighing import Plan
from journal.paths import typed_path


def bring_in(talk: Talk, typed: str) -> None:
    """Bring in a journal: its format, its path, and a yes."""
    name, _, path = typed.partition(" ")
    if not name:
        known = ", ".join(f"{each.name} ({each.title})" for each in FORMATS.values() if each.reads)
        typed = talk.voice.answer(f"In which format? {known}.").text
        name, _, path = typed.strip().partition(" ")
        if not name:
            raise Usage("Nothing was brought in.", "For example: :import markdown ~/notes")
    chosen = format_named(name)
    path = path.strip() or talk.voice.answer("Where is it? The path of a file or folder.").text
    if not path.strip():
        raise Usage("Nothing was brought in.", f"For example: :import {chosen.name} ~/notes")
    local = Local(talk.journal.clock.zone, talk.voice.settings.day_ends)
    planned = plan(talk.journal, chosen.name, _path(path), local)
    if not planned.added and not planned.changed:
        talk.say(f"{_sentence(planned)} There is nothing to bring in.")
        return
    if not talk.voice.confirmed(f"{_sentence(planned)} Bring them in? yes or no."):
        talk.say("Nothing was brought in.")
        return
    carry_out(talk.journal, planned)
    talk.others.pass_over_all()
    talk.say(f"Brought in: {counted(planned, '')}. :u takes all of it back.")


def _path(typed: str) -> Path:
    return typed_path(typed.strip().strip("\"'"))


def _sentence(planned: Plan) -> str:
    """Return what would happen, in one sentence."""
    lost = ", ".join(f"{lost.things} x {name}" for name, lost in planned.lost.items())
    not_kept = f"; not kept: {lost}" if lost else ""
    return f"{counted(planned, 'would be ')}{not_kept}."
