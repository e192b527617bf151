"""The second step: which names are hidden, and what is still written like one."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from journal.errors import JournalError
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.sharing import card_deeds, drafting
from journal.sharing.redact import OWN, Find
from screens.coach.making import StepPlace
from screens.dialogs.ask import Ask
from screens.keys import bindings
from screens.safe_text import plain
from screens.widgets.choices import Choices

ABOUT = """\
Rules and your own list hide names. That does not make the page anonymous: \
somebody who knows you or your work may still recognise people."""

LEFT, FOUND = "left ", "found "
ADD, GO_ON = "add", "go on"


class HidePlace(StepPlace):
    """Hiding names: what was found, and questions about what was not."""

    step = 2
    about = "Names: what is hidden from this coach, and what is still written like a name."
    AUTO_FOCUS: ClassVar[str] = "#names"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tick", "choose", "add")]
    called: ClassVar[dict[str, str]] = {
        "tick": "hide it",
        "choose": "change it, or go on",
        "add": "another name",
        "back": "back, kept",
    }
    offers = ("tick", "choose", "add", "undo", "back", "more", "help")

    rows = getters.query_one("#names", Choices)

    _drawn: drafting.Drawn | None = None

    def part(self) -> ComposeResult:
        """Lay out what this is, and is not, and the names."""
        yield Static(ABOUT, id="not-anonymous", markup=False)
        yield Choices(id="names")

    def on_mount(self) -> None:
        """Begin to look for names."""
        super().on_mount()
        self.draw(write_down=False)

    def show_drawn(self, drawn: drafting.Drawn) -> None:
        """Show what is hidden, and what is asked about; the mark stays on its row."""
        was, at, first = self.rows.marked, self.rows.highlighted or 0, self._drawn is None
        self._drawn = drawn
        rows = [(f"{LEFT}{name}", _question(name)) for name in drawn.left]
        rows += [(f"{FOUND}{number}", _found(find)) for number, find in enumerate(drawn.finds)]
        rows += [(ADD, Content("Hide another name")), (GO_ON, Content("Go on: read it"))]
        ids = [id_ for id_, _ in rows]
        marked = ids.index(was) if was in ids else min(at, len(ids) - 1)
        if first and not drawn.left:
            marked = len(ids) - 1
        self.rows.show(rows, marked)
        if not drawn.left and not drawn.finds:
            self.rest("Nothing on this page is written like a name.")
        else:
            self.rest("")
        self.show_keys()

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let space act only on what is asked about."""
        if action == "tick" and not self.rows.marked.startswith(LEFT):
            return False
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Hide the name that is asked about, from this coach and for good."""
        self._hide(self.rows.marked.removeprefix(LEFT))

    def _hide(self, name: str, shown: str = "") -> None:
        try:
            card = self.journal.get(self.making.card.id)
            self.save_card(card_deeds.hiding(card, name, shown))
        except JournalError as error:
            self.show_failed(error)

    async def action_add(self) -> None:
        """Ask for another name to be hidden."""
        await self.ask(Ask("Which name do they never get to read?", ""), self._take_name)

    def _take_name(self, typed: str) -> None:
        if typed.strip():
            self._hide(typed)

    def action_choose(self) -> None:
        """Do what the marked row says."""
        self.rows.action_select()

    @on(OptionList.OptionSelected, "#names")
    async def take_row(self, selected: OptionList.OptionSelected) -> None:
        """Hide a name, change the words in its place, or go on."""
        id_ = str(selected.option_id)
        if id_ == ADD:
            await self.action_add()
        elif id_ == GO_ON:
            self.action_go_on()
        elif id_.startswith(LEFT):
            await self._ask_words(id_.removeprefix(LEFT), "")
        elif self._drawn is not None:
            await self._change_find(self._drawn.finds[int(id_.removeprefix(FOUND))])

    async def _change_find(self, find: Find) -> None:
        hidden = own_of(self.making.card, Coach).hidden
        terms = [each.term for each in hidden if each.shown == find.shown]
        if find.rule != OWN or not terms:
            self.say("A rule hides this, for every coach.")
        else:
            await self._ask_words(terms[0], find.shown)

    async def _ask_words(self, name: str, now: str) -> None:
        title = f"What stands in the place of “{plain(name)}”? Empty: “[name A]” and so on."
        await self.ask(Ask(title, now), lambda typed: self._hide(name, typed))

    def action_go_on(self) -> None:
        """Go to the next step."""
        from screens.coach.reading import ReadPlace

        self.go_to(ReadPlace)

    def action_back(self) -> None:
        """Go back to choosing."""
        from screens.coach.choosing import ChoosePlace

        self.go_to(ChoosePlace)


def _question(name: str) -> Content:
    return Content.assemble(plain(name), ("   is this a name? It stays unless you hide it", "dim"))


def _found(find: Find) -> Content:
    rule = "" if find.rule == OWN else f"   {find.rule}"
    return Content.assemble(plain(find.said), (" → ", "dim"), plain(find.shown), (rule, "dim"))
