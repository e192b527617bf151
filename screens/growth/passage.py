"""A record that Growth rests on, read whole, from the passage on."""

import re
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from journal.on_passages import of_record
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.keys import bindings
from screens.reading import Reading

PASSAGE = "underline"
ABOVE = 3
"""So many lines before the passage are seen."""


class Passage(Reading):
    """A record, read at one passage; of its sentences can be said what they show.

    words  the passage, "" for the whole record; `span` its characters in the record's text
    """

    CSS_PATH: ClassVar[str] = "../reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("doesnt_count")]
    called: ClassVar[dict[str, str]] = {"doesnt_count": "not this, or missed"}
    offers: ClassVar[tuple[str, ...]] = ("back", "open", "doesnt_count", *Reading.offers[2:])

    def __init__(
        self, journal: Journal, settings: Settings, record: Record, words: str,
        span: tuple[int, int] = (0, 0),
    ) -> None:  # fmt: skip
        super().__init__(journal, settings, record)
        self._words = words
        self._span = span
        self._line = 0
        self._is_shown = False

    def _text(self, width: int) -> Content:
        """Return the whole text with the passage emphasised."""
        text = super()._text(width)
        found = _found(text.plain, self._words)
        if found is None:
            return text
        self._line = len(text[: found[0]].wrap(width)) if found[0] else 0
        self.call_after_refresh(self._go_there)
        return text.stylize(PASSAGE, *found)

    def _go_there(self) -> None:
        """Show the passage, the first time that it is drawn."""
        if not self._is_shown and self.scroll.max_scroll_y:
            self._is_shown = True
            self.scroll.scroll_to(y=max(self._line - ABOVE, 0), animate=False)

    async def action_doesnt_count(self) -> None:
        """Say of a sentence what it shows, or does not."""
        record = self._chosen()
        if deeds := of_record(record, self._span):
            await self.do_one_of(deeds, record, "What do you know better?")
        else:
            self.say("There is no sentence here of which something could be said.")


def _found(shown: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in what is shown, across the ends of its lines."""
    parts = [re.escape(part) for part in words.split()]
    match = re.search(r"\s+".join(parts), shown) if parts else None
    return match.span() if match else None
