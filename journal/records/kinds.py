"""The kinds of records: one table of names and where the type of each is.

Types are loaded when a record of their kind is met: `journal add` never needs them.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.records.asset import Asset
    from journal.records.belief import Belief
    from journal.records.close import Close
    from journal.records.coach import Coach
    from journal.records.consent import Consent
    from journal.records.context import ContextMove
    from journal.records.excerpt import Excerpt
    from journal.records.experiment import Experiment
    from journal.records.feedback import Feedback
    from journal.records.goal import Goal
    from journal.records.item import Item
    from journal.records.mark import Mark
    from journal.records.note import Note
    from journal.records.plan import Plan
    from journal.records.review import Review

    Looped = Item | Experiment | Plan | ContextMove | Goal | Belief | Asset | Feedback
    Worded = Close | Looped | Review | Coach | Excerpt | Consent | Mark
    Known = Note | Worded

_TYPES = {
    "note": "Note",
    "close": "Close",
    "item": "Item",
    "experiment": "Experiment",
    "plan": "Plan",
    "context": "ContextMove",
    "goal": "Goal",
    "belief": "Belief",
    "asset": "Asset",
    "feedback": "Feedback",
    "review": "Review",
    "coach": "Coach",
    "excerpt": "Excerpt",
    "consent": "Consent",
    "mark": "Mark",
}

KINDS = tuple(_TYPES)
"""The kinds that this version knows, by the names they have in JSON and in the shell."""


@cache
def type_of(kind: str) -> "type[Known] | None":
    """Return the type of the fields that only records of `kind` have, or None if it is unknown."""
    if kind not in _TYPES:
        return None
    found: type[Known] = getattr(import_module(f"journal.records.{kind}"), _TYPES[kind])
    return found
