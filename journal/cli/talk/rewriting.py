"""Changing a text by typing: one line takes the place of what was there."""

from journal.cli.changing import by_editor
from journal.cli.lines import page_lines
from journal.cli.talk.state import Talk
from journal.cli.talk.wording import title
from journal.errors import Usage
from journal.practice.page import TOMORROW, with_text
from journal.records.close import Close, own_words
from journal.records.record import Record
from journal.visible import one_line, storable

EDITOR = "o"


def rewrite(talk: Talk, record: Record, text: str = "") -> None:
    """Read a record's text and take a new one; of a look back, answer by answer.

    text  what was typed already instead of it, or ""
    """
    own = record.own
    if isinstance(own, Close) and (own.answers or own.tomorrow):
        _save(talk, record, _answers_anew(talk, record, own))
        return
    if not text.strip():
        talk.say(title(record, talk.voice.today))
        for line in page_lines(record):
            talk.say(line)
        text = _typed(talk, record)
    if not text.strip():
        talk.say("Unchanged.")
        return
    talk.change(record.id, lambda now: with_text(now, text), "Changed", text)


def _typed(talk: Talk, record: Record) -> str:
    """Return what is to stand instead of a record's text, "" to keep it."""
    lines = len(record.text.splitlines())
    all_of_it = f" for all {lines} lines" if lines > 1 else ""
    question = f"Type one line instead{all_of_it}. Enter keeps it, :o opens your editor."
    typed = talk.voice.answer(question, EDITOR)
    return _edited(talk, record).text if typed.command else typed.text


def _answers_anew(talk: Talk, record: Record, own: Close) -> Record:
    """Return a look back with the answers that are typed instead of those it has."""
    talk.say(f"{title(record, talk.voice.today)}. Enter keeps an answer, a line replaces it.")
    answers = list(own.answers)
    for number, answer in enumerate(own.answers):
        typed = talk.voice.answer(f"{answer.wording} You wrote: “{one_line(answer.text)}”.", EDITOR)
        if typed.command:
            return _edited(talk, record)
        if typed.text.strip():
            answers[number] = answer._replace(text=storable(typed.text.strip()))
    tomorrow = _tomorrow_anew(talk, own.tomorrow) if own.tomorrow else ""
    new = own._replace(answers=tuple(answers), tomorrow=tomorrow)
    return record._replace(own=new, text=own_words(new.answers, new.tomorrow))


def _tomorrow_anew(talk: Talk, line: str) -> str:
    typed = talk.voice.answer(f"{TOMORROW}. You wrote: “{one_line(line)}”.").text
    return one_line(storable(typed)) if typed.strip() else line


def _edited(talk: Talk, record: Record) -> Record:
    if not talk.voice.asks:
        raise Usage("No editor can be opened here.", "Type the text on one line instead.")
    return by_editor(talk.voice, record)


def _save(talk: Talk, record: Record, new: Record) -> None:
    if new == record:
        talk.say("Unchanged.")
    else:
        talk.save(new, "edit", new.text)
        talk.say("Changed.")
