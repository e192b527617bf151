"""The smallest app that Textual can make."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("Hello there, terminal")


if __name__ == "__main__":
    Hello().run()
