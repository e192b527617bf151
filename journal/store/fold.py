"""The fold: what the changes add up to.

Of each record one version shows: among those that replace something, or else among those that an
import brought, or else among all, the one with the greatest (t, computer). The order of lines and
files never matters, and a line met twice counts once. A first version (one that replaces nothing)
never hides a later one: the same import made on two computers must not undo what was edited in
between. An import says so ("was": []), so that whatever can hide something says "was". A note that
was added while the journal was locked hides nothing: anybody may have written it.

What was purged never shows, whatever comes back of it.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from journal.store.change import ADDED_LOCKED, Change, Doc, replaced


class Version(NamedTuple):
    """One version of a record, and the change that made it."""

    t: int
    computer: str
    doc: Doc
    change: Change

    @property
    def name(self) -> str:
        """What later versions call this one."""
        return self.change["t"]


def _rank(version: Version) -> tuple[bool, bool, bool, int, str, str]:
    """Return by what versions are compared; two of one moment only a cloned computer can make."""
    was, by = version.doc.get("was"), version.change["by"]
    ours = version.change["op"] != ADDED_LOCKED
    return (bool(was), was is not None, ours, version.t, version.computer, by)


class Fold:
    """All versions of all records, and which of each shows.

    purged     the ids of records that never show
    came_back  whether some file still, or again, holds one of them
    """

    def __init__(self) -> None:
        self.shown: dict[str, Version] = {}
        self.purged: set[str] = set()
        self.came_back = False
        self._all: dict[str, list[Version]] = {}

    def add(self, changes: Collection[Change], computer: str) -> list[str]:
        """Take in `changes` that `computer` made; return the ids whose versions have grown."""
        touched, shown = [], self.shown
        new = tuple.__new__  # what Version(…) comes to; there may be fifty thousand
        for change in changes:
            t = int(change["t"])
            for id_, doc in change["set"].items():
                version = new(Version, (t, computer, doc, change))
                if shown.setdefault(id_, version) is version or self._another(id_, version):
                    touched.append(id_)
        orders = [id_ for change in changes if "purge" in change for id_ in change["purge"]]
        return [*touched, *self._purge(orders, touched)] if orders or self.purged else touched

    def _purge(self, orders: list[str], touched: list[str]) -> list[str]:
        """Hide what `orders` name, and what came back of what earlier ones did; return its ids."""
        self.purged.update(orders)
        found = [id_ for id_ in (*orders, *touched) if id_ in self.purged and id_ in self.shown]
        for id_ in found:
            self.shown.pop(id_, None)
            self._all.pop(id_, None)
        self.came_back = self.came_back or bool(found)
        return found

    def _another(self, id_: str, version: Version) -> bool:
        """Take in a further version; return False if it was there already."""
        shown, rank = self.shown[id_], _rank(version)
        versions = self._all.setdefault(id_, [shown])
        if any(known.t == version.t and _rank(known) == rank for known in versions):
            return False
        versions.append(version)
        self.shown[id_] = max(shown, version, key=_rank)
        return True

    def versions(self, id_: str) -> list[Version]:
        """Return all versions of a record, oldest first."""
        return sorted(self._all.get(id_) or [self.shown[id_]], key=_rank)

    def heads(self, id_: str) -> list[Version]:
        """Return the versions that nothing replaces, the shown one last.

        More than one means: edited on both sides. A version that says what the shown one or a
        replaced one says is no other side.
        """
        *others, shown = self.versions(id_)
        named = {name for version in (*others, shown) for name in replaced(version.doc)}
        known = [content(shown), *(content(version) for version in others if version.name in named)]
        heads = [shown]
        for version in reversed(others):
            if version.name not in named and content(version) not in known:
                heads.append(version)
                known.append(content(version))
        return heads[::-1]

    def on_both_sides(self) -> Iterator[str]:
        """Yield the ids of records that were edited on both sides."""
        return (id_ for id_ in self._all if len(self.heads(id_)) > 1)


def content(version: Version) -> Doc:
    """Return what a version says, apart from what it replaces."""
    return {name: value for name, value in version.doc.items() if name != "was"}
