"""Keeping what is written: off the event loop, in order, never out of hand before it is safe."""

import threading
from collections.abc import Iterable

from journal.errors import JournalError, NotWritten
from journal.records.record import Record, Sign
from journal.store.drafts import Drafts
from journal.store.journal import Journal


class Keeper:
    """Notes on their way to the disk, and the draft of the one being written.

    `hand_over` and `take_back` belong to the event loop, the rest may wait for the disk.
    """

    def __init__(self, journal: Journal, place: str, drafts: Drafts) -> None:
        self._journal = journal
        self._drafts = drafts
        self._place = place
        self._waiting: list[Record] = []
        self._one_at_a_time = threading.Lock()

    def hand_over(self, notes: Iterable[Record]) -> None:
        """Take notes that are to be kept."""
        self._waiting.extend(notes)

    def take_back(self) -> list[Record]:
        """Give back the notes that are not kept."""
        notes, self._waiting = self._waiting, []
        return notes

    def keep(self) -> list[Record]:
        """Save what was handed over, oldest first; return it as kept.

        Raises JournalError at the first that cannot be saved; it and those after it still wait.
        """
        kept: list[Record] = []
        with self._one_at_a_time:
            while self._waiting:
                kept += self._journal.save(self._waiting[0])
                self._waiting.pop(0)
        return kept

    def draft(self, text: str, sign: str | None) -> None:
        """Write down what is being written, so that it outlives this process."""
        with self._one_at_a_time:
            self._drafts.keep(self._place, text, sign=sign)

    def left_behind(self) -> tuple[str, Sign | None]:
        """Return what other sessions were writing here when they died, and make it ours."""
        left = [d for d in self._drafts.left_behind() if d.place == self._place]
        text = "\n".join(draft.text for draft in left)
        sign = Sign(left[0].more["sign"]) if len(left) == 1 and left[0].more.get("sign") else None
        if left:
            self.draft(text, sign)
        for draft in left:
            self._drafts.drop(draft.session, self._place)
        return text, sign

    def keep_or_draft(self) -> JournalError | None:
        """Save what was handed over, or else leave it as a draft; return what went wrong.

        None: all is safe. The error's message holds the text where not even a draft could be kept.
        """
        try:
            self.keep()
            self.draft("", None)
        except JournalError as error:
            return self._draft_rest(error)
        return None

    def _draft_rest(self, error: JournalError) -> JournalError:
        text = "\n".join(note.text for note in self._waiting)
        try:
            self.draft(text, None)
            is_safe = not self._journal.is_undecided  # till then, drafts are in memory only
        except NotWritten:
            is_safe = False
        if not is_safe:
            return NotWritten(f"{error.message}\nYour text:\n{text}", error.hint)
        return NotWritten(f"{error.message}\nYour text waits here and is offered next time.")
