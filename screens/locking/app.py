"""The app's part in locking: when nobody is there, and open again with the passphrase."""

import asyncio
import contextlib
import gc
from typing import TYPE_CHECKING

from textual import events, work

from journal.errors import JournalError
from journal.idling import Idling
from journal.practice.locking_words import added
from journal.settings import Settings
from journal.store.drafts import Draft
from journal.store.journal import Journal
from screens.locking.first_line import FirstLineApp
from screens.places import PLACES, Where

if TYPE_CHECKING:  # they know this app
    from screens.place import Place

TODAY, LOCKED = PLACES[0].id, "locked"
"""Modes: the place to write in, and the screen that asks for the passphrase."""

_SOMEBODY = events.Key | events.Paste | events.MouseDown | events.MouseScrollUp | events.MouseUp


class LockingApp(FirstLineApp):
    """An app on a journal that may be new, or locked.

    idling  since when nobody has pressed a key
    """

    def __init__(self, journal: Journal, settings: Settings) -> None:
        if journal.locked:  # before Textual looks at it
            self.DEFAULT_MODE = LOCKED  # type: ignore[misc] # this app's, not the class's
        super().__init__(journal)
        self.settings = settings
        self.idling = Idling()
        self._locking = False
        for where in PLACES:
            self._add_place(where)
        self.add_mode(LOCKED, self._locked_place)

    def _add_place(self, where: Where) -> None:
        self.add_mode(where.id, lambda: where.open(self.journal, self.settings))

    def _locked_place(self) -> "Place":
        from screens.locking.place import LockedPlace  # for sealed journals only

        return LockedPlace(self.journal, self.settings)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, _SOMEBODY):
            self.idling.touch()
        await super().on_event(event)

    # --- locking

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is asked for just now."""
        return self._locking or self.current_mode == LOCKED

    def lock_if_left(self) -> None:
        """Lock a sealed journal once nobody has been there for as long as the setting says."""
        with contextlib.suppress(JournalError):
            if self.idling.is_due(self.settings.lock_after) and self.journal.is_sealed:
                self.lock_now()

    @work(group="locking")
    async def lock_now(self) -> None:
        """Save drafts, forget the key and all text, and ask for the passphrase."""
        if self.is_locked:
            return
        self._locking = True
        try:
            if await self._put_down():
                await asyncio.to_thread(self.journal.lock)
                await self._close_places()
        finally:
            self._locking = False
        gc.collect()  # the screens are rings of references

    async def _put_down(self) -> bool:
        """Have every place save what is written there; where one cannot, all stays, and is said."""
        for place in self.open_places():
            if error := await place.put_down():
                place.show_failed(error)
                self.idling.touch()
                return False
        return True

    async def _close_places(self) -> None:
        self._clipboard = ""
        await self.switch_mode(LOCKED)
        for where in PLACES:
            await self.remove_mode(where.id)
            self._add_place(where)

    @work(group="locking")
    async def open_up(self) -> None:
        """Go to Today, now that the key is at hand, and give back what was being written."""
        draft, said = await asyncio.to_thread(self._what_waited)
        self.idling.touch()
        await self.switch_mode(TODAY)
        await self.remove_mode(LOCKED)
        self.add_mode(LOCKED, self._locked_place)
        for place in self.open_places():
            if draft is not None:
                place.take_up(draft)
        self.say_here(said)

    def _what_waited(self) -> tuple[Draft | None, str]:
        """Return what was being written when it was locked, and what to say; it reads."""
        try:
            draft = self.journal.drafts.mine(TODAY)
            count = len(self.journal.added_while_locked())
        except JournalError as error:
            return None, f"{error.message} {error.hint}"
        return draft, added(count) if count else ""

    @work(group="locking")
    async def action_locking(self, id_: str) -> None:
        """Do one of the commands about the passphrase."""
        from screens.locking.doing import DO  # only now and then

        self.say_here(await DO[id_](self, self.journal))
