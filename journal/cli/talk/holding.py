"""Holding a look back: ask, hear, write down, and keep it however it ends."""

from collections.abc import Callable, Sequence
from typing import cast

from journal.cli.talk.due import DueTry
from journal.cli.talk.keeping import keep, keep_at_end, write_down
from journal.cli.talk.noting import in_editor
from journal.cli.talk.picking import PICK, Notes
from journal.cli.talk.sitting import Sitting
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Leaving, Typed, parse
from journal.cli.talk.wording import entry
from journal.errors import JournalError, Usage
from journal.practice.look_back.close import Question
from journal.practice.look_back.ending import ending
from journal.practice.look_back.trying import FIRST
from journal.records.close import Close
from journal.records.record import Record, Sign
from journal.visible import one_line

COMMANDS = (
    "In a look back: Enter skips. :why says why it is asked, with an example. :back goes back, "
    ":skip takes an answer out. :notes reads the notes, :aside and a number sets one aside. "
    ":o opens your editor. :enough keeps and finishes, :later stops and keeps, :q leaves."
)


class Another(Exception):
    """Another form or day is wanted instead; `typed` says which."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class _Stop(Exception):
    """The learner ends it here: `done`, or to go on with later."""

    def __init__(self, *, done: bool) -> None:
        super().__init__()
        self.done = done


class Holding:
    """One look back in a conversation.

    before  the steps of what was answered before it was interrupted
    """

    def __init__(self, talk: Talk, sitting: Sitting, before: Sequence[str]) -> None:
        self._talk = talk
        self._sitting = sitting
        self._before = before
        self._notes = Notes(talk, sitting)
        self._due = DueTry(talk, sitting.record.day)
        self._has_ended = False
        self._commands: dict[str, Callable[[str], None]] = {
            "why": self._why,
            "back": self._back,
            "skip": self._skip,
            "notes": self._notes.read,
            "aside": self._notes.set_aside,
            "o": self._editor,
            "l": self._another,
            "look back": self._another,
            **dict.fromkeys(("enough", "done"), self._enough),
            "later": self._later,
            **dict.fromkeys(("h", "?", "help"), self._help),
            **dict.fromkeys(("q", "quit"), self._quit),
        }

    def run(self) -> None:
        """Ask what is to be asked, and keep it; what interrupts it is raised again.

        Raises Another, Leaving and KeyboardInterrupt.
        """
        try:
            while not self._sitting.is_over:
                self._ask()
        except _Stop as stop:
            keep(self._talk, self._sitting, done=stop.done)
        except (Leaving, KeyboardInterrupt):
            keep_at_end(self._talk, self._sitting)
            raise
        else:
            keep(self._talk, self._sitting, done=True)

    # --- one question

    def _ask(self) -> None:
        is_page = self._sitting.close.form == "page"
        if self._sitting.is_at_the_end:
            self._say_ending()
        if not is_page:
            self._talk.say(self._words())
        typed = parse(self._talk.voice.hear(), self._commands)
        try:
            if typed.command is None:
                self._take(typed.text, is_page=is_page)
            else:
                self._do(typed)
        except JournalError as error:
            self._talk.voice.show_error(error)

    def _say_ending(self) -> None:
        """Say, once, what worked, a sentence of the learner's, and what they will try."""
        if self._has_ended:
            return
        self._has_ended = True
        close = cast(Close, self._sitting.as_record(done=False).own)
        worked = [note for note in self._sitting.notes if _worked(note, close)]
        for note in worked[-1:] if close.form != "heavy" else []:
            self._talk.say(entry(note))
        for before, said in ending(close):
            self._talk.say(f"{before} {said}")

    def _words(self) -> str:
        question, place = self._sitting.question, self._sitting.place(self._before)
        said = self._answered(question) if question else PICK
        return f"{place}. {said}" if place else said

    def _answered(self, question: Question) -> str:
        """Return a question, with what was answered where somebody came back to it."""
        given = self._sitting.given.get(question.prompt, "")
        if not given.strip():
            return self._due.words() if self._asks_of_due() else question.wording
        return f"{question.wording} You wrote: “{one_line(given)}”. Enter keeps it."

    def _take(self, text: str, *, is_page: bool) -> None:
        sitting = self._sitting
        if is_page:
            sitting.add(text)
        elif sitting.question is None:
            self._notes.pick(text.strip())
        elif self._is_no_new_try(text):
            sitting.leave_step()
        else:
            sitting.answer(text)
        write_down(self._talk, self._sitting)

    def _asks_of_due(self) -> bool:
        question = self._sitting.question
        return bool(self._due and question and question.prompt == FIRST)

    def _is_no_new_try(self, text: str) -> bool:
        """Tell whether no try is begun here: the one that waits was answered, or nothing typed."""
        question = self._sitting.question
        if question is None or question.prompt != FIRST or self._sitting.given.get(FIRST):
            return False
        return not text.strip() or self._due.is_answered(text)

    # --- commands

    def _do(self, typed: Typed) -> None:
        if typed.command:
            self._commands[typed.command](typed.text)
        else:
            self._talk.say(
                f"“:{typed.text}” is no command here. :h lists them; two colons begin an answer."
            )

    def _why(self, _typed: str) -> None:
        question = self._sitting.question
        if question is None:
            self._talk.say("Looking at one note closely gives more than a day in general.")
            return
        because = question.because
        said = [question.why, f"{because[:1].upper()}{because[1:]}." if because else ""]
        said += [f"For example: {question.example}" if question.example else ""]
        self._talk.say(" ".join(filter(None, said)) or "It is one of your own questions.")

    def _back(self, _typed: str) -> None:
        if self._sitting.back():
            return
        if self._sitting.has_words:
            self._talk.say("This is the first question. :later stops and keeps.")
        else:
            raise _Stop(done=False)

    def _skip(self, _typed: str) -> None:
        self._sitting.skip()
        write_down(self._talk, self._sitting)

    def _editor(self, _typed: str) -> None:
        question = self._sitting.question
        if question is None:
            raise Usage("There is nothing to write here.", "A number picks a note.")
        text = in_editor(self._talk, self._sitting.given.get(question.prompt, ""))
        self._sitting.given[question.prompt] = text
        write_down(self._talk, self._sitting)
        if self._sitting.close.form == "page":
            self._talk.say("Go on, or :done keeps it.")
        else:
            self._sitting.answer("")

    def _another(self, typed: str) -> None:
        if self._sitting.has_words:
            raise Usage("You are looking back already.", ":later stops and keeps it.")
        raise Another(typed or "five")

    def _enough(self, _typed: str) -> None:
        if not (self._sitting.has_words and self._sitting.to_the_end()):
            raise _Stop(done=self._sitting.has_words)

    def _later(self, _typed: str) -> None:
        raise _Stop(done=False)

    def _help(self, _typed: str) -> None:
        self._talk.say(COMMANDS)

    def _quit(self, _typed: str) -> None:
        raise Leaving


def _worked(note: Record, close: Close) -> bool:
    return note.sign == Sign.WORKED and note.id not in close.aside
