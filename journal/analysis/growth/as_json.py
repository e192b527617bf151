"""Growth as data for scripts: figures are numbers, ids strings, days ISO 8601."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from journal.analysis.growth.between import ids
from journal.analysis.growth.figures import Figure
from journal.analysis.growth.page import Page
from journal.analysis.growth.summing import Sum


def page_json(page: Page, figures: Iterable[Figure]) -> dict[str, Any]:
    """Return the page with `figures`, which may be more than it shows, as JSON values."""
    shown = [figure.rule.code for figure in page.figures]
    return {
        "today": page.today.isoformat(),
        "pairs": plain(page.pairs),
        "lines": plain(page.lines),
        "strands": plain(page.strands),
        "figures": [{**figure_json(each), "chosen": each.rule.code in shown} for each in figures],
        "suggested": [
            {"label": each.label, "title": each.title, **each.own._asdict(),
             "evidence": plain(each.evidence), "closed": plain(each.closed)}
            for each in page.suggested
        ],
        "themes": [
            {"phrase": each.phrase, "times": len(each.evidence), "more": plain(each.lean),
             "said": each.said, "evidence": plain(each.evidence)}
            for each in page.themes
        ],
        "names": plain(page.names),
        "pulse": plain(page.statements),
        "pictures": plain(page.pictures),
        "first_page": plain(page.first_page),
        "left_out": page.foreign,
    }  # fmt: skip


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return one figure with all that belongs to it as JSON values."""
    rule = figure.rule
    change = figure.change
    past = figure.then
    return {
        "code": rule.code, "name": rule.name, "title": rule.title,
        "definition": rule.definition, "source": rule.source, "least": rule.least,
        "window": plain(figure.window),
        **_sum(figure.now),
        "enough": figure.is_enough,
        "said": figure.said,
        "before": {"window": plain(figure.then_window), **_sum(past)} if past else None,
        "change": {**plain(change), "said": figure.change_said} if change else None,
        "would_change": rule.moves,
        "ids": list(ids(figure.evidence)),
        "evidence": plain(figure.evidence),
        "not_counted": [{"id": each.id, "because": why} for each, why in figure.not_counted],
    }  # fmt: skip


def plain(value: Any) -> Any:
    """Return records of any depth as JSON values."""
    if hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _sum(found: Sum) -> dict[str, Any]:
    return {
        "n": found.n, "missing": found.missing, "value": found.value,
        "interval": list(found.interval) if found.interval else None,
        "parts": plain(found.parts),
    }  # fmt: skip
