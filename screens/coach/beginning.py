"""How something begins with a coach: a page, a card, or an answer that is taken in."""

from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.sharing import card_deeds, desk
from screens.coach.page_deeds import PageDeedsPlace
from screens.dialogs.choose import Choice, Choose


class BeginningPlace(PageDeedsPlace):
    """A place in which a page or a card can be begun."""

    async def action_new_page(self) -> None:
        """Begin a page: for whom is asked, if there are two coaches."""
        cards = {card.id: card for card in desk.coaches(self.journal)}
        if not cards:
            await self.begin_card()
        elif len(cards) == 1:
            self.begin_page(next(iter(cards.values())))
        else:
            choices = [Choice(id_, own_of(card, Coach).name) for id_, card in cards.items()]
            await self.ask(Choose("For whom?", choices), lambda id_: self.begin_page(cards[id_]))

    async def action_add(self) -> None:
        """Begin a page or a card, or take in an answer."""
        choices = (
            Choice("new_page", "a page for a coach"),
            Choice("take_in", "an answer from a coach"),
            Choice("card", "a coach's card"),
        )
        await self.ask(Choose("Begin", choices), lambda id_: self.call_later(self._add, id_))

    async def _add(self, chosen: str) -> None:
        if chosen == "card":
            await self.begin_card()
        else:
            await self.action_anywhere(chosen)

    async def begin_card(self) -> None:
        """Ask what a coach's card needs, and keep it."""
        deed = card_deeds.new_card(self.names())
        await self.do_one_of([deed], None, "A coach's card", deed.key)

    def names(self, besides: str = "") -> list[str]:
        """Return the names that cards have, besides the one with an id."""
        cards = desk.coaches(self.journal)
        return [own_of(card, Coach).name for card in cards if card.id != besides]
