"""The line of a dialog that says its keys; in a narrow window, several lines."""

from collections.abc import Iterable

from textual.widgets import Static

BETWEEN = "   "
"""What stands between two keys with their words."""


class KeyLine(Static):
    """Keys with their words, three spaces between; none of them is cut or broken."""

    def __init__(self, said: str) -> None:
        super().__init__("", classes="dialog--keys", markup=False)
        self._parts = said.split(BETWEEN)

    def say(self, said: str) -> None:
        """Say other keys from now on."""
        self._parts = said.split(BETWEEN)
        self.on_resize()

    def on_resize(self) -> None:
        """Say them in another width."""
        if not self.size.width:  # not laid out yet: a line for each would keep its height
            return
        said = "\n".join(packed(self._parts, self.size.width))
        if said != self.content:
            self.update(said)


def packed(parts: Iterable[str], width: int) -> list[str]:
    """Return lines of whole parts, each at most `width` cells wide where the parts allow it."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{BETWEEN}{part}" if lines else part
        if lines and len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
