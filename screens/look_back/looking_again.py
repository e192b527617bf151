"""The try step of a look back: a try that waits is answered where it stands."""

import asyncio

from journal.errors import JournalError
from journal.practice.deeds.deed import Deed, Said
from journal.practice.deeds.of_try import answers_in_place
from journal.practice.making import When
from journal.practice.today.waiting import Waiting
from journal.store.journal import Journal
from screens.dialogs.steps import Done, Steps
from screens.look_back.sitting import Sitting
from screens.look_back.walking import WalkedPages


async def ask_what_came(pages: WalkedPages, sitting: Sitting, key: str) -> None:
    """Ask what belongs to the answer `key` for the try that waits; save it, and show what follows.

    What cannot be saved is said, and the try waits on.
    """
    due = sitting.due
    if due is None:
        return
    deeds = answers_in_place(due.choices)
    when = pages.when()

    def wrong(deed: Deed, said: Said) -> str:
        try:
            deed.do(due.record, said, when)
        except JournalError as error:
            return error.message
        return ""

    async def keep(deed: Deed, said: Said) -> None:
        try:
            await asyncio.to_thread(_save, pages.journal, due, deed, said, when)
        except JournalError as error:
            pages.show_failed(error)
            return
        sitting.look_is_done()
        pages.show_page()

    def take(done: Done) -> None:
        pages.call_later(keep, *done)

    chosen = next(deed for deed in deeds if deed.key == key)
    if chosen.wants:
        await pages.ask(Steps(due.name, deeds, wrong, key), take)
    else:
        await keep(chosen, ())


def _save(journal: Journal, due: Waiting, deed: Deed, said: Said, when: When) -> None:
    journal.save(*deed.do(journal.get(due.id), said, when), op="edit")
