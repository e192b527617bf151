"""Keeping a look back: a draft after every answer, one record at its end."""

from journal.cli.look_back.gathering import say_quietly, try_after
from journal.cli.talk.afterwards import ask_afterwards, offer_longer
from journal.cli.talk.sitting import Sitting
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.cli.talk.wording import first_words
from journal.errors import JournalError
from journal.practice.look_back.resuming import PLACE
from journal.records.codec import to_doc
from journal.records.record import Record


def write_down(talk: Talk, sitting: Sitting) -> None:
    """Write down what was answered so far, so that it outlives this process."""
    record = sitting.as_record(done=False)
    question = None if sitting.is_over else sitting.question
    try:
        talk.journal.drafts.keep(
            PLACE,
            record.text,
            record=to_doc(record),
            id=record.id,
            version=record.version,
            prompt=question.prompt if question else "",
        )
    except JournalError as error:
        talk.voice.show_error(error)
        talk.say("Until that is mended, your answers are kept only as long as this goes on.")


def keep(talk: Talk, sitting: Sitting, *, done: bool) -> None:
    """Keep a look back as `done` or to go on with; where that fails, offer to try again.

    Raises Leaving.
    """
    record = sitting.as_record(done=done)
    if not done and not _is_new(sitting, record):
        return _say_nothing_new(talk, sitting)
    code = talk.code
    while (kept := _saved(talk, record)) is None:
        try:
            typed = talk.voice.answer("Enter tries to keep it again; :q leaves the journal.")
        except Back:
            return None
        if typed.text.strip():
            return talk.voice.hear_again(typed.text)
    talk.code = code
    talk.say("Kept. Done for today." if done else "Kept for later; :l goes on with it.")
    if done:
        _keep_its_try(talk, kept)
    say_quietly(talk.voice, record.day)
    if done:
        ask_afterwards(talk)
        offer_longer(talk)
    return None


def _keep_its_try(talk: Talk, look_back: Record) -> None:
    """Keep the try that a look back leads to, and say so; the look back stays the last one kept."""
    new = try_after(talk.voice, look_back)
    if new is None:
        return
    try:
        kept = talk.save(new, new.kind, new.text)
    except JournalError as error:
        talk.voice.show_error(error)
        return
    talk.say(f"Kept as a try, :tries reads them: {first_words(kept)}")
    talk.show(look_back)


def keep_at_end(talk: Talk, sitting: Sitting) -> None:
    """Keep what was answered because the conversation ends; nothing is asked any more."""
    record = sitting.as_record(done=False)
    if _is_new(sitting, record) and _saved(talk, record) is not None:
        talk.say("Kept for later; :l goes on with it.")


def _is_new(sitting: Sitting, record: Record) -> bool:
    return sitting.has_words and record != sitting.record


def _say_nothing_new(talk: Talk, sitting: Sitting) -> None:
    waits = "it waits as before" if sitting.record.id else "nothing was kept"
    talk.say(f"Nothing was written, and {waits}.")


def _saved(talk: Talk, record: Record) -> Record | None:
    """Save it and forget its draft; return it as it was kept, or None and say what went wrong."""
    try:
        kept = talk.save(record, "close", record.text)
        talk.journal.drafts.keep(PLACE, "")
    except JournalError as error:
        talk.voice.show_error(error)
        return None
    return kept
