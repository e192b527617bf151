"""What the learner brings: each thing is shown by at least one note of theirs."""

from collections.abc import Iterable

from journal.errors import Usage
from journal.practice.making import When, changed, line, made, needed, own_of, words
from journal.records.asset import Asset
from journal.records.record import Record

_SHOWN = "Something that you bring needs a note that shows it."
_HINT = "Choose one; an old one will do."


def new_asset(when: When, name: str, notes: Iterable[str], how: str = "") -> Record:
    """Return something that the learner brings; not saved. Raises Usage without a name or a note.

    notes  ids of the notes that show it
    """
    own = Asset(line(needed(name, "What do you bring?", "A few words are enough.")), words(how))
    return _held(made(own, when, notes))


def shown_by(record: Record, note: str) -> Record:
    """Return it with one more note that shows it."""
    own_of(record, Asset)
    return _held(record._replace(links=tuple(dict.fromkeys((*record.links, note)))))


def not_shown_by(record: Record, note: str) -> Record:
    """Return it without a note. Raises Usage for the last one."""
    own_of(record, Asset)
    return _held(record._replace(links=tuple(link for link in record.links if link != note)))


def edit_asset(record: Record, *, name: str | None = None, how: str | None = None) -> Record:
    """Return it in other words; None leaves as it is. Raises Usage where the name is empty."""
    own = own_of(record, Asset)
    new = own.name if name is None else line(needed(name, "What do you bring?"))
    return changed(record, name=new, how=own.how if how is None else words(how))


def _held(record: Record) -> Record:
    if not any(record.links):
        raise Usage(_SHOWN, _HINT)
    return record
