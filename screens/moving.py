"""What can come next for a record, listed in words; the one thing that needs is asked in place."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import JournalError, Usage
from journal.paths import typed_path
from journal.practice.deeds.around import NOTES, records_around
from journal.records.criteria import Criteria
from journal.records.record import Record
from screens.dialogs.choose import Choice, Choose
from screens.keys import Command, shown
from screens.record_commands import RecordPlace
from screens.safe_text import in_a_row
from screens.turns import in_turn

if TYPE_CHECKING:
    from journal.practice.deeds.deed import Deed, Said
    from screens.dialogs.steps import Done

KINDS = ("note", "item", "experiment", "plan", "context", "goal", "belief", "asset", "feedback")
"""The kinds of records that something can come next for."""

TITLE = 60
"""So many characters of a record stand above a list."""


class MovingPlace(RecordPlace):
    """A place whose records can be moved on, and where something new can be begun."""

    def can(self, command: Command) -> bool:
        """Allow moving on only what can move."""
        record = self.highlighted()
        if command.id == "for_coach" and record is not None:
            return not record.trashed and super().can(command)
        if command.id == "move" and record is not None:
            return record.kind in KINDS and not record.trashed and super().can(command)
        if command.id == "not_now" and record is not None:
            from journal.practice.today.looking_again import comes_back  # not for the first screen

            return comes_back(record) and super().can(command)
        if command.id == "sign" and record is not None:
            return record.kind not in KINDS[1:] and super().can(command)
        return super().can(command)

    def around(self) -> Sequence[Record]:
        """Return the records that may belong to the highlighted one. Raises JournalError."""
        record = self.highlighted()
        if record is None or record.kind == "note":
            return ()
        return records_around(self.journal)

    def deeds(self, record: Record) -> "list[Deed]":
        """Return what can be done with a record; in a thread. Raises JournalError."""
        from journal.practice.deeds.all_deeds import deeds_of  # not needed for the first screen

        return [*deeds_of(record, self.around()), *self._in_a_row(record)]

    async def found_deeds(self, record: Record) -> "list[Deed]":
        """Return what can be done with a record, without holding up what is drawn meanwhile."""
        try:
            return await asyncio.to_thread(self.deeds, record)
        except JournalError as error:
            self.show_failed(error)
            return []

    def _in_a_row(self, record: Record) -> "list[Deed]":
        """Return the questions that can be gone through about a record, in the learner's words."""
        if record.kind not in ("item", "experiment"):
            return []
        from journal.practice.deeds.in_a_row import in_a_row
        from journal.practice.look_back.prompts import in_language
        from journal.prompt_files import load_packs

        packs, _ = load_packs(self.journal.places.packs)
        return in_a_row(record, in_language(packs, self.settings.language))

    async def action_move(self) -> None:
        """List what can come next for the highlighted record."""
        await self.move_on(self._chosen())

    async def move_on(self, record: Record, key: str = "") -> None:
        """Ask what a deed needs, the one called `key` or one to be chosen, and do it."""
        deeds = await self.found_deeds(record)
        if deeds:
            await self.do_one_of(deeds, record, _title(record), key)
        else:
            self.say("Nothing comes next for this; it can be read and kept.")

    async def action_add(self) -> None:
        """List what can be begun."""
        await self.begin_new()

    async def begin_new(self, key: str = "") -> None:
        """Ask what is needed to begin something, what is called `key` or to be chosen."""
        from journal.practice.deeds.new import to_add

        try:
            notes = self.journal.find(Criteria(("note",)), newest=NOTES)
        except JournalError as error:
            self.show_failed(error)
            return
        await self.do_one_of(to_add(notes), None, "Begin", key)

    async def do_one_of(
        self, deeds: "Sequence[Deed]", record: Record | None, title: str, key: str = ""
    ) -> None:
        """Let one of `deeds` be chosen, or take the one called `key`; ask what it wants; do it."""
        from screens.dialogs.steps import Steps

        def wrong(deed: "Deed", said: "Said") -> str:
            try:
                self._look_before(deed, said)
                deed.do(record or self._nothing(), said, self.when())
            except JournalError as error:
                return f"{error.message} {error.hint}".strip()
            return ""

        by_key = next((deed for deed in deeds if deed.key == key), None)
        if by_key and not by_key.wants and not (complaint := wrong(by_key, ())):
            self._do(record, by_key, ())
        elif by_key and not by_key.wants:
            self.say(complaint, failed=True)
        else:
            dialog = Steps(title, deeds, wrong, key)
            await self.ask(dialog, lambda done: self._take(record, done))

    def _take(self, record: Record | None, done: "Done") -> None:
        self._do(record, done.deed, done.said)

    def _nothing(self) -> Record:
        when = self.when()
        return Record("", when.at, when.zone, when.day, "")

    # --- doing it

    @in_turn
    def _do(self, record: Record | None, deed: "Deed", said: "Said") -> None:
        """Save what comes of a deed, done with the record as it is now."""
        try:
            now = self.journal.get(record.id) if record and record.id else self._nothing()
            made = [each for each in deed.do(now, said, self.when()) if each != now]
            self._leave_and_save(deed, said, made)
        except JournalError as error:
            self.post_message(self.Failed(error))
            return
        undo = shown("undo", self.settings.keys)
        back = f" {undo} takes it back." if made else ""
        self.post_message(self.Said(f"{_told(deed, said)}{back}"))
        self.done_with(deed)

    def done_with(self, deed: "Deed") -> None:
        """Follow what was just done; in the thread that did it."""

    def _leave_and_save(self, deed: "Deed", said: "Said", made: list[Record]) -> None:
        """Save, and let the text of the deed leave as was said; both or neither."""
        if not deed.leaves:
            self.journal.save(*made, op=deed.op)
            return
        if _is_copy(said):
            self.journal.save(*made, op=deed.op)
            self.app.call_from_thread(self.app.copy_to_clipboard, deed.leaves)
            return
        from journal.sharing.files import leaving

        with leaving(_path(said), deed.leaves.encode(), self.today()):
            self.journal.save(*made, op=deed.op)

    def _look_before(self, deed: "Deed", said: "Said") -> None:
        """Raise Usage where what leaves cannot be written to the file that was named."""
        if not deed.leaves or _is_copy(said):
            return
        path = _path(said)
        if path.exists():
            raise Usage(f"{path} is there already.", "Name another file.")
        if not path.parent.is_dir():
            raise Usage(f"There is no folder {path.parent}.", "Name a file in one that there is.")

    # --- lists of commands

    async def action_more(self) -> None:
        """Offer what can be done with what is highlighted, its next steps by their words too."""
        record = self.highlighted()
        on_record = [command for command in self.available() if command.record]
        if record is None or not on_record:
            await super().action_more()
            return
        keys = self.settings.keys
        choices = [Choice(c.id, c.words, shown(c.id, keys), c.about) for c in on_record]
        can_move = record.kind in KINDS and not record.trashed
        deeds = await self.found_deeds(record) if can_move else []
        choices += [Choice(f"{DEED}{deed.key}", deed.words) for deed in deeds]
        await self.ask(
            Choose(_title(record), choices),
            lambda chosen: self.call_later(self._more, record, chosen),
        )

    async def _more(self, record: Record, chosen: str) -> None:
        if chosen.startswith(DEED):
            await self.move_on(record, chosen.removeprefix(DEED))
        else:
            await self.action_anywhere(chosen)

    async def action_for_coach(self) -> None:
        """Set the highlighted record aside for a page for a coach, or take it off."""
        from screens.coach.aside import set_aside  # only who has a coach needs it

        await set_aside(self, self._chosen(), self._change)

    def action_not_now(self) -> None:
        """Put the highlighted record off; it waits again in a week."""
        from journal.practice.today.looking_again import put_off

        day = self.today()
        self._change(self._chosen(), lambda now: put_off(now, day), op="put-off")
        self.say("Not now. It waits again in a week.")


DEED = "deed:"
"""How the ids of next steps begin in a list of commands."""


def _title(record: Record) -> str:
    from journal.practice.finding.days import first_words  # not for the first screen

    return in_a_row(first_words([record]), TITLE).plain


def _is_copy(said: "Said") -> bool:
    return said[-1].strip().casefold() == "copy"


def _path(said: "Said") -> Path:
    return typed_path(said[-1].strip()).absolute()


def _told(deed: "Deed", said: "Said") -> str:
    """Return what is said once of something that was done."""
    if not deed.leaves:
        return f"Kept: {deed.words}."
    if _is_copy(said):
        return "Copied. Whatever reads the clipboard can now read it too."
    return f"Written to {_path(said)}."
