"""What a look back has of its own: its keys, remapped by their names, and how they are said."""

from typing import ClassVar

from textual.binding import Binding

from screens.help import Help
from screens.keys import COMMANDS, LOOK_BACK, SHARED, Command, bindings, with_keys
from screens.place import Place

LISTED = (*LOOK_BACK, *(COMMANDS[id_] for id_ in ("earlier", "later", "help", "quit")))
"""What a list of commands says here."""


def own_bindings(*ids: str) -> list[Binding]:
    """Return the bindings of these; with priority: each acts before the next key is looked at."""
    return [
        Binding(each.keys, each.id, each.words, id=each.id, show=False, priority=True)
        for each in LOOK_BACK
        if each.id in ids
    ]


def all_bindings() -> list[Binding]:
    """Return the bindings of the look back on a day."""
    return [*own_bindings(*(each.id for each in LOOK_BACK)), *bindings(*SHARED)]


class OwnKeys(Place):
    """A place with keys of a look back.

    own  the names of those that it has
    """

    own: ClassVar[tuple[str, ...]] = tuple(each.id for each in LOOK_BACK)

    def with_keys(self, said: str) -> str:
        """Return what a bottom line says, "{enough} enough for today", with the learner's keys."""
        return with_keys(said, self.settings.keys)

    def own_commands(self) -> list[Command]:
        """Return those that it has."""
        return [each for each in LOOK_BACK if each.id in self.own]

    def show_help(self, about: str) -> None:
        """Show `about` above the keys, its own first."""
        said = [each.id for each in self.own_commands()]
        self.app.push_screen(Help(about, [*said, *SHARED], self.settings.keys))
