"""The shape of changes: what a line's JSON must be, whoever wrote it."""

import json
from collections.abc import Collection
from typing import NoReturn

from journal.store.change import LATEST, Change, Doc
from journal.store.ids import are_plain

USUAL = 6
"""How many fields a change has that says no more than it must, its sum among them."""


def written(change: Change) -> bytes:
    """Return `change` as compact JSON; raises ValueError when it says what JSON cannot hold."""
    _hold_to_shape([change])  # what is written can be read
    try:
        text = _WRITE(change)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return text.encode(errors="backslashreplace")  # lone surrogates become \udxxx


def parsed(texts: list[bytes]) -> list[Change]:
    """Return the changes that `texts` are, read as one; raises ValueError if any is none."""
    try:
        changes: list[Change] = _READ(f"[{b','.join(texts).decode()}]")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if len(changes) != len(texts):
        raise ValueError("a line holds more than one change")
    _hold_to_shape(changes)
    return changes


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


_READ = json.JSONDecoder(parse_constant=_refuse).decode
_WRITE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _hold_to_shape(changes: list[Change]) -> None:
    """Raise ValueError if what lines say does not have the shape of changes.

    Each question is put to all lines at once: there may be fifty thousand.
    """
    try:
        numbers = [change["n"] for change in changes]
        if not _are(int, numbers) or min(numbers, default=1) < 1 or max(numbers, default=1) >> 53:
            raise ValueError("its number is none")
        if not all(_are(str, [change[name] for change in changes]) for name in ("op", "by")):
            raise ValueError("a field says something that it cannot say")
        _hold_times([change["t"] for change in changes])
        _hold_docs([change["set"] for change in changes])
        for change in changes:
            if len(change) > USUAL:  # a run, an undo, or something from a later version
                _hold_marks(change)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a field is missing or has another type than it should") from error


def _are(kind: type, values: Collection[object]) -> bool:
    return {kind}.issuperset(map(type, values))


def _hold_times(times: list[str]) -> None:
    digits = "".join(times)
    if not (all(times) and (digits.isdigit() or not times) and digits.isascii()):
        raise ValueError("its time is none")
    if max(map(len, times), default=0) >= 20 and max(map(int, times)) > LATEST:
        raise ValueError("its time is beyond the year 9999")


def _hold_docs(sets: list[dict[str, Doc]]) -> None:
    if not _are(dict, sets):
        raise ValueError("it holds no records")
    docs = [doc for each in sets for doc in each.values()]
    if not (_are(dict, docs) and are_plain([id_ for each in sets for id_ in each])):
        raise ValueError("it holds something that is no record")
    for was in [doc["was"] for doc in docs if "was" in doc]:
        if type(was) is not str and not all(type(name) is str for name in was):
            raise ValueError("it replaces something that has no name")


def _hold_marks(change: Change) -> None:
    for mark in ("run", "undoes", "redoes"):
        if type(change.get(mark, "")) is not str:
            raise ValueError(f"its {mark} is no text")
    orders = change.get("purge", [])
    if type(orders) is not list or not _are(str, orders) or not are_plain(orders):
        raise ValueError("its purge names no records")
