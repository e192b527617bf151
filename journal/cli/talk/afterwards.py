"""What the journal asks about itself when a look back is done, each thing once."""

from journal.cli.look_back.gathering import earlier, goals
from journal.cli.numbers import number_typed
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.errors import JournalError
from journal.practice.longer.offering import longer_offer
from journal.practice.look_back.afterwards import GOAL, Asked, new_goal, to_ask
from journal.records.criteria import Criteria
from journal.settings import shown
from journal.settings_file import change
from journal.visible import one_line


def ask_afterwards(talk: Talk) -> None:
    """Ask what there is to ask; in a pipe, where nobody is asked, nothing. Raises Leaving."""
    if not talk.voice.on_terminal:
        return
    voice = talk.voice
    now = talk.journal.clock.now()
    for asked in to_ask(earlier(voice), goals(voice), voice.settings, now):
        _ask(talk, asked)


def offer_longer(talk: Talk) -> None:
    """Say that a longer look back fits the day, where one does."""
    written = talk.journal.find(Criteria(("note", "close")))
    began = min((record.day for record in written), default=talk.voice.today)
    reviews = talk.journal.find(Criteria(("review",)))
    settings = talk.voice.settings
    found = longer_offer(reviews, talk.voice.today, lambda day: began <= day, settings.look_backs)
    if found.words:
        talk.say(f"{found.words}, if you like: :{found.opens}.")


def _ask(talk: Talk, asked: Asked) -> None:
    """Ask until the answer can hold; Enter leaves it as it is, and so does :back."""
    while True:
        try:
            typed = talk.voice.answer(_question(talk, asked)).text.strip()
        except Back:
            typed = ""
        try:
            _take(talk, asked, _chosen(asked, typed))
        except JournalError as error:
            talk.voice.show_error(error)
        else:
            return


def _question(talk: Talk, asked: Asked) -> str:
    choices = ", ".join(f"{number} {words}" for number, (_, words) in enumerate(asked.choices, 1))
    if choices:
        return f"{asked.wording} {choices}. Its number, or Enter for 1. {asked.about}"
    now = shown(getattr(talk.voice.settings, asked.id, ""))
    return f"{asked.wording} {asked.about} Enter leaves it{f' at {now}' if now else ''}."


def _chosen(asked: Asked, typed: str) -> str:
    """Return what was typed, or the choice whose number was; the first where nothing was."""
    names = [name for name, _ in asked.choices]
    number = number_typed(typed) or 0
    if names and not typed:
        return names[0]
    return names[number - 1] if 0 < number <= len(names) else typed


def _take(talk: Talk, asked: Asked, answer: str) -> None:
    """Let one answer hold. Raises JournalError where it cannot."""
    voice = talk.voice
    if not answer:
        return
    if asked.id == GOAL:
        goal = new_goal(answer, talk.journal.clock.now(), talk.journal.clock.zone, voice.today)
        if goal is not None:
            kept = talk.save(goal, "goal", answer)
            talk.say(f"Kept: {one_line(kept.text)}")
        return
    value = change(voice.places.settings, asked.id, answer)
    voice.settings = voice.settings._replace(**{asked.id: value})
    talk.say(f"Kept: {shown(value)}.")
