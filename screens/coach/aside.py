"""Setting a record aside for a coach's next page, from wherever it is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.errors import JournalError
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.record import Record
from journal.sharing import aside
from journal.sharing.desk import coaches
from screens.dialogs.choose import Choice, Choose

if TYPE_CHECKING:
    from screens.moving import MovingPlace

NO_COACH = "There is no coach yet. 5 goes to the place where a card begins."


Change = Callable[[Record, Callable[[Record], Record]], object]


async def set_aside(place: "MovingPlace", record: Record, change: Change) -> None:
    """Set `record` aside for a coach, or take it off again; which coach is asked if there are two.

    change  saves what a function makes of a record as it is now

    That only proposes it: on a page stands what is chosen there.
    """
    cards = coaches(place.journal)
    if not cards:
        place.say(NO_COACH)
    elif len(cards) == 1:
        _toggle(place, cards[0], record, change)
    else:
        by_id = {card.id: card for card in cards}
        choices = [Choice(card.id, _words(card, record)) for card in cards]
        await place.ask(
            Choose("For whose page?", choices),
            lambda id_: _toggle(place, by_id[id_], record, change),
        )


def _toggle(place: "MovingPlace", card: Record, record: Record, change: Change) -> None:
    try:
        changed = aside.toggled(card, record)
    except JournalError as error:
        place.show_failed(error)
        return
    name = own_of(card, Coach).name
    change(card, lambda now: aside.toggled(now, record))
    if record.id in changed.links:
        place.say(f"Set aside for a page for {name}. On a page stands only what you choose there.")
    else:
        place.say(f"Not set aside for {name} any more.")


def _words(card: Record, record: Record) -> str:
    name = own_of(card, Coach).name
    return f"not for {name} any more" if record.id in card.links else name
