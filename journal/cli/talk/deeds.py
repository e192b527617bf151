"""What can be done with a record, and what can be begun: listed in words, asked for, done."""

from collections.abc import Sequence
from functools import partial

from journal.cli.look_back.gathering import packs
from journal.cli.nouns.doing import Ask, answers, chosen_deed, write_out
from journal.cli.nouns.noun import when_now
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.cli.talk.wording import first_words
from journal.errors import Usage
from journal.practice.deeds.all_deeds import deeds_of, notes_among
from journal.practice.deeds.around import records_around
from journal.practice.deeds.deed import Deed, named
from journal.practice.deeds.in_a_row import in_a_row
from journal.practice.deeds.new import to_add
from journal.records.record import Record


def move_on(talk: Talk, typed: str) -> None:
    """Say what can be done with a record, and do what is chosen; it may be typed behind."""
    if own := talk.moves(typed):
        record, deeds, wanted = talk.journal.get(own[0]), own[1], typed.partition(" ")[2].strip()
    else:
        record, wanted = talk.record(typed)
        talk.show(record)
        near = records_around(talk.journal)
        deeds = [*deeds_of(record, near), *in_a_row(record, packs(talk.voice))]
    if not deeds:
        talk.say(f"Nothing more can be done with this: {first_words(record)}")
        return
    if not wanted and not own:
        talk.say(first_words(record))
    if deed := choose(talk, deeds, wanted):
        do(talk, record, deed)
    else:
        talk.say("Left as it was.")


def add(talk: Talk, typed: str) -> None:
    """Begin a question, a try, a goal, …: which is chosen, or typed behind."""
    deeds = to_add(notes_among(records_around(talk.journal)))
    if deed := choose(talk, deeds, typed):
        do(talk, nothing(talk), deed)
    else:
        talk.say("Nothing was begun.")


def choose(talk: Talk, deeds: Sequence[Deed], typed: str = "") -> Deed | None:
    """Return the one of several that was typed, or is chosen when asked; None for none.

    As nothing is half done yet, another command leaves the question; words that choose nothing
    leave it too (Back), and are heard once more as what they may be: a note. Raises Usage.
    """
    heard: list[str] = []

    def ask(question: str) -> str:
        heard.append(talk.voice.answer(question, yields=True).text)
        return heard[-1]

    try:
        return chosen_deed(deeds, typed, ask)
    except Usage:
        if not heard or heard[-1].strip().isdecimal():
            raise
        talk.say("That is none of them, so nothing was done.")
        talk.voice.hear_again(heard[-1])
        raise Back from None


def begin(talk: Talk, kind: str, typed: str) -> None:
    """Begin a record of a kind; what was typed behind its word answers the first question."""
    deed = named(to_add(notes_among(records_around(talk.journal))), kind)
    if deed is None:  # what one brings needs a note that shows it
        talk.say("First write a note that shows it.")
        return
    do(talk, nothing(talk), deed, typed)


def do(talk: Talk, record: Record, deed: Deed, first: str = "") -> None:
    """Ask what a deed wants, do it and keep what comes of it. Raises JournalError, Back."""
    said = answers(deed, _ask(talk), talk.say, first)
    if said is None:
        raise Back
    now = talk.journal.get(record.id) if record.id else record
    done = deed.do(now, said, when_now(talk.voice))
    if done == (now,):
        talk.say("Unchanged.")
        return
    changed = [each for each in done if each != now]
    save = partial(_save, talk, changed, deed, chosen=bool(record.id))
    path = write_out(deed, said, record, talk.voice.today, save)
    if path:
        talk.say(f"Written to {path}.")
    elif deed.leaves:
        talk.say("Copying is not possible here; a file can be written instead.")


def _save(talk: Talk, changed: Sequence[Record], deed: Deed, *, chosen: bool) -> None:
    """Keep what a deed made; where it was `chosen` from a list, say which one it was."""
    if changed:
        kept = talk.save_all(changed, deed.op, "\n\n".join(each.text for each in changed))
        if kept[0].kind == "mark":  # it has no first words of its own
            talk.say(f"Kept: {deed.words}. :u takes it back.")
            return
        which = f", {deed.words}" if chosen else ""
        talk.say(f"Kept{which}: {first_words(kept[0])}")


def nothing(talk: Talk) -> Record:
    """Return what a deed that begins something begins with."""
    now = when_now(talk.voice)
    return Record("", now.at, now.zone, now.day, "")


def _ask(talk: Talk) -> Ask:
    return lambda question: talk.voice.answer(question).text
