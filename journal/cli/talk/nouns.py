"""Each noun by its word: the word begins one, its plural reads them."""

from journal.cli.nouns.noun import when_now
from journal.cli.talk import deeds
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Talk
from journal.cli.talk.wording import first_words
from journal.exchange.card_file import read_card
from journal.practice.shelves import SHELVES, shelf
from journal.practice.tries.cards import from_card
from journal.records.criteria import Criteria

BEGINS = {
    "question": "item",
    "try": "experiment",
    "if": "plan",
    "i think that": "belief",
    "i notice": "context",
    "goal": "goal",
    "i bring": "asset",
    "someone said": "feedback",
}
"""By the word that begins a record, its kind."""

READS = {
    "questions": "questions",
    "lessons": "lessons",
    "lessons kept": "kept",
    "tries": "tries",
    "around me": "around_me",
    "goals": "goals",
    "what I bring": "what_i_bring",
    "what people said": "someone_said",
    "long look backs": "long_looks",
}
"""By the word that reads them, the name of a shelf."""


def begin(word: str, talk: Talk, typed: str) -> None:
    """Begin what `word` calls; what was typed behind it answers the first question."""
    deeds.begin(talk, BEGINS[word], typed)


def read(word: str, talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the shelf of `word`, its groups one after the other."""
    name = READS[word]
    found = talk.journal.find(Criteria(kinds=SHELVES[name].kinds))
    groups = shelf(name, found, talk.voice.today)
    if not groups:
        talk.say(f"{SHELVES[name].about} Nothing is here yet.")
    entries = [each for group in groups for each in entries_under(f"{group.name}:", group.rows)]
    talk.read_list(entries)


def card_in(talk: Talk, typed: str) -> None:
    """Take in the card of a colleague's try: its file."""
    path = typed or talk.voice.answer("Where is the card? The path of its file.").text.strip()
    if not path:
        talk.say("Nothing was brought in.")
        return
    data = read_card(path.strip("\"'"))
    kept = talk.save(from_card(data, when_now(talk.voice)), "experiment")
    talk.say(f"Kept: {first_words(kept)}")
