"""Keeping a look back: one record, saved in order, and until then a draft that outlives us.

The draft holds the record as "keep for later" would keep it, so that going on after a crash and
going on the next morning are the same.
"""

import threading
from typing import NamedTuple

from journal.errors import JournalError, NotWritten
from journal.practice.look_back.resuming import PLACE
from journal.practice.look_back.trying import KINDS as TRIES
from journal.practice.look_back.trying import try_of_look_back
from journal.practice.making import When
from journal.records.codec import to_doc
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.journal import Journal


class State(NamedTuple):
    """A look back at one moment.

    number  counts the moments, so that an older state never follows a newer one
    record  what would be kept; its id and version are those from which this began
    prompt  where the cursor is, or ""
    """

    number: int
    record: Record
    prompt: str = ""


class Keeping:
    """The look back of one window on its way to the disk. Its methods may wait for the disk.

    kept   the record as the journal has it, if it does
    op     what saving it is called
    place  what its draft is called
    """

    def __init__(
        self, journal: Journal, kept: Record | None = None, *, op: str = "close", place: str = PLACE
    ) -> None:
        self._journal = journal
        self._op, self._place = op, place
        self._one_at_a_time = threading.Lock()
        self._kept = kept
        self._newest = 0

    def save(self, state: State) -> Record:
        """Keep the look back as it is now, and forget its draft. Raises JournalError.

        Once it was kept, this changes the same record, and only if there is anything to change.
        """
        with self._one_at_a_time:
            record = self._named(state.record)
            if record != self._kept:
                [record] = self._journal.save(record, op=self._op)
            self._kept, self._newest = record, max(state.number, self._newest)
            self._journal.drafts.keep(self._place, "")
            return record

    def finish(self, state: State, when: When) -> Record:
        """Keep a look back that is done, and the try that it leads to. Raises JournalError.

        However often it is finished, it leads to one try.
        """
        record = self.save(state)
        new = try_of_look_back(record, self._journal.find(Criteria(TRIES)), when)
        if new is not None:
            self._journal.save(new, op=new.kind)
        return record

    def draft(self, state: State) -> None:
        """Write down the look back as it is now, unless something newer was. Raises NotWritten."""
        with self._one_at_a_time:
            if state.number > self._newest:
                self._newest = state.number
                self._draft(state)

    def forget(self) -> None:
        """Forget the draft: nothing of it is to be kept. Raises NotWritten."""
        with self._one_at_a_time:
            self._journal.drafts.keep(self._place, "")

    def save_or_draft(self, state: State, when: When | None = None) -> JournalError | None:
        """Keep the look back, or else its draft; return what went wrong.

        when  the present, where it is done

        None: all is safe. The error's message holds the text where not even a draft could be kept.
        """
        try:
            if when is None:
                self.save(state)
            else:
                self.finish(state, when)
        except JournalError as error:
            return self._drafted(state, error)
        return None

    def _drafted(self, state: State, error: JournalError) -> JournalError:
        try:
            with self._one_at_a_time:
                self._draft(state)
        except JournalError:
            return NotWritten(f"{error.message}\nYour text:\n{state.record.text}", error.hint)
        return NotWritten(f"{error.message}\nYour look back waits here and is offered next time.")

    def _draft(self, state: State) -> None:
        record = self._named(state.record)
        self._journal.drafts.keep(
            self._place,
            record.text,
            record=to_doc(record),
            id=record.id,
            version=record.version,
            prompt=state.prompt,
        )

    def _named(self, record: Record) -> Record:
        """Return `record` as the next version of what was kept, if anything was."""
        kept = self._kept
        return record._replace(id=kept.id, version=kept.version) if kept else record
