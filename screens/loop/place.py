"""The place Loop: seek, sense, try, share."""

from textual.app import ComposeResult
from textual.widgets import Static

from journal.practice.longer.parts import Line
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.loop.stages import stages
from journal.practice.shelves import Group
from screens.loop.begun import BegunBoard
from screens.loop.board import Shown
from screens.safe_text import plain

EMPTY = """\
What you want to find out comes here, and goes round: seek, sense, try, share.
Nothing in it has to be finished, and a lesson kept for yourself is a good end.

Nothing is here yet."""


class Loop(BegunBoard):
    """The loop: a list by stage, with the card of what is marked."""

    place = "loop"
    empty = EMPTY
    beginnings = (
        ("add", "Write down what you want to find out"),
        ("sample", "See a sample journal, twelve weeks on"),
    )
    about = "Loop: what you want to find out, what you make of it, what you try, what you pass on."

    def compose(self) -> ComposeResult:
        """Lay out the goal, the list and the card; or what this will hold."""
        yield from self.header()
        yield Static("", id="goal", markup=False)
        yield from self.beginning()
        yield from self.columns()
        yield from self.bottom()

    def look(self) -> Shown:
        """Return the four stages, and what is kept and parked."""
        around = self.records()
        loop = stages(around, self.today())
        groups = [
            Group(part.name, part.gloss, tuple(Line(*row) for row in part.rows))
            for part in loop.parts
        ]
        more = [("kept", loop.kept)] if loop.kept else []
        goal = goal_on_top(each for each in around if each.kind == "goal")
        return Shown(groups, more, around, goal)

    def show_empty(self, *, is_empty: bool) -> None:
        """Show what this place will hold, or what it holds."""
        super().show_empty(is_empty=is_empty)
        self.query_one("#goal", Static).update(plain(self.shown.goal))

    async def begin_with(self, chosen: str) -> None:
        """Write down a question, or see the sample."""
        if chosen == "add":
            await self.begin_new("item")
        else:
            await self.action_anywhere(chosen)
