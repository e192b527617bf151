"""The page of Growth as one HTML file for the learner alone: no script, nothing that is fetched."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from journal.analysis.growth.as_text import EMPTY, SUGGESTED, evidence_lines, foreign_line
from journal.analysis.growth.evidence import Evidence, due_in_words, perhaps_in_words
from journal.analysis.growth.figures import Figure
from journal.analysis.growth.naming import PEOPLE_AND_RESOURCES, Names, names_line
from journal.analysis.growth.page import Page
from journal.analysis.growth.pictures import Picture
from journal.analysis.growth.pulse import Statement
from journal.analysis.growth.recurring import COMES_BACK, Recurring
from journal.analysis.growth.suggested import Suggested
from journal.analysis.growth.svg import as_svg, escaped
from journal.analysis.growth.then_now import Pair, Said
from journal.analysis.growth.twelve_weeks import TwelveWeeks
from journal.dates.calendar import MONTHS, full
from journal.visible import capitalised

FOR_YOU = "For you alone. It holds your own words; nobody else needs to see it."
TWELVE_WEEKS_TITLE = "Twelve weeks, in your own words"

_STYLE = """
:root { color-scheme: light dark }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem;
  font: 1.06rem/1.5 Georgia, "Times New Roman", serif }
h1 { font-size: 1.3rem; margin: 0 }
h2 { font-size: 1.12rem; margin: 2.2rem 0 .4rem }
h3 { font-size: 1.06rem; margin: 1.2rem 0 .2rem }
.quiet, dt, summary, th { color: light-dark(#555, #b0b0b0) }
.pair { display: flex; gap: 2rem; padding: .4rem 0 }
.pair > div { flex: 1; min-width: 0 }
p { margin: .3rem 0; white-space: pre-line; overflow-wrap: anywhere }
article { border-top: 1px solid light-dark(#ccc, #555); padding: .7rem 0 }
dl > div { display: flex; gap: 1.5rem; padding: .2rem 0 }
dt { flex: 0 0 14rem }
dd { margin: 0; flex: 1; min-width: 0 }
table { border-collapse: collapse }
th, td { text-align: left; font-weight: normal; padding: .2rem 1rem .2rem 0; vertical-align: top }
ul { margin: .3rem 0; padding-left: 1.2rem }
li { overflow-wrap: anywhere }
code { font-size: .85rem }
u { text-decoration-thickness: 1.5px; text-underline-offset: 3px }
svg { width: 100%; height: auto; margin: .4rem 0 }
svg text { font: 13px Georgia, "Times New Roman", serif; fill: currentColor }
svg line { stroke: light-dark(#bbb, #666) }
svg .quiet { fill: light-dark(#555, #b0b0b0) }
@media (max-width: 34rem) { .pair, dl > div { display: block } }
@page { size: A4; margin: 16mm }
@media print {
  :root { font-size: 10pt }
  body { margin: 0; padding: 0; max-width: none }
  article, .pair, svg { break-inside: avoid }
}
""".strip()

_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def as_html(page: Page) -> str:
    """Return the page as one HTML file; every text in it is escaped."""
    if page.is_empty:
        return _document("Growth", page.today, map(_p, EMPTY))
    parts = (
        *_pairs(page.pairs), *_between(page), *_strands(page),
        *_figures(page.figures), *_suggested(page.suggested, page.today), *_themes(page.themes),
        *_names(page.names), *_months(page.statements), *_pictures(page.pictures),
        *([_p(foreign_line(page.foreign), "quiet")] if page.foreign else ()),
    )  # fmt: skip
    return _document("Growth", page.today, parts)


def twelve_weeks_as_html(weeks: TwelveWeeks, today: date) -> str:
    """Return "Twelve weeks, in your own words" as one HTML file, to print."""
    days = f"{full(weeks.window.first)} to {full(weeks.window.last)}"
    starred = [f"<article>{_said(each)}</article>" for each in weeks.starred]
    parts = [_p(days, "quiet"), *_pairs(weeks.pairs)]
    if starred:
        parts += ["<h2>Lines that you starred</h2>", *starred]
    if not weeks.pairs and not starred:
        parts += [_p("No line is starred yet, and nothing to put side by side.")]
    return _document(TWELVE_WEEKS_TITLE, today, parts)


def _document(title: str, today: date, parts: Iterable[str]) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escaped(title)}</h1>\n{_p(f'{full(today)}. {FOR_YOU}', 'quiet')}\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _pairs(pairs: Iterable[Pair]) -> Iterator[str]:
    for number, pair in enumerate(pairs):
        if number == 0:
            yield "<h2>Then and now</h2>"
        about = f"{pair.heading}: {pair.about}" if pair.about else pair.heading
        because = _p(f"Because: {pair.why}") if pair.why else ""
        yield (
            f'<article><h3>{escaped(about)}</h3><div class="pair">'
            f"<div>{_p('Then', 'quiet')}{_said(pair.then)}</div>"
            f"<div>{_p('Now', 'quiet')}{_said(pair.now)}</div></div>{because}</article>"
        )


def _said(said: Said) -> str:
    when = f'<p class="quiet">{escaped(full(said.day))} {_code(said.id)}</p>'
    return f"{when}{_p(said.words)}"


def _between(page: Page) -> Iterator[str]:
    yield "<h2>What happened in between</h2>"
    for line in page.lines:
        yield _details(line.words, line.evidence, signed=line.figure not in _COUNTS)


_COUNTS = ("I6", "I10", "I11", "I13")
"""Figures of whose evidence everything counts."""


def _strands(page: Page) -> Iterator[str]:
    yield "<h2>Module 1, strand by strand</h2>"
    for strand in page.strands:
        signed = strand.id == "mastery"
        words = f"{strand.title}: {strand.said}"
        yield _details(words, strand.evidence, signed=signed)


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        yield f"<h2>{escaped(figure.rule.title)}</h2>"
        days = f"{full(figure.window.first)} to {full(figure.window.last)}"
        yield _p(f"{capitalised(figure.said)}. {days}.")
        if figure.then and figure.then.n and figure.is_enough:
            yield _p(f"In the same time before: {figure.then.said}.")
        facts = [
            ("Change", figure.change_said), ("What it is", figure.rule.definition),
            ("How it is worked out", figure.rule.source),
            ("Out of", f"{figure.now.n}, missing {figure.now.missing}"),
            ("With chance allowed for", _interval(figure)),
            ("What would change it", figure.rule.moves),
        ]  # fmt: skip
        rows = (f"<div><dt>{escaped(a)}</dt><dd>{escaped(b)}</dd></div>" for a, b in facts if b)
        yield f"<dl>{''.join(rows)}</dl>"
        yield _details("What it rests on", figure.evidence, signed=bool(figure.now.interval))


def _interval(figure: Figure) -> str:
    interval = figure.now.interval
    return f"{interval.low:.0%} to {interval.high:.0%}" if interval and figure.is_enough else ""


def _suggested(lists: Iterable[Suggested], today: date) -> Iterator[str]:
    for number, each in enumerate(lists):
        if number == 0:
            yield f"<h2>{SUGGESTED}</h2>"
        found = "".join(_sentence(one, _held(one, today)) for one in each.evidence)
        found += "".join(_sentence(one.evidence, "closed") for one in each.closed)
        yield _opening(f"{each.title} ({len(each.evidence)}). {each.own.said}", found)


def _themes(themes: Iterable[Recurring]) -> Iterator[str]:
    for number, each in enumerate(themes):
        if number == 0:
            yield f"<h2>{COMES_BACK}</h2>"
        yield _opening(f"{each.title}: {each.said}", "".join(map(_sentence, each.evidence)))


def _held(each: Evidence, today: date) -> str:
    """Return until when a sentence says, and by which later one it may be closed."""
    words = f"{perhaps_in_words(each)}: “{each.perhaps.words}”" if each.perhaps else ""
    return ", ".join(filter(None, (due_in_words(each, today), words)))


def _names(names: Names) -> Iterator[str]:
    """Yield the people and resources that were confirmed, and the names that come back."""
    if names.people or names.resources or names.asked:
        yield f"<h2>{PEOPLE_AND_RESOURCES}</h2>"
    for each in (*names.people, *names.resources):
        yield _opening(f"{each.name} ({each.times})", "".join(map(_sentence, each.evidence)))
    if names.asked:
        yield _p(names_line(names), "quiet")


def _sentence(found: Evidence, beside: str = "") -> str:
    """Return a sentence with the words underlined that its rule rests on, and what is `beside`."""
    start, end = found.cue_start - found.start, found.cue_end - found.start
    words = found.words
    if 0 <= start < end <= len(words):
        shown = f"{escaped(words[:start])}<u>{escaped(words[start:end])}</u>{escaped(words[end:])}"
    else:
        shown = escaped(words)
    when = escaped(full(found.day))
    why = escaped(", ".join(filter(None, (beside, found.why))))
    return f'<li>{when}: {shown} <span class="quiet">{why} {_code(found.id)}</span></li>'


def _months(statements: Iterable[Statement]) -> Iterator[str]:
    rows = list(statements)
    if rows:
        head = "".join(f"<th>{MONTHS[each.month.month - 1]}</th>" for each in rows[0].answers)
        yield f"<h2>Month by month, as you answered</h2><table><tr><th></th>{head}</tr>"
        for row in rows:
            answers = "".join(f"<td>{escaped(each.answer or '–')}</td>" for each in row.answers)
            yield f"<tr><td>{escaped(row.wording)}</td>{answers}</tr>"
        yield "</table>"


def _pictures(pictures: Iterable[Picture]) -> Iterator[str]:
    for picture in pictures:
        yield f"<h2>{escaped(picture.title)}</h2>{as_svg(picture)}"
        lines = "".join(f"<li>{escaped(line)}</li>" for line in picture.words)
        yield _opening("The same in words", lines)


def _details(words: str, evidence: Iterable[Evidence], *, signed: bool) -> str:
    lines = "".join(
        f"<li>{escaped(line)}</li>" for line in evidence_lines(evidence, full, signed=signed)
    )
    if not lines:
        return _p(words)
    return _opening(words, lines)


def _opening(words: str, rows: str) -> str:
    """Return words under which there are rows, themselves HTML, as soon as they are opened."""
    return f"<details><summary>{escaped(words)}</summary><ul>{rows}</ul></details>"


def _code(id_: str) -> str:
    return f"<code>{escaped(id_[:6])}</code>"


def _p(text: str, class_: str = "") -> str:
    marked = f' class="{class_}"' if class_ else ""
    return f"<p{marked}>{escaped(text)}</p>" if text else ""
