"""Changing a text by typing: one line takes the place of what was there."""

from journal.cli.changing import by_editor
from journal.cli.lines import page_lines
from journal.cli.talk.state import Talk
from journal.cli.talk.wording import title
from journal.errors import Usage
from journal.practice.telling.page import has_page, to_page, with_text
from journal.practice.telling.page_parts import Part, parts_of, with_texts
from journal.records.close import Close
from journal.records.record import Record
from journal.visible import one_line, storable

EDITOR = "o"


def rewrite(talk: Talk, record: Record, text: str = "") -> None:
    """Read a record's text and take a new one; where it has several parts, part by part.

    text  what was typed already instead of it, or ""
    """
    if has_page(record) and not text.strip():
        _save(talk, record, _parts_anew(talk, record))
        return
    if has_page(record):
        raise Usage("This has several parts.", ":e alone goes from one to the next.")
    if not text.strip():
        talk.say(title(record, talk.voice.today))
        for line in page_lines(record, talk.voice.today):
            talk.say(line)
        text = _typed(talk, record)
    if not text.strip():
        talk.say("Unchanged.")
        return
    talk.change(record.id, lambda now: with_text(now, text), "Changed", text)


def _typed(talk: Talk, record: Record) -> str:
    """Return what is to stand instead of a record's text, "" to keep it."""
    lines = len(record.text.splitlines())
    all_of_it = f" for all {lines} lines" if lines > 1 else ""
    question = f"Type one line instead{all_of_it}. Enter keeps it, :o opens your editor."
    typed = talk.voice.answer(question, EDITOR)
    return _edited(talk, record).text if typed.command else typed.text


def _parts_anew(talk: Talk, record: Record) -> Record:
    """Return a record with the lines that are typed instead of what stands on its page."""
    talk.say(f"{title(record, talk.voice.today)}. Enter keeps a part, a line replaces it.")
    parts = parts_of(record.own)
    texts = [part.text for part in parts]
    for number, part in enumerate(parts):
        if isinstance(record.own, Close) and not part.text:
            continue
        wrote = f"You wrote: “{one_line(part.text)}”." if part.text else "Nothing is there."
        typed = talk.voice.answer(f"{_asked(part)} {wrote}", EDITOR)
        if typed.command:
            return _edited(talk, record)
        if typed.text.strip():
            texts[number] = part.row.shape.write(part.row.shape.read(storable(typed.text.strip())))
    return with_text(record, to_page(with_texts(record.own, parts, texts)))


def _asked(part: Part) -> str:
    return part.heading if part.heading.endswith(("?", ".", "…", ":")) else f"{part.heading}."


def _edited(talk: Talk, record: Record) -> Record:
    if not talk.voice.asks:
        raise Usage("No editor can be opened here.", "Type the text on one line instead.")
    return by_editor(talk.voice, record)


def _save(talk: Talk, record: Record, new: Record) -> None:
    if new == record:
        talk.say("Unchanged.")
    else:
        talk.save(new, "edit", new.text)
        talk.say("Changed.")
