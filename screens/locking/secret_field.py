"""A field that does not show what is typed, nor gives it away."""

from rich.text import Text
from textual import events

from screens.widgets.field import Field

HIDDEN = "•"


class SecretField(Field):
    """One line for a passphrase or a recovery key: dots for what is typed, and no copy of it."""

    def get_line(self, line_index: int) -> Text:
        """Return a dot for each character."""
        return Text(HIDDEN * len(self.document.get_line(line_index)), end="", no_wrap=True)

    def action_new_line(self) -> None:
        """Do nothing: it is one line."""

    def action_copy(self) -> None:
        """Do nothing: what is hidden is not copied."""

    def action_cut(self) -> None:
        """Likewise."""

    async def _on_paste(self, event: events.Paste) -> None:
        """Take the first line of what is pasted."""
        event.text = event.text.strip().split("\n")[0].rstrip("\r")
        await super()._on_paste(event)
