"""The app's part in a journal's first line: whether it gets a passphrase is asked before."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen

from journal.errors import JournalError, NotWritten
from journal.practice.locking_words import LOCK, LOCKED_NOW, UNDECIDED
from journal.store.journal import Journal
from screens.base import AppBase
from screens.widgets.choices import Choices
from screens.widgets.field import settled

if TYPE_CHECKING:  # they know this app
    from screens.place import Place


class FirstLineApp(AppBase):
    """An app on a journal that may be new."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal
        self._first: asyncio.Future[bool] | None = None
        self._loop_thread = threading.get_ident()
        journal.before_first = self._before_first

    def open_places(self) -> "list[Place]":
        """Return all places that are open, in whichever mode."""
        from screens.place import Place

        stacks: list[list[Screen[object]]] = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Place)]

    def say_here(self, words: str) -> None:
        """Say something in the place that is shown."""
        from screens.place import Place

        if words:
            for place in self.open_places():
                if place.place == self.current_mode:
                    place.post_message(Place.Said(words))

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
        from screens.locking.doing import lock_with_passphrase

        if await lock_with_passphrase(self, self.journal):
            self._answer(is_answered=True)
            self.say_here(LOCKED_NOW)  # nothing was open before
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
