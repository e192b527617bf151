"""Undo and redo: which changes can be taken back, and what taking them back writes.

Pure. An undo is a change like others: it writes back the versions from before, and a record that
was not there before goes to the trash. A redo writes the undone versions again.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journal.store.change import Change, Doc, key_of, replaced
from journal.store.fold import Fold, Version, content

FINAL = frozenset({"purge", "propose", "share", "withdraw", "encrypt", "decrypt", "restore-backup"})
"""Operations that cannot be taken back."""


class Step(NamedTuple):
    """What the learner did at one time: one change, or all the changes of one import.

    key      the run or the t
    op, by   of its changes
    t        nanoseconds since 1970 UTC, of its last change
    changes  oldest first
    order    by what steps are ordered: also when the clock was wrong, and set right since
    """

    key: str
    op: str
    by: str
    t: int
    changes: tuple[Change, ...]
    order: tuple[int, int]

    def docs(self) -> dict[str, tuple[str, Doc]]:
        """Return by id the version (its name, and what it says) that this step left behind."""
        return {id_: (c["t"], doc) for c in self.changes for id_, doc in c["set"].items()}


class Timeline(NamedTuple):
    """The steps of one computer: those in force and those taken back, the newest last.

    again  by key of a step: the step that did it again, where it was taken back and redone
    """

    done: list[Step]
    undone: list[tuple[Step, Step]]
    again: dict[str, Step]


def timeline(changes: Iterable[Iterable[Change]]) -> Timeline:
    """Return what a computer's changes say about what was done and taken back.

    changes  those made under each name that the computer has had, the names in their order
    """
    line = Timeline([], [], {})
    for step in _steps(changes):
        undoes, redoes = step.changes[0].get("undoes"), step.changes[0].get("redoes")
        if undoes:
            _move_back(line, undoes, step)
        elif redoes:
            _do_again(line, redoes, step)
        else:
            line.done.append(step)
    return line


def _steps(changes: Iterable[Iterable[Change]]) -> list[Step]:
    """Return the steps, in their order; not those of which everything was purged since."""
    parts: dict[tuple[int, str], list[tuple[int, Change]]] = {}
    for name, under_name in enumerate(changes):
        for change in under_name:
            whole = (-1 if "run" in change else name), key_of(change)
            parts.setdefault(whole, []).append((name, change))
    return sorted(filter(Step.docs, map(_step, parts.values())), key=_order)


def _step(part: list[tuple[int, Change]]) -> Step:
    ordered = sorted(part, key=lambda each: (each[0], int(each[1]["t"])))
    name, last = ordered[-1]
    first, t = ordered[0][1], int(last["t"])
    return Step(
        key_of(first), first["op"], first["by"], t, tuple(each[1] for each in ordered), (name, t)
    )


def _order(step: Step) -> tuple[int, int]:
    return step.order


def _move_back(line: Timeline, key: str, undo: Step) -> None:
    for step in reversed(line.done):
        if step.key == key:
            line.done.remove(step)
            line.undone.append((step, undo))
            return


def _do_again(line: Timeline, key: str, redo: Step) -> None:
    for pair in line.undone:
        if pair[0].key == key:
            line.undone.remove(pair)
            line.done.append(pair[0])
            line.done.sort(key=_order)
            line.again[key] = redo
            return


def next_undo(line: Timeline, session: str = "") -> Step | None:
    """Return the newest step that can be taken back, of `session` first; None if there is none."""
    open_ = [step for step in line.done if step.op not in FINAL]
    own = [step for step in open_ if session and step.by == session]
    return next(iter(reversed(own or open_)), None)


def taken_back(step: Step, line: Timeline, fold: Fold) -> dict[str, Doc] | None:
    """Return what undoing `step` writes, or None if one of its records has changed since.

    None, too, if what was there before cannot be read.
    """
    now = line.again.get(step.key, step).docs()
    docs: dict[str, Doc] = {}
    for id_, (_, doc) in step.docs().items():
        if not _still(fold, id_, now[id_][0]):
            return None
        before = _before(step, id_)
        old = _version(fold, id_, before)
        if before and old is None:
            return None
        then = {**doc, "trashed": True} if old is None else old.doc
        docs[id_] = {**then, "was": fold.shown[id_].name}
    return docs


def done_again(step: Step, undo: Step, fold: Fold) -> dict[str, Doc] | None:
    """Return what redoing `step` writes, or None if one of its records has changed since."""
    left = undo.docs()
    docs: dict[str, Doc] = {}
    for id_, (_, doc) in step.docs().items():
        if id_ not in left or not _still(fold, id_, left[id_][0]):
            return None
        docs[id_] = {**doc, "was": fold.shown[id_].name}
    return docs


def _still(fold: Fold, id_: str, name: str) -> bool:
    """Tell whether a record still shows what the version `name` said.

    An undo of a later step brings that content back under a new name, which counts as the same.
    """
    shown, version = fold.shown.get(id_), _version(fold, id_, (name,))
    if shown is None or version is None:
        return False
    return shown.name == name or content(shown) == content(version)


def _before(step: Step, id_: str) -> tuple[str, ...]:
    """Return the names of the versions that the first change of `step` to a record replaced."""
    return next(replaced(change["set"][id_]) for change in step.changes if id_ in change["set"])


def _version(fold: Fold, id_: str, names: tuple[str, ...]) -> Version | None:
    if id_ not in fold.shown:
        return None
    return next((v for v in reversed(fold.versions(id_)) if v.name in names), None)
