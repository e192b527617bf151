"""The app's part in locking: the question before the first line, locking when nobody is there."""

import asyncio
import contextlib
import gc
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.screen import Screen

from journal.errors import JournalError, NotWritten
from journal.idling import Idling
from journal.practice.locking_words import LOCK, LOCKED_NOW, UNDECIDED, added
from journal.settings import Settings
from journal.store.drafts import Draft
from journal.store.journal import Journal
from screens.base import AppBase
from screens.places import PLACES, Where
from screens.widgets.choices import Choices
from screens.widgets.field import settled

if TYPE_CHECKING:  # they know this app
    from screens.place import Place

TODAY, LOCKED = PLACES[0].id, "locked"
"""Modes: the place to write in, and the screen that asks for the passphrase."""

_SOMEBODY = events.Key | events.Paste | events.MouseDown | events.MouseScrollUp | events.MouseUp


class LockingApp(AppBase):
    """An app on a journal that may be new, or locked.

    idling  since when nobody has pressed a key
    """

    def __init__(self, journal: Journal, settings: Settings) -> None:
        if journal.locked:  # before Textual looks at it
            self.DEFAULT_MODE = LOCKED  # type: ignore[misc] # this app's, not the class's
        super().__init__()
        self.journal = journal
        self.settings = settings
        self.idling = Idling()
        self._first: asyncio.Future[bool] | None = None
        self._locking = False
        self._loop_thread = threading.get_ident()
        for where in PLACES:
            self._add_place(where)
        self.add_mode(LOCKED, self._locked_place)
        journal.before_first = self._before_first

    def _add_place(self, where: Where) -> None:
        self.add_mode(where.id, lambda: where.open(self.journal, self.settings))

    def _locked_place(self) -> "Place":
        from screens.locking.place import LockedPlace  # for sealed journals only

        return LockedPlace(self.journal, self.settings)

    def open_places(self) -> "list[Place]":
        """Return all places that are open, in whichever mode."""
        from screens.place import Place

        stacks: list[list[Screen[object]]] = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Place)]

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, _SOMEBODY):
            self.idling.touch()
        await super().on_event(event)

    # --- the first line

    async def ask_first(self) -> "asyncio.Future[bool]":
        """Open the question about the passphrase, unless it is open; return its answer to be.

        That is whether it was answered: the first line may then reach the disk.
        """
        if self._first is None or self._first.done():
            self._first = asyncio.get_running_loop().create_future()
            await self._open_question()
        return self._first

    async def _open_question(self) -> None:
        from screens.locking.first_question import FirstQuestion  # once in a journal's life

        question = FirstQuestion()
        await self.push_screen(question, self._take_answer)
        question.set_focus(question.query_one(Choices))  # the next key is meant for it

    def _take_answer(self, answer: str | None) -> None:
        if answer == LOCK:
            self._lock_first()
        else:  # once the place is whole again: what is kept is drawn there
            self.call_after_refresh(partial(self._answer, is_answered=answer is not None))

    @work(group="first")
    async def _lock_first(self) -> None:
        """Choose a passphrase; who goes back comes to the question again."""
        from screens.locking.deeds import lock_with_passphrase

        if await lock_with_passphrase(self, self.journal):
            self._answer(is_answered=True)
            self._say(LOCKED_NOW)  # nothing was open before
        else:
            await self._open_question()

    def _answer(self, *, is_answered: bool) -> None:
        if is_answered:  # and never asked again
            self.journal.before_first = None
        if self._first is not None and not self._first.done():
            self._first.set_result(is_answered)

    def _before_first(self) -> None:
        """Ask before the first line is saved, and wait; for a worker's thread. Raises NotWritten.

        Who leaves is not asked, and nothing is written then.
        """
        may_wait = not self.is_leaving and threading.get_ident() != self._loop_thread
        if not (may_wait and self._wait_for_answer()):
            raise NotWritten(UNDECIDED, "Enter asks once more where it is to be kept.")

    def _wait_for_answer(self) -> bool:
        async def answered() -> bool:
            return await (await self.ask_first())

        waited: Callable[..., Any] = answered  # mypy cannot follow call_from_thread otherwise
        return bool(self.call_from_thread(waited))

    async def action_quit(self) -> None:
        """Leave; about a first line that is still being written is asked before.

        Who leaves the question open, too, gets the line back on the terminal.
        """
        await settled(self.focused)
        if not await self._asks_before_leaving():
            await self.end()

    async def _asks_before_leaving(self) -> bool:
        is_open = self._first is not None and not self._first.done()
        with contextlib.suppress(JournalError):
            unkept = any(place.is_unkept for place in self.open_places())
            if unkept and not is_open and self.journal.is_undecided:
                answer = await self.ask_first()
                answer.add_done_callback(self._leave_if_answered)
                return True
        return False

    def _leave_if_answered(self, answer: "asyncio.Future[bool]") -> None:
        if answer.result():
            self.call_later(self.end)

    def stop_asking(self) -> None:
        """Let who waits for an answer wait no longer, because the app is about to close."""
        self._answer(is_answered=False)

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
        self._say(said)

    def _what_waited(self) -> tuple[Draft | None, str]:
        """Return what was being written when it was locked, and what to say; it reads."""
        try:
            draft = self.journal.drafts.mine(TODAY)
            count = len(self.journal.added_while_locked())
        except JournalError as error:
            return None, f"{error.message} {error.hint}"
        return draft, added(count) if count else ""

    def _say(self, words: str) -> None:
        from screens.place import Place

        if words:
            for place in self.open_places():
                if place.place == self.current_mode:
                    place.post_message(Place.Said(words))

    @work(group="locking")
    async def action_locking(self, id_: str) -> None:
        """Do one of the commands about the passphrase."""
        from screens.locking.deeds import DEEDS

        self._say(await DEEDS[id_].do(self, self.journal))
