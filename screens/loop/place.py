"""The place Loop: seek, sense, try, share."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from journal.practice.longer.parts import Line
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.loop.stages import stages
from journal.practice.shelves import Group
from screens.loop.board import Board, Shown
from screens.safe_text import plain
from screens.widgets.choices import Choices

EMPTY = """\
What you want to find out comes here, and goes round: seek, sense, try, share.
Nothing in it has to be finished, and a lesson kept for yourself is a good end.

Nothing is here yet."""

BEGINNINGS = (
    ("add", "Write down what you want to find out"),
    ("sample", "See a sample journal, twelve weeks on"),
)


class Loop(Board):
    """The loop: a list by stage, with the card of what is marked."""

    place = "loop"
    about = "Loop: what you want to find out, what you make of it, what you try, what you pass on."

    def compose(self) -> ComposeResult:
        """Lay out the goal, the list and the card; or what this will hold."""
        yield from self.header()
        yield Static("", id="goal", markup=False)
        with Vertical(id="empty"):
            yield Static(EMPTY, markup=False)
            yield Choices(BEGINNINGS, id="begin")
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
        begin = self.query_one("#begin", Choices)
        if is_empty:
            self.set_focus(begin)
        elif self.focused in (begin, None):
            self.set_focus(self.groups)

    @on(OptionList.OptionSelected, "#begin")
    async def begin_clicked(self, selected: OptionList.OptionSelected) -> None:
        """Do what was chosen on the empty place."""
        if selected.option_id == "add":
            await self.begin_new("item")
        else:
            await self.action_anywhere(str(selected.option_id))
