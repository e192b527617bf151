"""Records as text on a screen: on the page of a day, in a list of hits, read whole.

Nothing here is markup: what a learner wrote comes in through `plain`.
"""

from datetime import date

from textual.content import Content

from journal.practice.finding.query import Line
from journal.practice.telling.in_short import in_short
from journal.practice.telling.page import TOMORROW
from journal.records.close import Close
from journal.records.record import MARKS, Record
from journal.records.review import Review
from screens.safe_text import plain

BESIDE_TIME = 9
"""Cells before the text of a note: its time and its sign."""

SHOWN_LINES = 12
"""So many lines of one text stand on a day's page; all of it is there when it is read whole."""

MOST_AT_ONCE = 100_000
"""So many characters of a note are drawn; to wrap megabytes would hold up every key."""

GOES_ON = " …\n\nThis goes on. All of it opens in your own editor."

SLIM = 58
"""In a row of fewer cells the time of day is left out."""

HIT = "bold underline"
NOTHING = Content("")
_CONTEXT = 24
"""So many characters before a hit stay on its line when the line is cut."""


def on_page(record: Record, width: int, first: Record) -> Content:
    """Return a record as it stands on the page of its day, `width` cells wide.

    first  the one on top of the page; a look back further down has an empty line before it
    """
    if isinstance(record.own, Close | Review):
        return Content("" if record.id == first.id else "\n") + look_back(
            record, width, SHOWN_LINES
        )
    word, lines = in_short(record)
    said = Content.styled(f"{word}: ", "dim") if word else NOTHING
    text = "\n".join(lines) or record.text
    block = _block(text, width - BESIDE_TIME, SHOWN_LINES, before=said, after=marks(record))
    return _hanging(_before(record), block)


def look_back(record: Record, width: int, lines: int = 0) -> Content:
    """Return a look back with its questions; `lines` of each answer, all if 0."""
    parts = [Content.styled(f"{in_short(record).word}, {record.at:%H:%M}", "bold")]
    for wording, text in asked_and_answered(record):
        if wording:
            parts.append(_indented(plain(wording).stylize("dim"), width, 2))
        parts.append(_block(text, width, lines, indent=4))
    if after := marks(record):
        parts.append(Content.assemble(("  " + after, "dim")))
    return Content("\n").join(parts)


def asked_and_answered(record: Record) -> list[tuple[str, str]]:
    """Return the questions of a look back and what was answered, the line for tomorrow last."""
    own = record.own
    if not isinstance(own, Close | Review) or not own.answers:
        return [("", record.text)] if record.text else []
    answers = [(answer.wording, answer.text) for answer in own.answers]
    tomorrow = own.tomorrow if isinstance(own, Close) else ""
    return [*answers, (TOMORROW, tomorrow)] if tomorrow else answers


def whole(record: Record, width: int) -> Content:
    """Return all that a record says, `width` cells wide."""
    if isinstance(record.own, Close):
        return look_back(record, width)
    if len(record.text) <= MOST_AT_ONCE:
        return plain(record.text)
    return plain(record.text[:MOST_AT_ONCE]) + Content.styled(GOES_ON, "dim")


def marks(record: Record) -> str:
    """Return the star and the tags of a record on one line."""
    tags = [f"#{plain(tag).plain}" for tag in record.tags]
    return "  ".join([*(["*"] if record.starred else []), *tags])


def hit_row(record: Record, line: Line, today: date, width: int) -> Content:
    """Return a record as one row of what was found: when, and the line of the hit."""
    word = in_short(record).word
    said = f"{word}: " if word else ""
    when = f"{short_day(record.day, today):>11}  "
    mark = MARKS[record.sign] if record.sign else " "
    before = Content.assemble((f"{mark} ", "$accent")) if width < SLIM else _before(record)
    room = width - len(when) - before.cell_length - len(said)
    return Content.assemble((when, "dim"), before, (said, "dim"), _emphasised(line, room))


def short_day(day: date, today: date) -> str:
    """Return a day for a list: "Thu 19 Nov", and "19 Nov 2025" of another year."""
    return f"{day:%a} {day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def day_title(day: date, today: date) -> str:
    """Return a day as a heading: "Thursday 19 November"."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day:%A} {day.day} {day:%B}{year}"


def _before(record: Record) -> Content:
    mark = MARKS[record.sign] if record.sign else " "
    return Content.assemble((f"{record.at:%H:%M}  ", "dim"), (f"{mark} ", "$accent"))


def _emphasised(line: Line, room: int) -> Content:
    """Return a line with its hits emphasised, cut at its start so that the first one is seen."""
    text = plain(line.text.replace("\t", " "))
    for start, end in line.hits:
        text = text.stylize(HIT, start, end)
    first, end = line.hits[0] if line.hits else (0, 0)
    if end <= room:
        return text
    start = max(text.plain.find(" ", max(first - _CONTEXT, 0), first) + 1, first - _CONTEXT, 0)
    return Content("… ") + text[start:]


def _block(
    text: str,
    width: int,
    lines: int,
    indent: int = 0,
    before: Content = NOTHING,
    after: str = "",
) -> Content:
    """Return a text in lines of `width`, indented, between `before` and `after`.

    "…" where it goes on.
    """
    room = max(width - indent, 8)
    cut = text[: lines * room] if lines else text
    ending = Content.assemble((f"  {after}" if after else "", "dim"))
    wrapped = (before + plain(cut.strip("\n")) + ending).wrap(room)
    if len(cut) < len(text) or (lines and len(wrapped) > lines):
        wrapped = [*wrapped[: lines - 1], Content.assemble(("… enter reads on", "dim")) + ending]
    return Content("\n").join(line.pad_left(indent) if indent else line for line in wrapped)


def _indented(text: Content, width: int, indent: int) -> Content:
    lines = text.wrap(max(width - indent, 8))
    return Content("\n").join(line.pad_left(indent) for line in lines)


def _hanging(before: Content, text: Content) -> Content:
    """Return `text` behind `before`, its further lines below its first."""
    first, *others = text.split("\n", allow_blank=True)
    under = [line.pad_left(before.cell_length) for line in others]
    return Content("\n").join([before + first, *under])
