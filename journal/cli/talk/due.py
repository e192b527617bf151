"""The try that waits, answered in a look back where a new one would be asked for."""

from datetime import date

from journal.cli.look_back.gathering import tries
from journal.cli.nouns.doing import listed
from journal.cli.nouns.needing import chosen
from journal.cli.talk import deeds
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.cli.waiting import in_words_of
from journal.errors import Usage
from journal.practice.deeds.deed import named
from journal.practice.deeds.of_try import answers_in_place
from journal.practice.look_back.trying import due_try


class DueTry:
    """The try that waits on a day, if one does; on an earlier day than today none does."""

    def __init__(self, talk: Talk, day: date) -> None:
        self._talk = talk
        self._due = due_try(tries(talk.voice), day) if day == talk.voice.today else None

    def __bool__(self) -> bool:
        """Tell whether it is still to be answered."""
        return self._due is not None

    def words(self) -> str:
        """Return the question, with what can be answered."""
        if self._due is None:
            return ""
        pairs = [(each.key, each.words) for each in self._due.choices]
        return (
            f"{in_words_of(self._due)} {listed(pairs)}. "
            "Its number; a line begins another try, Enter leaves it."
        )

    def is_answered(self, typed: str) -> bool:
        """Keep the answer that was typed; return False where it is none. Raises JournalError."""
        if self._due is None or not typed.strip():
            return False
        record, choices = self._due.record, self._due.choices
        try:
            key = chosen(typed, [(each.key, each.words) for each in choices])
        except Usage:
            return False
        deed = named(answers_in_place(choices), key)
        if deed is None:
            return False
        try:
            deeds.do(self._talk, record, deed)
        except Back:
            self._talk.say("Left as it was.")
            return True
        self._due = None
        return True
