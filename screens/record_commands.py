"""What can be done with the record that is highlighted, in any place that shows records."""

from collections.abc import Callable
from functools import partial

from journal.errors import JournalError
from journal.practice.noting import clean_tags
from journal.records.record import MARKS, Record, Sign
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.keys import with_keys
from screens.place import Place
from screens.turns import in_turn

ON_A_RECORD = ("open", "edit", "tags", "sign", "star", "copy", "trash")
NO_SIGN = "none"


class RecordPlace(Place):
    """A place in which a record can be highlighted, and changed where it stands."""

    def action_look_back(self) -> None:
        """Look back on the day."""
        from screens.look_back.screen import LookBack  # not needed for the first screen

        self.app.push_screen(LookBack(self.journal, self.settings))

    async def action_edit(self) -> None:
        """Change the text of the highlighted record."""
        from screens.editing import edit  # likewise

        record = self._chosen()
        await edit(self, record, partial(self._change, record))

    def action_editor(self) -> None:
        """Change the text of the highlighted record in the learner's own editor."""
        from screens.editing import edit_outside

        record = self._chosen()
        edit_outside(self, record, partial(self._change, record))

    async def action_tags(self) -> None:
        """Change the tags of the highlighted record."""
        record = self._chosen()

        def take(typed: str) -> None:
            tags = clean_tags(typed.replace(",", " ").split())
            self._change(record, lambda now: now._replace(tags=tags))

        await self.ask(Ask("Tags, with spaces between", " ".join(record.tags)), take)

    async def action_sign(self) -> None:
        """Say in one word what the highlighted record is."""
        record = self._chosen()
        signs = [Choice(sign, sign, mark) for sign, mark in MARKS.items()]

        def take(chosen: str) -> None:
            sign = None if chosen == NO_SIGN else Sign(chosen)
            self._change(record, lambda now: now._replace(sign=sign))

        await self.ask(Choose("What is it?", [*signs, Choice(NO_SIGN, "no sign")]), take)

    def action_star(self) -> None:
        """Give the highlighted record a star, or take it off."""
        self._change(self._chosen(), lambda now: now._replace(starred=not now.starred))

    def action_copy(self) -> None:
        """Copy the text of the highlighted record, if the terminal allows it."""
        self.app.copy_to_clipboard(self._chosen().text)
        self.say("Copied. Whatever reads the clipboard can now read it too.")

    def action_trash(self) -> None:
        """Move the highlighted record to the trash."""
        self._change(self._chosen(), lambda now: now._replace(trashed=True), op="trash")
        self.say(with_keys("In the trash. {undo} brings it back.", self.settings.keys))

    def _chosen(self) -> Record:
        record = self.highlighted()
        if record is None:
            raise LookupError("a command on a record where none is highlighted")
        return record

    @in_turn
    def _change(
        self, record: Record, changed: Callable[[Record], Record], op: str = "edit"
    ) -> None:
        """Save what `changed` makes of a record as it is now."""
        try:
            now = self.journal.get(record.id)
            new = changed(now)
            if new != now:
                self.journal.save(new, op=op)
        except JournalError as error:
            self.post_message(self.Failed(error))
