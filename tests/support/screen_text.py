"""What a running app shows, as plain text."""

from typing import Any

from textual.app import App


def screen_text(app: App[Any]) -> str:
    """Return the rows of the screen, without spaces at their ends.

    It asks Textual's compositor, which has no public door, in this one place.
    """
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)
