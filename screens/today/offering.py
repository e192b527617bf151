"""The one line about the look back, below what was noted."""

from textual.content import Content

from journal.practice.look_back.offering import Offer
from screens.widgets.choices import Choices


class OfferLine(Choices):
    """The look back as it is offered; once done, it is only said."""

    def __init__(self) -> None:
        super().__init__(lets_go=True, id="offer")
        self._offer = self._day = self._longer = Offer()

    def tell(self, offer: Offer) -> None:
        """Say what is offered for the day."""
        self._day = offer
        self._choose()

    def tell_longer(self, offer: Offer) -> None:
        """Say which longer look back is offered, once the one on the day is done."""
        self._longer = offer
        self._choose()

    def _choose(self) -> None:
        self._offer = offer = self._day.or_else(self._longer)
        self.display = bool(offer.words)
        self.can_focus = offer.is_there and bool(offer.words)
        self._draw()

    def on_resize(self) -> None:
        """Write it in the new width."""
        self._draw()

    def _draw(self) -> None:
        words, beside = self._offer.words, self._offer.beside
        room = self.scrollable_content_region.width - len(self.MARK) - len(words) - len(beside)
        said = Content.assemble(words, " " * max(room, 2), (beside, "dim"))
        row = said if self._offer.is_there else said.stylize("dim")
        self.show([(self._offer.opens, row)], self.highlighted)
