"""Records of ours that come back: held to their shape before anything else sees them."""

from typing import Any

from journal.errors import Damaged, Unreadable
from journal.exchange.json_text import digest
from journal.exchange.moments import checked
from journal.records.codec import from_doc, to_json
from journal.records.record import Record
from journal.store.ids import LENGTH, could_be_id

_SWITCHES = ("starred", "trashed")


def is_id(text: object) -> bool:
    """Tell whether `text` is a whole id of ours."""
    return isinstance(text, str) and len(text) == LENGTH and could_be_id(text)


def record_of(fields: Any) -> Record:
    """Return the record that `to_json` made `fields` of. Raises Unreadable."""
    if not isinstance(fields, dict):
        raise Unreadable("it is not a record")
    if not is_id(fields.get("id")):
        raise Unreadable("it has no id of ours")
    if any(not isinstance(fields.get(name, False), bool) for name in _SWITCHES):
        raise Unreadable("starred and trashed are either true or false")
    if not isinstance(fields.get("extra", {}), dict):
        raise Unreadable("its extra is not an object")
    try:
        record = from_doc(fields["id"], fields)
        checked(record.at)
    except Damaged as error:
        raise Unreadable(str(error)) from None
    except (ValueError, OverflowError) as error:
        raise Unreadable(f"its moment: {error}") from None
    return record


def state(record: Record) -> str:
    """Return what names what a record says: equal for records that say the same."""
    return digest(to_json(record))
