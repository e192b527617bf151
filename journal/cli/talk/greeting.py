"""The first lines of a conversation: the day, what waits, and how to write."""

import tomllib

from journal.cli.look_back.gathering import earlier, goals
from journal.cli.talk import left
from journal.cli.talk.afterwards import offer_longer
from journal.cli.talk.state import Talk
from journal.cli.talk.wording import heading
from journal.cli.waiting import counted, in_words_of, what_waits
from journal.dates import in_words
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.look_back.gather import WELCOME, returning
from journal.practice.look_back.resuming import to_go_on_with
from journal.practice.today.waiting import MOST
from journal.records.criteria import Criteria
from journal.resources import shipped
from journal.visible import one_line

HOW = "Type a note and press Enter. A line starting with a colon is a command; :h lists them."


def greet(talk: Talk) -> None:
    """Say what day it is and what waits; the first time, what this is and where it keeps things.

    Raises Damaged.
    """
    newest = talk.journal.find(Criteria(), newest=1)
    waiting = what_waits(talk.voice)
    today = heading(talk.voice.today, talk.voice.today)
    said = ["Journal.", f"{today}."]
    said += [f"{counted(waiting.notes)}."] if waiting.notes else []
    said += ["You have looked back on today."] if waiting.looked_back else []
    talk.say(" ".join(said))
    if not newest:
        _introduce(talk)
    elif returning(newest, talk.journal.clock.now(), talk.voice.settings.welcome_days):
        talk.say(WELCOME)
    if aim := goal_on_top(goals(talk.voice)):
        talk.say(one_line(aim))
    if waiting.line:
        talk.say(f"You left this for today: {one_line(waiting.line)}")
    for due in waiting.due[:MOST]:
        talk.say(f"Waiting, if you like. {in_words_of(due)}")
    _offer_look_back(talk)
    if waiting.looked_back:
        offer_longer(talk)
    left.offer(talk)
    talk.say(HOW)


def _introduce(talk: Talk) -> None:
    """Say what somebody hears who opens a journal for the first time."""
    places = talk.voice.places
    examples = tomllib.loads(shipped("data").joinpath("first-notes.toml").read_text("utf-8"))
    talk.say("This is your journal. It stays on this computer; nothing is sent anywhere.")
    talk.say(f"Your words are kept in {places.journal}, and drafts in {places.drafts}.")
    talk.say("What did you notice at work today? One line is enough.")
    talk.say(f"For example: {one_line(examples['examples'][0])}")
    talk.say("Leave out what could name a patient or a client.")
    talk.say(
        ":import brings in another journal; journal demo --plain is a sample, twelve weeks on."
    )


def _offer_look_back(talk: Talk) -> None:
    """Say that a look back can go on, whether it was kept for later or its window was closed."""
    closes = [*earlier(talk.voice), *left.look_backs(talk)]
    record = to_go_on_with(closes, talk.voice.today)
    if record is not None:
        day = in_words(record.day, talk.voice.today)
        talk.say(f"The look back on {day} was interrupted; :l goes on with it.")
