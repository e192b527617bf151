"""What was agreed, and when: with a coach, about a page, with everybody."""

from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.record import Record
from journal.sharing import desk
from journal.sharing.ledger import wrong
from journal.sharing.told import happened
from screens.dialogs.tell import Tell
from screens.readable import ReadablePlace


class AgreedPlace(ReadablePlace):
    """A place in which one can see what was agreed."""

    def action_history(self) -> None:
        """See what was agreed with the marked coach, or about the marked page."""
        record = self._chosen()
        if record.kind == "feedback":
            super().action_history()
        else:
            self._tell_agreed(record)

    async def action_agreed(self) -> None:
        """See what was agreed with each coach, and when."""
        self._tell_agreed(None)

    def _tell_agreed(self, record: Record | None) -> None:
        cards = desk.coaches(self.journal)
        page = ""
        if record is not None and record.kind == "excerpt":
            cards, page = [desk.coach_of(self.journal, record)], record.id
        elif record is not None:
            cards = [record]
        said = "\n\n".join(self._agreed_with(card, page) for card in cards)
        self.app.push_screen(Tell("What was agreed, and when", said or "Nothing yet."))

    def _agreed_with(self, card: Record, page: str) -> str:
        events = desk.events(self.journal, card.id)
        name = own_of(card, Coach).name
        whole = wrong(events) or (["Nothing of it was changed since."] if events else [])
        lines = happened(events, page) or ["Nothing yet."]
        return "\n".join([name, *(f"  {line}" for line in [*lines, "", *whole])])
