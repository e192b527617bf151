"""The verbs of the shell: one table from which dispatch, help and completion are made."""

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple


class Verb(NamedTuple):
    """One verb.

    module   where it lives: `journal.cli.<module>` has `<name>_verb_arguments` and `<name>_verb`
    help     what it does, one line
    dashed   whether it takes words of which some begin with a dash
    plain    whether it has a `<name>_verb_plainly`, too: what its parser makes of the words that
             are typed most often, or None for all others
    actions  whether it has `<name>_verb_actions` instead: the words that can follow it and what
             each does, as `parsing.Action`s
    alone    whether it reads what others have made, or can start a program: it has no network then
    kind     the kind of record that it is about, and whose parts it changes
    """

    name: str
    module: str
    help: str
    dashed: bool = False
    plain: bool = False
    actions: bool = False
    alone: bool = False
    kind: str = ""


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
        Verb("edit", "changing", "change a record's text, moment, tags or sign", alone=True),
        Verb("rm", "changing", "move records to the trash"),
        Verb(
            "trash",
            "changing",
            "what is in the trash, back from there, or gone for good",
            actions=True,
        ),
        Verb("undo", "taking_back", "take back the newest changes made on this computer"),
        Verb("redo", "taking_back", "do again what was taken back"),
        Verb(
            "item",
            "nouns.items",
            "questions, and the lessons they become",
            actions=True,
            kind="item",
        ),
        Verb(
            "try",
            "nouns.tries",
            "small tries, and what came of them",
            actions=True,
            alone=True,
            kind="experiment",
        ),
        Verb("plan", "nouns.plans", "if this comes up, I'll do that", actions=True, kind="plan"),
        Verb(
            "goal",
            "nouns.goals",
            "what you are learning: the line on top",
            actions=True,
            alone=True,
            kind="goal",
        ),
        Verb(
            "belief", "nouns.beliefs", "what you think is so, and why", actions=True, kind="belief"
        ),
        Verb("asset", "nouns.assets", "what you bring, shown by notes", actions=True, kind="asset"),
        Verb(
            "context",
            "nouns.contexts",
            "what is around you, and what you changed",
            actions=True,
            kind="context",
        ),
        Verb(
            "feedback",
            "nouns.feedbacks",
            "what people told you, and what you do with it",
            actions=True,
            kind="feedback",
        ),
        Verb(
            "coach",
            "coach.coaches",
            "who gets pages from you",
            actions=True,
            kind="coach",
            alone=True,
        ),
        Verb(
            "share",
            "coach.sharing",
            "a page for a coach, agreed to before it leaves",
            actions=True,
            alone=True,
        ),
        Verb("reply", "coach.replying", "keep what a coach answered", alone=True),
        Verb("close", "look_back.looking_back", "look back on the day, one question per line"),
        Verb("day", "look_back.reviewing", "everything on one day"),
        Verb(
            "review",
            "look_back.reviewing",
            "a day, a week, a month or twelve weeks in your own words",
            kind="review",
        ),
        Verb(
            "growth",
            "growing",
            "then and now in your own words, and what happened in between",
            actions=True,
        ),
        Verb("status", "waiting", "what waits, and whether today was looked back on"),
        Verb("read", "analysing", "what the cues see in a text, sentence by sentence", alone=True),
        Verb("import", "moving", "bring in notes from another journal", alone=True),
        Verb("export", "moving", "write the journal in another format"),
        Verb("demo", "demo", "the app on a sample of twelve weeks; nothing in it is kept"),
        Verb("prompts", "asking", "the questions that are asked, and your own", alone=True),
        Verb("join", "keeping.joining", "decide about what was edited on two computers"),
        Verb(
            "backup",
            "keeping.backing",
            "copies of the journal, and back to one",
            actions=True,
            alone=True,
        ),
        Verb(
            "repair",
            "keeping.repairing",
            "put right what cannot be read, after a backup of all of it",
            alone=True,
        ),
        Verb("check", "keeping.checking", "read everything and say what cannot be read"),
        Verb(
            "doctor",
            "keeping.caring",
            "how the journal is kept on this computer; shows none of its text",
        ),
        Verb("paths", "keeping.caring", "where things are"),
        Verb("encrypt", "keeping.sealing", "lock the journal with a passphrase"),
        Verb("decrypt", "keeping.sealing", "take the passphrase off for good"),
        Verb("unlock", "keeping.opening", "keep a locked journal open for a while"),
        Verb("lock", "keeping.opening", "forget the key again"),
        Verb("passphrase", "keeping.sealing", "change the passphrase"),
        Verb(
            "recovery",
            "keeping.recovering",
            "make a new recovery key, or check the one you have",
        ),
        Verb("config", "configuring", "see or change settings"),
        Verb("completion", "completing", "completions for bash, zsh or fish"),
        Verb("help", "helping", "help on a verb, or on exit codes"),
    )
}


def handler(name: str, part: str = "") -> object:
    """Return the function of verb `name`, or with `part="_arguments"` the one for its parser."""
    return getattr(import_module(f"journal.cli.{VERBS[name].module}"), f"{name}_verb{part}")


def verb_about(kind: str) -> Verb | None:
    """Return the verb that is about records of `kind`, if there is one."""
    return next((verb for verb in VERBS.values() if verb.kind == kind), None)


def word_first(typed: Sequence[str]) -> Sequence[str]:
    """Return `typed` with options that every verb takes behind the first word, not before it."""
    end = 0
    while typed[end : end + 1] and (typed[end] == "--yes" or typed[end].startswith("--color")):
        end += 2 if typed[end] == "--color" else 1
    return [*typed[end : end + 1], *typed[:end], *typed[end + 1 :]]
