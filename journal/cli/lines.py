"""Records as lines and pages of text, the same in a terminal and in a pipe."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from journal.cli.shell import Dim, Shell
from journal.errors import Usage
from journal.practice.called import CALLED
from journal.records.close import Close
from journal.records.record import MARKS, Record
from journal.visible import one_line

if TYPE_CHECKING:
    from journal.store.journal import Journal

SHORT = 6
"""How many letters of an id a list shows."""


def made_at(t: int) -> datetime:
    """Return the moment of a change, nanoseconds since 1970, on this computer's clock."""
    return datetime.fromtimestamp(t / 1e9, UTC).astimezone()


def put_line(shell: Shell, record: Record, text: str = "") -> None:
    """Write one record as one line: day, time, id, sign, first words, tags."""
    when = f"{record.day} {record.at:%H:%M}"
    tags = "".join(f"  #{tag}" for tag in record.tags)
    star = " *" if record.starred else ""
    words = text or first_line(record)
    shell.put(Dim(f"{when}  {record.id[:SHORT]}  "), _mark(record), words, star, Dim(tags))


def first_line(record: Record) -> str:
    """Return the first line of what a record says, "…" behind it where its text goes on."""
    if name := _called(record):
        return name
    first, _, rest = record.text.strip().partition("\n")
    if isinstance(record.own, Close):
        first = f"Looked back: {first}" if first else "Looked back."
    if not first and record.kind in CALLED:  # it holds no words of the learner's
        return f"A {CALLED[record.kind]}."
    return f"{first.rstrip()} …" if rest.strip() else first


def _called(record: Record) -> str:
    """Return what the card of a record is called, "" where it has none."""
    if record.kind in ("note", "close"):  # these need not wait for the cards of the others
        return ""
    from journal.cli.cards import called

    return called(record)


def _mark(record: Record) -> str:
    return f"{MARKS[record.sign]} " if record.sign else ""


def put_page(shell: Shell, records: Iterable[Record], today: date) -> None:
    """Write whole records under the days they belong to."""
    from journal.dates import in_words  # a list of lines need not wait for it

    day = None
    for record in sorted(records, key=lambda record: record.day):
        if record.day != day:
            if day is not None:
                shell.put()
            shell.put(in_words(record.day, today))
            day = record.day
        put_whole(shell, record, today)


def put_whole(shell: Shell, record: Record, today: date) -> None:
    """Write all of one record's text, indented, with its time in front."""
    lines = page_lines(record, today)
    shell.put(Dim(f"  {record.at:%H:%M}  "), _mark(record), lines[0] if lines else "")
    for line in lines[1:]:
        shell.put("         ", line) if line else shell.put()


def page_lines(record: Record, today: date, journal: "Journal | None" = None) -> list[str]:
    """Return what a record says on the logical day `today`, by lines.

    A look back has the questions that were answered, and a record with a card is read as that.

    journal  see `cards.card_lines`
    """
    own = record.own
    if isinstance(own, Close):
        return _look_back_lines(record, own)
    if record.kind == "note":
        return record.text.splitlines()
    from journal.cli.cards import card_lines

    return card_lines(record, today, journal) or record.text.splitlines()


def _look_back_lines(record: Record, own: Close) -> list[str]:
    lines = ["Looked back"]
    for answer in own.answers:
        lines += [answer.wording, *_indented(answer.text)]
    if own.tomorrow:
        lines += ["For tomorrow", *_indented(own.tomorrow)]
    return lines if own.answers or own.tomorrow else [*lines, *_indented(record.text)]


def _indented(text: str) -> list[str]:
    return [f"  {line}" if line else "" for line in text.splitlines()]


FIELDS: dict[str, Callable[[Record], str]] = {
    "id": lambda record: record.id,
    "kind": lambda record: record.kind,
    "at": lambda record: record.at.isoformat(),
    "zone": lambda record: record.zone,
    "day": lambda record: record.day.isoformat(),
    "time": lambda record: f"{record.at:%H:%M}",
    "text": lambda record: one_line(record.text),
    "tags": lambda record: " ".join(record.tags),
    "sign": lambda record: record.sign or "",
    "starred": lambda record: "*" if record.starred else "",
    "links": lambda record: " ".join(record.links),
}
"""What --format knows."""


_FIELD = r"\{([^{}]*)\}"


def check_format(template: str) -> None:
    """Raise Usage where there is a name in braces that --format does not know."""
    for name in re.findall(_FIELD, template):
        if name not in FIELDS:
            known = ", ".join(FIELDS)
            raise Usage(f"--format does not know {{{one_line(name)}}}.", f"It knows {known}.")


def formatted(record: Record, template: str) -> str:
    """Return `template`, which has been checked, with the names in braces replaced."""
    return re.sub(_FIELD, lambda match: FIELDS[match.group(1)](record), template)
