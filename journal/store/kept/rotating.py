"""The rotation: which backups are kept, and which it does without."""

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from pathlib import Path

from journal.store.kept.backup import ASKED, DAILY, Backup, order

LAST, DAYS, WEEKS, MONTHS = 10, 7, 4, 12
"""How many the rotation keeps: the last ones, and the last of each day, week and month."""


def to_remove(backups: Collection[Backup]) -> list[Backup]:
    """Return the backups of one journal that the rotation does without.

    Good ones and damaged ones rotate apart: no number of damaged ones drives out a good one.
    """
    rotating = [backup for backup in backups if backup.why in (DAILY, ASKED)]
    good = [backup for backup in rotating if not backup.damaged]
    damaged = [backup for backup in rotating if backup.damaged]
    kept = _kept(good) | _kept(damaged)
    return [backup for backup in rotating if backup.folder not in kept]


def _kept(backups: Collection[Backup]) -> set[Path]:
    newest = sorted(backups, key=order, reverse=True)
    return {
        *(backup.folder for backup in newest[:LAST]),
        *_last_of(newest, DAYS, lambda day: day),
        *_last_of(newest, WEEKS, lambda day: day.isocalendar()[:2]),
        *_last_of(newest, MONTHS, lambda day: (day.year, day.month)),
    }


def _last_of(
    newest: Collection[Backup], spans: int, span: Callable[[date], Hashable]
) -> Iterable[Path]:
    """Return the newest backup of each of the last `spans` days, weeks or months that have one."""
    found: dict[Hashable, Path] = {}
    for backup in newest:
        if backup.day is not None:
            found.setdefault(span(backup.day), backup.folder)
    return list(found.values())[:spans]
