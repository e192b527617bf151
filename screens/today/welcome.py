"""The very first screen: what this is, what one might write, and two other ways to begin."""

from collections.abc import Iterator
from datetime import datetime, time

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from screens.widgets.choices import Choices

WELCOME = """\
{greeting} This is your journal. It stays on this computer.

What did you notice at work today? One line is enough.

{examples}

Leave out what could name a patient or a client."""

BRING, SAMPLE = "bring", "sample"
BEGINNINGS = (
    (BRING, "Bring notes from another journal"),
    (SAMPLE, "See a sample journal, twelve weeks on"),
)
"""Other ways to begin than to write: each is a command, and its words."""

NOON, EVENING = time(12), time(17)


class Welcome(Vertical):
    """What stands on Today as long as nothing was ever written."""

    def compose(self) -> ComposeResult:
        """Lay out the words, and below them the choices."""
        yield Static("", id="words", markup=False)
        yield Choices(BEGINNINGS, lets_go=True, id="begin")

    def greet(self, now: datetime, day_ends: time) -> None:
        """Say it."""
        words = WELCOME.format(
            greeting=greeting(now.time(), day_ends), examples="\n".join(_examples())
        )
        self.query_one("#words", Static).update(words)


def greeting(now: time, day_ends: time) -> str:
    """Return how one is greeted at that hour; until the day ends it is still evening."""
    if day_ends <= now < NOON:
        return "Good morning."
    return "Good afternoon." if NOON <= now < EVENING else "Good evening."


def _examples() -> Iterator[str]:
    """Yield notes as somebody might write them."""
    import tomllib  # needed once in the life of a journal, as is what comes with it

    from journal.resources import shipped

    text = shipped("data").joinpath("first-notes.toml").read_text("utf-8")
    yield from (f'  "{note}"' for note in tomllib.loads(text)["examples"])
