"""What can be done with records that are there to be read: open them, and bring them back."""

from screens.keys import Command
from screens.moving import MovingPlace


class ReadablePlace(MovingPlace):
    """A place whose records can be read whole, with their history, and brought back."""

    def can(self, command: Command) -> bool:
        """Allow bringing back only from the trash, and throwing away only what is not there."""
        record = self.highlighted()
        if command.id in ("restore", "trash") and record is not None:
            return record.trashed is (command.id == "restore") and super().can(command)
        return super().can(command)

    def action_open(self) -> None:
        """Read the highlighted record whole."""
        self._read_whole()

    def action_history(self) -> None:
        """Read the highlighted record with what it said before."""
        self._read_whole(past=True)

    def action_restore(self) -> None:
        """Bring the highlighted record back from the trash."""
        self._change(self._chosen(), lambda now: now._replace(trashed=False), op="restore")

    def _read_whole(self, *, past: bool = False) -> None:
        from screens.reading import Reading  # not needed for the first screen

        self.app.push_screen(Reading(self.journal, self.settings, self._chosen(), past=past))
