"""Records in words, as they are read aloud."""

from datetime import date

from journal.cli.lines import first_line, page_lines
from journal.dates import in_words
from journal.records.record import Record
from journal.visible import one_line

LONGEST = 240
"""So many characters of a text stand in a list."""

LINES = 12
"""So many lines of one text are read with its day."""


def heading(day: date, today: date) -> str:
    """Return a day as a sentence begins with it: "Thursday 19 November"."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day:%A} {day.day} {day:%B}{year}"


def marked(record: Record) -> str:
    """Return when a record was, and its marks: "09:12, stuck, with a star"."""
    parts = [f"{record.at:%H:%M}"]
    parts += [record.sign.value] if record.sign else []
    parts += ["with a star"] if record.starred else []
    parts += ["in the trash"] if record.trashed else []
    return ", ".join(parts)


def first_words(record: Record, words: str = "") -> str:
    """Return the first words of a record, or the `words` to show instead, on one line."""
    line = one_line(words or first_line(record))
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def entry(record: Record, today: date | None = None, words: str = "") -> str:
    """Return a record as one line of a list; with its day where `today` is given."""
    when = f"{_day(record.day, today)}, " if today else ""
    return f"{when}{marked(record)}: {first_words(record, words)}{_tags(record)}"


def whole(record: Record, today: date, lines: int = 0) -> str:
    """Return a record with its text, of which at most so many `lines` if any are given."""
    text = page_lines(record, today)
    if lines and len(text) > lines:
        text = [*text[:lines], f"… and {len(text) - lines} lines more; :open reads all of it."]
    return "\n".join([f"{marked(record)}: {text[0] if text else ''}{_tags(record)}", *text[1:]])


def title(record: Record, today: date) -> str:
    """Return what stands above a record that is read by itself."""
    return f"{_day(record.day, today)}, {marked(record)}{_tags(record)}"


def _day(day: date, today: date) -> str:
    words = in_words(day, today)
    return words[:1].upper() + words[1:]


def _tags(record: Record) -> str:
    return "".join(f"  #{one_line(tag)}" for tag in record.tags)
