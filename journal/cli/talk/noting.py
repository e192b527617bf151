"""Notes: a line is one; and what it is a sign of, in one word."""

from journal.cli.editor import edited
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back, Leaving, parse
from journal.cli.talk.wording import first_words
from journal.errors import Usage
from journal.practice.noting import new_note, typed_sign
from journal.records.record import SIGNS, Sign

WORDS = ", ".join(sign.value for sign in Sign)
NO_SIGN = "none"

ASKS_FOR_HELP = ("help", "?", "??")
"""Notes that are rather a call for help; they are kept all the same, for they are the learner's."""

DONE = ("done",)
"""What ends a text of several lines."""


def keep_line(talk: Talk, line: str, said: str = "Kept") -> None:
    """Keep a typed line as a note, with the sign that may be typed in front."""
    sign, text = typed_sign(line)
    keep(talk, text, sign, said)


def keep(talk: Talk, text: str, sign: Sign | None = None, said: str = "Kept") -> None:
    """Keep a note, and say so; on a terminal, one without a sign is asked for a word."""
    clock = talk.journal.clock
    note = new_note(text, clock.now(), clock.zone, talk.voice.today, sign=sign)
    kept = talk.save(note, "add", text)
    if note.text != text:
        talk.say("What was not UTF-8 in it is kept as \ufffd.")
    if talk.journal.locked:
        talk.say("Kept, and sealed.")
        return
    said = f"Kept as {sign}" if sign else said
    if sign or not talk.voice.on_terminal:  # nobody answers in a pipe: every line is a note
        talk.say(f"{said}, {kept.at:%H:%M}.")
    else:
        talk.say(f"{said}, {kept.at:%H:%M}. One word for it, or Enter: {WORDS}.")
        talk.expects = lambda answer: _take_word(talk, answer)
    if text.strip().lower() in ASKS_FOR_HELP:
        talk.say("To read the commands, type :h; :u takes this note back.")


def _take_word(talk: Talk, answer: str) -> None:
    """Take the word for the note that was kept just now; another line is a new note."""
    word = answer.strip()
    sign = _named(word)
    if sign:
        talk.save(talk.journal.get(talk.current)._replace(sign=sign), "edit")
        talk.say(f"Kept as {sign}.")
    elif word:
        keep_line(talk, answer, "Kept as a new note")


def _named(word: str) -> Sign | None:
    """Return the sign that a word names, whatever the word's case."""
    return next((sign for sign in Sign if sign == word.lower()), None)


def sign(talk: Talk, typed: str) -> None:
    """Say in one word what a record is, or take its word away."""
    record, word = talk.record(typed)
    if not word:
        talk.say(f"{first_words(record)}")
        word = talk.voice.answer(f"One word for it: {WORDS}, or {NO_SIGN}. Enter: as it is.").text
    if not word.strip():
        talk.say("Unchanged.")
        return
    chosen = SIGNS.get(word.strip()) or _named(word.strip())
    if chosen is None and word.strip().lower() != NO_SIGN:
        raise Usage("That is none of the words.", f"There are: {WORDS}, {NO_SIGN}.")
    talk.change(
        record.id,
        lambda now: now._replace(sign=chosen),
        f"Kept as {chosen}" if chosen else "No word",
    )


def write_note(talk: Talk, typed: str) -> None:
    """Keep what stands behind the command, or a note of several lines."""
    if typed:
        keep_line(talk, typed)
        return
    talk.say("Every line belongs to the note, until :done alone keeps it. :back drops it.")
    text = _lines(talk)
    if text.strip():
        keep(talk, text)
    else:
        talk.say("Nothing was written.")


def _lines(talk: Talk) -> str:
    """Return lines until :done; at the end of input, what is there is kept first."""
    lines: list[str] = []
    names = {*DONE, "back", "o", "q", "quit"}
    while True:
        try:
            typed = parse(talk.voice.hear(), names)
        except (Leaving, KeyboardInterrupt):
            _keep_at_end(talk, lines)
            raise
        if typed.command is None:
            lines.append(typed.text)
        elif typed.command in DONE:
            return "\n".join(lines)
        elif typed.command == "back":
            raise Back
        elif typed.command == "o":
            lines = in_editor(talk, "\n".join(lines)).split("\n")
            talk.say("Go on, or :done keeps it.")
        elif typed.command:
            _keep_at_end(talk, lines)
            raise Leaving
        else:
            talk.say(":done keeps the note, :back drops it. A line can begin with two colons.")


def _keep_at_end(talk: Talk, lines: list[str]) -> None:
    if "".join(lines).strip():
        keep(talk, "\n".join(lines))


def in_editor(talk: Talk, text: str) -> str:
    """Return `text` as the learner leaves it in their editor. Raises Usage without a terminal."""
    if not talk.voice.asks:
        raise Usage("No editor can be opened here.", "Type the text instead.")
    return edited(talk.voice, text)
