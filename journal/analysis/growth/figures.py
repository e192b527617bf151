"""A figure with all that belongs to it: definition, window, n, what is missing, evidence."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from journal.analysis.growth.change import CHANGED, TOO_FEW, Change, judge
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.rules import RULES, Rule
from journal.analysis.growth.summing import Sum
from journal.analysis.growth.windows import TWELVE_WEEKS, Window, before, ending, whole_weeks


class Figure(NamedTuple):
    """One figure, as of a day.

    rule         what it is
    window       the days that it is about; `then_window` the same number of days before
    now, then    what it came to in each; `then` is None for what has no past
    is_enough    whether there are as many events as it needs
    change       what the latest look finds, or None where "changed" is never said
    evidence     what it rests on, the newest first, with what is missing
    not_counted  what the learner took out, and why
    """

    rule: Rule
    window: Window
    then_window: Window
    now: Sum
    then: Sum | None
    is_enough: bool
    change: Change | None
    evidence: tuple[Evidence, ...]
    not_counted: tuple[tuple[Evidence, str], ...]

    @property
    def said(self) -> str:
        """The figure in words; "too few to say (3)" where it needs more."""
        return self.now.said if self.is_enough else f"{TOO_FEW} ({self.now.n})"

    @property
    def change_said(self) -> str:
        """What is said of change, in words; "" where nothing ever is."""
        return said_of(self.change) if self.change else ""


def figures(material: Material, names: Iterable[str] = ()) -> list[Figure]:
    """Return the figures with these codes or names, in the order of the table; all without any."""
    wanted = {name.casefold() for name in names}
    return [
        figure(material, each)
        for each in RULES
        if not wanted or wanted & {each.code.casefold(), each.name}
    ]


def figure(material: Material, rule: Rule) -> Figure:
    """Return one figure as of the material's day."""
    found = material.once(rule.find)
    reasons = material.marked.not_counted(rule.code)
    kept = [each for each in found if each.id not in reasons]
    window = window_of(rule, material.today)
    then_window = before(window)
    within = _within(kept, window)
    now = rule.sum_up(within)
    return Figure(
        rule=rule,
        window=window,
        then_window=then_window,
        now=now,
        then=rule.sum_up(_within(kept, then_window)) if rule.has_past else None,
        is_enough=now.n >= rule.least,
        change=_change(material, kept) if rule.changes and rule.is_trusted(material) else None,
        evidence=tuple(reversed(within)),
        not_counted=tuple(
            (each, reasons[each.id]) for each in _within(found, window) if each.id in reasons
        ),
    )


def said_of(change: Change) -> str:
    """Return what a look found, in words, with what it compared."""
    if change.then is None or change.now is None:
        return change.verdict
    if change.verdict == TOO_FEW:
        return f"{TOO_FEW} ({min(change.then.n, change.now.n)})"
    then, now = change.then, change.now
    compared = f"{then.k} of {then.n} then, {now.k} of {now.n} now"
    return (
        f"{CHANGED}: {compared}" if change.verdict == CHANGED else f"{change.verdict} ({compared})"
    )


def window_of(rule: Rule, today: date) -> Window:
    """Return the days of a figure; those of weeks are whole weeks, with the one that it is now."""
    return whole_weeks(today) if rule.days == TWELVE_WEEKS else ending(today, rule.days)


def _change(material: Material, kept: Sequence[Evidence]) -> Change:
    happened = [(each.day, each.counts) for each in kept if each.counts is not None]
    return judge(happened, material.first_day, material.today)


def _within(evidence: Iterable[Evidence], window: Window) -> list[Evidence]:
    return sorted((e for e in evidence if window.holds(e.day)), key=lambda each: each.day)
