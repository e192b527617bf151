"""What can be done with a page, line by line: taken back, kept for longer, made anew."""

from collections.abc import Callable
from datetime import date

from journal.cli.nouns.noun import when_now
from journal.cli.talk.coach import folder, kept_here, one_of, page_in_words
from journal.cli.talk.coach_page import asked_free, make_page_for
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.dates import parse_day
from journal.errors import JournalError, Usage
from journal.sharing import desk, drafting, giving
from journal.sharing.agreeing import Yes, must_hold
from journal.sharing.ledger import HOLDING, OVER
from journal.sharing.project import day_in_words

TYPED = "take back"


def take_back(talk: Talk, typed: str) -> None:
    """Take a page back; yes is typed in words."""
    ready = _page(talk, typed, lambda ready: ready.state not in OVER)
    page = ready.record
    if ready.state in OVER:
        raise Usage("This page was taken back already, or was not given.")
    talk.say(f"The page for {page_in_words(talk, page)}")
    talk.say(f"Taking it back stops what comes next. {giving.CANNOT_BE_RECALLED}")
    said = talk.voice.answer(f"To do it, type: {TYPED}. Enter leaves it.").text
    if " ".join(said.casefold().split()) != TYPED:
        talk.say("Nothing was done.")
        talk.voice.hear_again(said)
        return
    notice = giving.withdraw(talk.journal, page, folder(talk), when_now(talk.voice))
    kept_here(talk)
    if notice is None:
        talk.say("It had not left, and now it will not.")
    else:
        talk.say(f"Taken back. The notice lies here: {notice}")
        talk.say(f"Send it the way the page went. {giving.CANNOT_BE_RECALLED}")


def keep_longer(talk: Talk, typed: str) -> None:
    """Let a coach keep a page for longer; the coach's name, typed, is the yes."""
    ready = _page(talk, typed, lambda ready: ready.state in HOLDING)
    must_hold(ready)
    talk.say(f"The page for {page_in_words(talk, ready.record)}")
    until = _until(talk)
    free = asked_free(talk, ready)
    name, day = ready.coach.name, day_in_words(until, talk.voice.today)
    said = talk.voice.answer(f"{name} may keep it until {day}. To agree, type {name}.").text
    when = when_now(talk.voice)
    notice = giving.renew(talk.journal, ready.record, Yes(said, free), until, folder(talk), when)
    kept_here(talk)
    talk.say(f"The notice lies here: {notice}. Send it the way the page went.")


def make_anew(talk: Talk, typed: str) -> None:
    """Make a page anew, with the choices of one that there is."""
    ready = _page(talk, typed, lambda _ready: True)
    card = desk.coach_of(talk.journal, ready.record)
    if drafting.is_kept(talk.journal, card):
        begun = f"A page for {ready.coach.name} is begun already."
        if not talk.voice.confirmed(f"{begun} Put this one in its place? yes or no."):
            talk.say("Nothing was done. :new page goes on with it.")
            return
    drafting.write_down(talk.journal, card, drafting.again(talk.journal, ready.record))
    make_page_for(talk, card)


def _until(talk: Talk) -> date:
    """Ask for a last day. Raises Back where nothing is said."""
    while True:
        said = talk.voice.answer("Until which day? Enter leaves it.").text.strip()
        if not said:
            raise Back
        try:
            return parse_day(said, talk.voice.today, talk.voice.settings.date_order)
        except JournalError as error:
            talk.voice.show_error(error)


def _page(talk: Talk, typed: str, fits: Callable[[desk.Ready], bool]) -> desk.Ready:
    """Return the page that is named by its number, or one of those that fit.

    Raises Usage where there is none.
    """
    today = talk.voice.today
    if typed:
        record, _ = talk.record(typed)
        if record.kind != "excerpt":
            raise Usage("That is no page for a coach.", ":5 reads your coaches and pages.")
        return desk.ready(talk.journal, record, today)
    all_ = (desk.ready(talk.journal, page, today) for page in desk.pages(talk.journal))
    there = {ready.record.id: ready for ready in all_ if fits(ready)}
    if not there:
        raise Usage("There is no such page.", ":5 reads your coaches and pages.")
    if len(there) == 1:
        return next(iter(there.values()))
    rows = [(id_, page_in_words(talk, ready.record)) for id_, ready in there.items()]
    return there[one_of(talk, "Which page?", rows)]
