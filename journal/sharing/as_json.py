"""A page as JSON in ASCII: for coaches whose tools read it, and for other programs."""

import json
from typing import Any

from journal.sharing.layout import ASKED_OF_THE_COACH, HOW_TO_ANSWER, Sheet, title

ANSWER_FIELDS = ("page", "try", "noticed", "question")
"""The fields of an answer in JSON, the page's name first."""


def as_json(sheet: Sheet) -> str:
    """Return the sheet as one line of JSON, in one spelling; what is empty is left out."""
    page = _said(sheet.page)
    answer = {"how": HOW_TO_ANSWER, "lines": [*ASKED_OF_THE_COACH], "json": _form(sheet.code)}
    whole = {
        "title": title(sheet),
        "day": sheet.day,
        "code": sheet.code,
        **page,
        "answer": answer,
        "terms": sheet.terms,
        "take_back": sheet.take_back,
        "receipt": sheet.receipt,
    }
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=True) + "\n"


def _form(code: str) -> dict[str, str]:
    return {name: code if name == "page" else "" for name in ANSWER_FIELDS}


def _said(value: Any) -> Any:
    """Return named values as an object; those that say nothing are left out."""
    if hasattr(value, "_asdict"):
        return {name: _said(each) for name, each in value._asdict().items() if each}
    return [_said(each) for each in value] if isinstance(value, tuple) else value
