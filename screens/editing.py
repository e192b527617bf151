"""Changing a record's text: in a dialog over the place, or in the learner's own editor."""

from collections.abc import Callable

from journal.editor import edited
from journal.errors import JournalError
from journal.practice.telling.page import has_page, text_to_edit, with_text
from journal.records.record import Record
from screens.dialogs.ask import Ask
from screens.outside import may_edit_outside
from screens.place import Place

Save = Callable[[Callable[[Record], Record]], object]
"""Saves what is made of the record as it is then."""


async def edit(place: Place, record: Record, save: Save) -> None:
    """Open the dialog with the text of `record`."""

    def take(text: str) -> None:
        if text.strip():
            save(lambda now: with_text(now, text))

    def wrong(text: str) -> str:
        try:
            with_text(record, text)
        except JournalError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    text = text_to_edit(record)
    dialog = Ask("Edit", text, page=True, at_start=has_page(record), wrong=wrong)
    await place.ask(dialog, take)


def edit_outside(place: Place, record: Record, save: Save) -> None:
    """Open the learner's own editor with the text of `record`, and wait for it."""
    if not may_edit_outside(place):
        return
    try:
        with place.app.suspend():
            text = edited(text_to_edit(record), place.journal.places.state)
    except JournalError as error:
        place.show_failed(error)
        return
    if text.strip() and text != text_to_edit(record):
        save(lambda now: with_text(now, text))
