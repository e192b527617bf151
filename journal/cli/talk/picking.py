"""The notes of a look back: reading them, picking one to look at closely, setting some aside."""

from journal.cli.numbers import number_typed
from journal.cli.talk.sitting import Sitting
from journal.cli.talk.state import TEN, Talk
from journal.cli.talk.wording import entry
from journal.errors import Usage

PICK = "One of your notes to look at closely? Its number, or Enter for none; :notes reads them."


class Notes:
    """What a look back is about, in one conversation."""

    def __init__(self, talk: Talk, sitting: Sitting) -> None:
        self._talk = talk
        self._sitting = sitting
        self._next = 0

    def read(self, _typed: str) -> None:
        """Read the next ten, numbered; after the last ones, the first again."""
        notes, aside = self._sitting.notes, self._sitting.close.aside
        first = self._next if self._next < len(notes) else 0
        self._next = min(first + TEN, len(notes))
        for number in range(first, self._next):
            also = ", set aside" if notes[number].id in aside else ""
            self._talk.say(f"{number + 1}. {entry(notes[number])}{also}")
        if self._next < len(notes):
            self._talk.say(f"{self._next} of {len(notes)}. :notes reads on.")
        if not notes:
            self._talk.say("There are no notes to read here.")

    def pick(self, typed: str) -> None:
        """Take the number of a note; what is no number answers the question that comes next."""
        sitting = self._sitting
        if number_typed(typed) is not None:
            number = self._number(typed)
            sitting.pick(number)
            self._talk.say(f"You picked {entry(sitting.notes[number - 1])}")
            return
        sitting.answer("")
        if typed and (question := sitting.question):
            self._talk.say(f"Taken as the answer to: {question.wording}")
            sitting.answer(typed)

    def set_aside(self, typed: str) -> None:
        """Set a note aside for this look back, or take it in again."""
        number = self._number(typed)
        is_aside = self._sitting.set_aside(number)
        self._talk.say(f"Number {number} is {'set aside' if is_aside else 'taken in again'}.")

    def _number(self, typed: str) -> int:
        """Return the number of a note. Raises Usage."""
        number = number_typed(typed) or 0
        if not 1 <= number <= len(self._sitting.notes):
            raise Usage("There is no note with that number.", ":notes reads them.")
        return number
