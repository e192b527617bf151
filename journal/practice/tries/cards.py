"""A try as a card: one small JSON file, given to a colleague and taken from one.

There is no server: people put their tries together by hand. What comes from outside is read
strictly; a card that is not as it should be is refused as a whole, with one sentence.
"""

import json
from typing import Any

from journal.errors import Usage
from journal.practice.making import SURE, When, line, made, own_of
from journal.records.experiment import Difference, Experiment, Stage
from journal.records.record import Record
from journal.visible import visible

FORMAT = "journal-try"
VERSION = 1

LONGEST = 2_000
"""So many characters has a text of a card, at most."""

LARGEST = 32_768
"""So many bytes has a card, at most."""

TEXTS = (
    "cue", "response", "prediction", "because", "step", "watch", "outcome", "aim",
    "happened", "cause", "teaches", "conditions",
)  # fmt: skip
NUMBERS = ("sureness", "result")

_NOT_A_CARD = "This is not a card of a try"
_HINT = "Ask for it again; nothing was brought in."


def card_of(record: Record, maker: str = "") -> dict[str, Any]:
    """Return what of a try goes on a card: what was said of it, no ids, no days, no links.

    maker  who made it, as they want to be called, or ""
    """
    own = own_of(record, Experiment)
    texts = {name: getattr(own, name) for name in TEXTS}
    numbers = {name: getattr(own, name) for name in NUMBERS}
    rest = {"difference": own.difference.value if own.difference else "", "from": line(maker)}
    said = {
        name: value for name, value in (texts | numbers | rest).items() if value not in ("", None)
    }
    return {"format": FORMAT, "version": VERSION, **said}


def card_text(card: dict[str, Any]) -> str:
    """Return a card as the text of a file: the same card is always the same bytes."""
    return json.dumps(card, indent=2, ensure_ascii=True) + "\n"


def from_card(data: bytes | str, when: When, whose: str = "") -> Record:
    """Return the try of a colleague that a card holds; not saved.

    whose  who made it; "" takes what the card says, or "a colleague"

    Raises Usage where the card is damaged, too large, from a later version, or holds anything that
    does not belong there: other fields or types, nested values, characters that act on a terminal.
    """
    card = _object(data)
    if card.pop("format", None) != FORMAT:
        raise _refused("it does not say that it is one")
    if repr(card.pop("version", None)) != repr(VERSION):  # True and 1.0 would equal 1
        raise _refused("it is of another version")
    fields = {name: _value(name, value) for name, value in card.items()}
    maker = line(whose) or line(str(fields.pop("from", ""))) or "a colleague"
    fields.pop("from", None)
    difference = fields.pop("difference", None)
    own = Experiment(**fields)._replace(
        whose=maker,
        difference=difference,
        state=Stage.REVIEWED if difference else Stage.DRAFTED,
    )
    if not (own.cue or own.response):
        raise _refused("its two lines are missing")
    return made(own, when)


def _object(data: bytes | str) -> dict[str, Any]:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > LARGEST:
        raise _refused("it is too large")
    try:
        card = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise _refused("it cannot be read") from None
    if not isinstance(card, dict):
        raise _refused("it cannot be read")
    return card


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    card = dict(pairs)
    if len(card) != len(pairs):
        raise ValueError("a field is there twice")
    return card


def _value(name: str, value: object) -> Any:
    """Return the value of a field as the record has it."""
    if name in NUMBERS:
        if type(value) is not int or value not in SURE:
            raise _refused("a number in it is not from 0 to 10")
        return value
    if name not in (*TEXTS, "from", "difference"):
        raise _refused("it has fields that do not belong there")
    if not isinstance(value, str):
        raise _refused("a field that should be text is not")
    if len(value) > LONGEST:
        raise _refused("a text in it is too long")
    if visible(value) != value:
        raise _refused("it has characters that act on a terminal")
    return _difference(value) if name == "difference" else value.strip()


def _difference(value: str) -> Difference:
    try:
        return Difference(value)
    except ValueError:
        raise _refused("what came is not in words that are known") from None


def _refused(because: str) -> Usage:
    return Usage(f"{_NOT_A_CARD}: {because}.", _HINT)
