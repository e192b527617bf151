"""What a conversation remembers: what was shown last, what may be typed next, what others do."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journal.cli.numbers import number_typed
from journal.cli.talk.others import Others
from journal.cli.talk.voice import Voice
from journal.cli.talk.wording import first_words
from journal.errors import JournalError, Usage
from journal.records.record import Record

if TYPE_CHECKING:
    from journal.practice.deeds.deed import Deed

TEN = 10
"""How many entries of a list are read at a time."""


Moves = Callable[[], tuple[str, "list[Deed]"]]
"""Makes the id of a record and what can be done with it."""


class Entry(NamedTuple):
    """One entry of a list.

    thing  the id of a record, or a day, or None where it cannot be opened
    line   makes its words when it is its turn
    moves  where moving it on is something else than for its record: what it acts on, and the deeds
    """

    thing: str | date | None
    line: Callable[[], str]
    moves: Moves | None = None


class Talk:
    """One conversation.

    voice    reads and writes the lines
    code     how it will end: 0, or the code of the last save that failed
    expects  what takes the next line, if it is no command
    current  the id of the record that was shown or kept last, or ""
    day      the day that was read last
    """

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.journal = voice.journal
        self.others = Others(self.journal)
        self.code = 0
        self.expects: Callable[[str], None] | None = None
        self.current = ""
        self.day: date | None = None
        self._entries: Sequence[Entry] = ()
        self._next = 0
        self._numbered: list[Entry] = []

    def say(self, line: str) -> None:
        """Say a line."""
        self.voice.say(line)

    def forget(self) -> None:
        """Forget what was shown, because the journal is locked."""
        self._entries, self._next, self._numbered = (), 0, []
        self.expects, self.current, self.day = None, "", None
        self.others.pass_over_all()

    # --- lists, ten at a time

    def read_list(self, entries: Sequence[Entry]) -> None:
        """Read a list; its numbers are what commands can name from now on."""
        self._entries, self._next, self._numbered = entries, 0, []
        self.go_on()

    @property
    def has_more(self) -> bool:
        """Whether the last list goes on."""
        return self._next < len(self._entries)

    def go_on(self) -> None:
        """Read the next ten of the last list."""
        first, total = self._next, len(self._entries)
        self._next = min(first + TEN, total)
        for entry in self._entries[first : self._next]:
            thing, line = entry.thing, entry.line
            if thing:
                self._numbered.append(entry)
            self.say(f"{len(self._numbered)}. {line()}" if thing else line())
            self.current = thing if isinstance(thing, str) else self.current
        if self.has_more:
            rest = total - self._next
            which = f"next {TEN}" if rest > TEN else f"last {rest}" if rest > 1 else "last one"
            self.say(f"{self._next} of {total}. Type more for the {which}.")

    # --- what a command acts on

    def show(self, record: Record) -> None:
        """Take `record` for the one that was shown last."""
        self.current = record.id

    def numbered(self, typed: str) -> str | date | None:
        """Return what the number `typed` means in the last list, None if it is no number."""
        entry = self._entry(typed)
        return entry.thing if entry else None

    def moves(self, typed: str) -> tuple[str, "list[Deed]"] | None:
        """Return what moving on the number in front of `typed` does, where that is its own."""
        entry = self._entry(typed.partition(" ")[0])
        return entry.moves() if entry and entry.moves else None

    def _entry(self, typed: str) -> Entry | None:
        if (number := number_typed(typed)) is None:
            return None
        if not 0 < number <= len(self._numbered):
            raise Usage(f"There is no number {number} in the last list.", ":1 reads today.")
        return self._numbered[number - 1]

    def record(self, typed: str) -> tuple[Record, str]:
        """Return the record that a command acts on, and what else was typed.

        A number in front names it in the last list; otherwise it is the last one shown or kept.
        Raises Usage, and NoSuchRecord.
        """
        first, _, rest = typed.partition(" ")
        thing = self.numbered(first)
        if isinstance(thing, date):
            raise Usage(f"Number {first} is a day.", f":open {first} reads it.")
        if thing is None and not self.current:
            raise Usage("Nothing was shown or kept yet.", "Write a note, or read today with :1.")
        id_, rest = (thing, rest.strip()) if thing is not None else (self.current, typed)
        return self.journal.get(id_), rest

    # --- saving

    def save(self, record: Record, op: str, text: str = "") -> Record:
        """Keep a record; it is then the last one kept.

        text  what would be lost if that failed; it is repeated then
        Raises JournalError.
        """
        [kept] = self.save_all([record], op, text)
        return kept

    def save_all(self, records: Sequence[Record], op: str, text: str = "") -> list[Record]:
        """Keep records in one change; the first is then the last one kept. As `save`."""
        try:
            kept = self.voice.rescuing(text, lambda: self.journal.save(*records, op=op))
        except JournalError as error:
            self.code = error.code
            raise
        self.others.pass_over(*kept)
        for record in kept[:1]:
            self.show(record)
        return kept

    def change(
        self, id_: str, change: Callable[[Record], Record], said: str, text: str = ""
    ) -> None:
        """Save what `change` makes of a record as it is now, and say so.

        said  what stands before the record's first words
        text  as in `save`
        """
        now = self.journal.get(id_)
        changed = self.voice.rescuing(text, lambda: change(now))
        if changed == now:
            self.show(now)
            self.say("Unchanged.")
            return
        kept = self.save(changed, "edit", text)
        self.say(f"{said}: {first_words(kept)}")
