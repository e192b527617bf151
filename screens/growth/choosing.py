"""Which figures Growth shows: at most three, chosen by the learner."""

from journal.analysis.growth.rules import RULES
from journal.errors import JournalError
from journal.settings import FIGURES_AT_ONCE, load
from journal.settings_file import change
from screens.dialogs.choose import Choice, Choose
from screens.growth.listed_place import PassagePlace
from screens.growth.page_reader import PageReader
from screens.settings_place import SettingsPlace

TITLE = "Figures on this page, at most three; enter puts one on, or takes it off"
FULL = "Three are chosen. Take one of them off first."


class FiguresPlace(PassagePlace, PageReader):
    """A place that shows the figures that are chosen."""

    async def action_figures(self) -> None:
        """Choose a figure, or take it off."""
        chosen = self.settings.figures.split()
        choices = [
            Choice(each.name, f"{'[x]' if each.name in chosen else '[ ]'} {each.title}")
            for each in RULES
        ]
        await self.ask(Choose(TITLE, choices), self._toggle)

    def _toggle(self, name: str) -> None:
        """Put a figure on the page, or take it off."""
        chosen = self.settings.figures.split()
        if name not in chosen and len(chosen) == FIGURES_AT_ONCE:
            self.say(FULL)
            return
        now = [each for each in chosen if each != name] if name in chosen else [*chosen, name]
        path = self.journal.places.settings
        try:
            change(path, "figures", " ".join(now))
            self.settings = load(path)
        except JournalError as error:
            self.show_failed(error)
            return
        self.post_message(SettingsPlace.Set(self.settings))
        title = next(each.title for each in RULES if each.name == name)
        self.say(f"{title}: {'on' if name in now else 'off'} this page.")
        self.read()
