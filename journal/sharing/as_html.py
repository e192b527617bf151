"""A page as one HTML file: no script, nothing that is fetched, one sheet of paper."""

import base64
import hashlib
import json
from html import escape

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

_STYLE = """
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2.5rem auto; padding: 0 1.25rem;
  font: 1.06rem/1.5 Georgia, "Times New Roman", serif }
header, dl > div { display: flex; gap: 1.5rem }
header { justify-content: space-between; align-items: baseline }
h1 { font-size: 1.06rem; margin: 0 }
h2 { font-size: 1.06rem; margin: .9rem 0 .2rem }
.quiet, dt, summary { color: light-dark(#555, #aaa) }
.question { font-size: 1.3rem; margin: 1.2rem 0 .3rem }
.question + p { margin-bottom: 1.2rem }
p { margin: .3rem 0; white-space: pre-line; overflow-wrap: anywhere }
dl { margin: 0 }
dl > div { padding: .7rem 0 }
dl > div + div, section, footer { border-top: 1px solid light-dark(#ccc, #555) }
dt { flex: 0 0 7.5rem; white-space: pre-line }
dd { margin: 0; flex: 1; min-width: 0 }
dd p:first-child { margin-top: 0 }
section { padding-bottom: .3rem }
.answer { padding-top: .7rem }
.line { min-height: 2.4rem; border-bottom: 1px dotted light-dark(#999, #777) }
footer { margin-top: 1.4rem; padding-top: .6rem; font-size: .92rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem }
@media (max-width: 34rem) { dl > div { display: block } }
@page { size: A4; margin: 16mm }
@media print {
  :root { font-size: 10pt }
  body { line-height: 1.4; margin: 0; padding: 0; max-width: none }
  .line { min-height: 4rem }
  dl > div, .answer { break-inside: avoid }
  details { display: none }
}
""".strip()

_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def as_html(sheet: Sheet) -> str:
    """Return the sheet as HTML; every text in it is escaped."""
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title(sheet))}</title>\n<style>{_STYLE}</style>\n</head>\n"
    )
    return f"{head}<body>\n{_body(sheet)}</body>\n</html>\n"


def _body(sheet: Sheet) -> str:
    page = sheet.page
    since = since_rows(page)
    parts = [
        f'<header><h1>{escape(title(sheet))}</h1><span class="quiet">{escape(sheet.day)}</span>'
        "</header>",
        f'<p class="question">{escape(page.question)}</p>',
        _paragraph(asked_for(page)),
        _section("Since last time", since),
        _section("", rows(page)),
        _answer(sheet),
        f"<footer>{_paragraph(sheet.terms)}\n{_paragraph(sheet.take_back)}</footer>",
        _details(sheet),
    ]
    return "".join(f"{part}\n" for part in parts if part)


def _section(heading: str, rows_: list[Row]) -> str:
    head = f"<h2>{heading}</h2>\n" if heading else ""
    return f"<section>{head}<dl>\n{''.join(map(_row, rows_))}</dl></section>" if rows_ else ""


def _row(row: Row) -> str:
    more = "".join(_paragraph(line, "quiet") for line in row.more)
    lead = f"<dt>{escape(row.lead)}</dt>" if row.lead else ""
    return f"<div>{lead}<dd>{_paragraph(row.words)}{more}</dd></div>\n"


def _answer(sheet: Sheet) -> str:
    lines = "".join(f'<p class="line">{label}: </p>\n' for label in ASKED_OF_THE_COACH)
    return (
        f'<section class="answer"><p class="quiet">{HOW_TO_ANSWER}</p>\n'
        f"<p>{PAGE_LINE}: {escape(sheet.code)}</p>\n{lines}</section>"
    )


def _details(sheet: Sheet) -> str:
    receipt = json.dumps(sheet.receipt, indent=2, ensure_ascii=False)
    commands = "\n".join(how_to_check(sheet.signer, "FILE"))
    return (
        "<details><summary>What was agreed, as a record</summary>\n"
        f"<pre>{escape(receipt)}</pre>\n</details>\n"
        "<details><summary>How to check that this page is mine and whole</summary>\n"
        "<p>With OpenSSH; the key is the same on every page of mine for you. "
        f"Compare it with an earlier one, or ask me to read it out.</p>\n"
        f"<pre>{escape(commands)}</pre>\n</details>"
    )


def _paragraph(text: str, class_: str = "") -> str:
    marked = f' class="{class_}"' if class_ else ""
    return f"<p{marked}>{escape(text)}</p>" if text else ""
