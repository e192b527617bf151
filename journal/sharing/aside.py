"""Records that were set aside for a coach's next page: a card links to them.

That proposes them and no more: on a page stands only what is chosen there, one by one.
"""

from journal.errors import Usage
from journal.records.excerpt import Choice
from journal.records.record import Record
from journal.sharing.select import NOT_PASSAGES


def can_be_set_aside(record: Record) -> bool:
    """Tell whether a record could stand on a page for a coach."""
    is_try = record.kind == "experiment"
    return not record.trashed and (is_try or record.kind not in NOT_PASSAGES)


def toggled(card: Record, record: Record) -> Record:
    """Return a coach's card with a record set aside for their next page, or not any more.

    Raises Usage where it could not stand on one.
    """
    if record.id in card.links:
        return without(card, [record.id])
    if not can_be_set_aside(record):
        raise Usage("This cannot stand on a page for a coach.", "Choose something you wrote.")
    return card._replace(links=(*card.links, record.id))


def without(card: Record, ids: list[str]) -> Record:
    """Return a coach's card on which these are not set aside."""
    return card._replace(links=tuple(link for link in card.links if link not in ids))


def on_page(choice: Choice) -> list[str]:
    """Return the ids of all that was chosen for a page."""
    return [*(each.id for each in choice.passages), *choice.tries, *choice.since_of]
