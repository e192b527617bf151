"""A page as Markdown; no character of the learner's words means anything in it."""

import json
import re

from journal.sharing.layout import (
    ASKED_OF_THE_COACH,
    HOW_TO_ANSWER,
    PAGE_LINE,
    Row,
    Sheet,
    asked_for,
    how_to_check,
    rows,
    since_rows,
    title,
)

_MEANS_SOMETHING = re.compile(
    r"""([\\`*_{}\[\]<>#|~&@] | ^[-+=] | :(?=/) | (?<=www)\.)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What Markdown, or what is commonly made of it, would take for a sign of its own."""


_LISTED = re.compile(r"^(\d{1,9})([.)])")
"""A number that would begin a list (CommonMark: at most nine figures)."""


def as_markdown(sheet: Sheet) -> str:
    """Return the sheet as Markdown."""
    page = sheet.page
    since = since_rows(page)
    parts = [
        f"# {_literal(title(sheet))}",
        _literal(sheet.day),
        f"**{_literal(page.question)}**",
        _literal(asked_for(page)),
        "## Since last time" if since else "",
        *map(_row, since),
        "---",
        *map(_row, rows(page)),
        "---",
        HOW_TO_ANSWER,
        f"{PAGE_LINE}: {sheet.code}",
        *(f"{label}:" for label in ASKED_OF_THE_COACH),
        "---",
        _literal(sheet.terms),
        _literal(sheet.take_back),
        "What was agreed, as a record:",
        _code(json.dumps(sheet.receipt, indent=2)),
        "How to check that this page is mine and whole, with OpenSSH:",
        _code("\n".join(how_to_check(sheet.signer, "FILE"))),
    ]
    return "".join(f"{part}\n\n" for part in parts if part)


def _row(row: Row) -> str:
    lead = f"**{_literal(row.lead)}**\n\n" if row.lead else ""
    more = "".join(f"\n\n{_literal(line)}" for line in row.more)
    return f"{lead}{_literal(row.words)}{more}"


def _literal(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it is: punctuation escaped, lines kept by a \."""
    lines = [
        _LISTED.sub(r"\1\\\2", _MEANS_SOMETHING.sub(r"\\\1", line.strip()))
        for line in text.splitlines()
    ]
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(paragraph.strip().replace("\n", "\\\n") for paragraph in paragraphs)


def _code(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
