"""The verbs of the shell: one table from which dispatch, help and completion are made."""

from importlib import import_module
from typing import NamedTuple


class Verb(NamedTuple):
    """One verb.

    module  where it lives: `journal.cli.<module>` has `<name>_arguments` and `<name>`
    help    what it does, one line
    dashed  whether it takes words of which some begin with a dash
    plain   whether it has a `<name>_plainly`, too: what its parser makes of the words that are
            typed most often, or None for all others
    """

    name: str
    module: str
    help: str
    dashed: bool = False
    plain: bool = False


VERBS = {
    verb.name: verb
    for verb in (
        Verb("add", "adding", "keep a note", plain=True),
        Verb(
            "list",
            "reading",
            "the newest notes and look backs, or those that you name",
            plain=True,
        ),
        Verb("show", "reading", "one record whole, with its history and links"),
        Verb("search", "reading", "find by words, tags, dates, signs", dashed=True, plain=True),
        Verb("history", "reading", "what a record said before"),
        Verb("edit", "changing", "change a record's text, moment, tags or sign"),
        Verb("rm", "changing", "move records to the trash"),
        Verb("trash", "changing", "what is in the trash, and back from there"),
        Verb("undo", "taking_back", "take back the newest changes made on this computer"),
        Verb("redo", "taking_back", "do again what was taken back"),
        Verb("close", "looking_back", "look back on the day, one question per line"),
        Verb("day", "reviewing", "everything on one day"),
        Verb("review", "reviewing", "a day, a week, a month or a quarter in your own words"),
        Verb("status", "waiting", "what waits, and whether today was looked back on"),
        Verb("import", "moving", "bring in notes from another journal"),
        Verb("export", "moving", "write the journal in another format"),
        Verb("demo", "demo", "the app on a sample of twelve weeks; nothing in it is kept"),
        Verb("prompts", "asking", "the questions that are asked, and your own"),
        Verb("check", "caring", "read everything and say what cannot be read"),
        Verb(
            "doctor", "caring", "how the journal is kept on this computer; shows none of its text"
        ),
        Verb("paths", "caring", "where things are"),
        Verb("config", "configuring", "see or change settings"),
        Verb("completion", "completing", "completions for bash, zsh or fish"),
        Verb("help", "helping", "help on a verb, or on exit codes"),
    )
}


def handler(name: str, part: str = "") -> object:
    """Return the function of verb `name`, or with `part="_arguments"` the one for its parser."""
    return getattr(import_module(f"journal.cli.{VERBS[name].module}"), f"{name}_verb{part}")
