"""What a learner adds to the page of Growth: a pair of passages, a sentence that was missed."""

import asyncio

from journal.analysis.growth.readings import KINDS
from journal.errors import JournalError
from journal.on_passages import two_passages
from journal.practice.deeds.deed import Deed
from journal.practice.finding.days import first_words
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.dialogs.choose import Choice, Choose
from screens.growth.listed_place import PassagePlace
from screens.growth.page_reader import PageReader
from screens.growth.passage import Passage
from screens.keys import COMMANDS
from screens.widgets.record_text import short_day

TO_PAIR = 200
"""So many of the newest entries are offered where a passage is to be chosen."""

ADDED = ("side_by_side", "first_page", "figures", "missed")
"""The commands that `a` offers."""


class AddingPlace(PassagePlace, PageReader):
    """A place to whose page the learner adds.

    goes_to_own  whether the page is to show a pair of the learner's own when it is made next
    """

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__(journal, settings)
        self.goes_to_own = False

    async def action_add(self) -> None:
        """Offer what can be added to this page."""
        here = [COMMANDS[id_] for id_ in ADDED]
        await self._choose("Add to this page", [each for each in here if self.can(each)])

    async def action_side_by_side(self) -> None:
        """Put two passages side by side."""
        records = await self._to_choose_from()
        if len(records) > 1:
            await self.do_one_of([two_passages(records)], None, "", "pair")
        else:
            self.say("A pair needs two different passages; there are not two yet.")

    async def action_missed(self) -> None:
        """Say of a sentence what it shows, though no list has it."""
        by_id = {record.id: record for record in await self._to_choose_from()}
        choices = [
            Choice(id_, f"{short_day(record.day, self.today())}  {first_words([record])}")
            for id_, record in by_id.items()
        ]
        await self.ask(
            Choose("In which entry? Type words of it", choices),
            lambda id_: self.call_later(self._say_missed, by_id[id_]),
        )

    async def _say_missed(self, record: Record) -> None:
        place = Passage(self.journal, self.settings, record, "")
        await self.app.push_screen(place)
        await place.action_doesnt_count()

    async def _to_choose_from(self) -> list[Record]:
        """Return the newest entries with the learner's own words, the newest first."""
        try:
            found = await asyncio.to_thread(self.journal.find, Criteria(KINDS), newest=TO_PAIR)
        except JournalError as error:
            self.show_failed(error)
            return []
        return sorted(found, key=lambda each: (each.day, each.at), reverse=True)

    def done_with(self, deed: Deed) -> None:
        """Show a new pair as soon as the page has it; in the thread that made it."""
        self.goes_to_own = self.goes_to_own or deed.key == "pair"
