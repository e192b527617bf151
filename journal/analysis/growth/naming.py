"""People and resources: names that come back, each confirmed once by the learner, then kept."""

from collections.abc import Iterable
from typing import NamedTuple

from journal.analysis.entries import Entry
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.recurring import mentioned
from journal.analysis.names import Name, names
from journal.records.mark import Named

COMES_BACK = "Names that come back"
PEOPLE_AND_RESOURCES = "People and resources"

MOST = 12
"""So many names are asked about at once, those that come back most often."""

SHOWN = 100
"""So many passages of a name are listed, the newest."""


class Called(NamedTuple):
    """A name, how often it is there, and its passages, the newest first.

    In each passage the name is the cue, and the `part`.
    """

    name: str
    times: int
    evidence: tuple[Evidence, ...]


class Names(NamedTuple):
    """What the texts name: what was confirmed, and what nobody has said anything of yet."""

    asked: tuple[Called, ...] = ()
    people: tuple[Called, ...] = ()
    resources: tuple[Called, ...] = ()


def names_line(names: Names) -> str:
    """Return the names that come back in one line: "Names that come back: Zeynep 5, Ruth 4"."""
    return f"{COMES_BACK}: {', '.join(f'{each.name} {each.times}' for each in names.asked)}"


def naming(material: Material) -> Names:
    """Return the names in the texts that Growth reads, by what the learner said of them.

    Of the names that nobody has said anything of yet there are at most MOST.
    """
    entries = [Entry(record.id, record.day, record.text) for record in material.written_late]
    found = [(material.marked.named(name.name), name) for name in names(entries)]

    def those(what: Named | None, most: int | None = None) -> tuple[Called, ...]:
        return _called(material, [name for said, name in found if said is what][:most])

    return Names(those(None, MOST), those(Named.PERSON), those(Named.RESOURCE))


def _called(material: Material, found: Iterable[Name]) -> tuple[Called, ...]:
    return tuple(
        Called(
            name.name,
            len(name.mentions),
            tuple(
                mentioned(material, each)._replace(part=name.name)
                for each in reversed(name.mentions[-SHOWN:])
            ),
        )
        for name in found
    )
