"""What other windows were writing when they were closed: drafts that nobody has decided on."""

from journal.cli.look_back.gathering import earlier
from journal.cli.talk.noting import keep
from journal.cli.talk.state import Talk
from journal.practice.look_back.resuming import PLACE, drafted, not_kept_yet
from journal.records.record import Record, Sign
from journal.sharing.drafting import PLACE as PAGE
from journal.store.drafts import Draft
from journal.visible import one_line

LONGEST = 500
"""So many characters of a draft are read when it is offered."""


def offer(talk: Talk) -> None:
    """Say what was being written, and what can be done with it."""
    texts = _texts(talk)
    for draft in texts:
        text = one_line(draft.text)
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
        talk.say(f"You were writing this when another window was closed: {shown}")
    if texts:
        it = "it as a note" if len(texts) == 1 else "each as a note"
        talk.say(f":keep keeps {it}, :forget throws it away; until then it waits.")


def keep_texts(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Keep what other windows left as notes."""
    texts = _texts(talk)
    for draft in texts:
        sign = draft.more.get("sign")
        keep(talk, draft.text, Sign(sign) if sign in list(Sign) else None)
        _settle(talk, draft)
    if not texts:
        talk.say("Nothing was left behind.")


def forget_texts(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Throw away what other windows left."""
    texts = _texts(talk)
    for draft in texts:
        _settle(talk, draft)
    talk.say("Thrown away." if texts else "Nothing was left behind.")


def put_look_backs_into_journal(talk: Talk) -> None:
    """Keep the look backs that other windows left as interrupted ones, to go on with.

    Raises JournalError; the draft then stays where it is.
    """
    for draft, record in _look_backs(talk):
        if record is not None:
            talk.save(record, "close")
        _settle(talk, draft)


def look_backs(talk: Talk) -> list[Record]:
    """Return the look backs that other windows left."""
    return [record for _, record in _look_backs(talk) if record is not None]


def _look_backs(talk: Talk) -> list[tuple[Draft, Record | None]]:
    """Return the drafts of look backs, each with what of it is not kept yet.

    One that cannot be read is not among them, and stays where it is.
    """
    drafts = [draft for draft in talk.journal.drafts.left_behind() if draft.place == PLACE]
    closes = earlier(talk.voice) if drafts else []
    read = [(draft, drafted(draft.more)) for draft in drafts]
    return [(draft, not_kept_yet(record, closes)) for draft, record in read if record]


def _texts(talk: Talk) -> list[Draft]:
    drafts = talk.journal.drafts.left_behind()
    return [draft for draft in drafts if _is_a_note(draft) and draft.text.strip()]


def _is_a_note(draft: Draft) -> bool:
    """Tell whether a draft is of a note: neither of a look back, nor of a page for a coach."""
    return draft.place != PLACE and not draft.place.startswith(PAGE)


def _settle(talk: Talk, settled: Draft) -> None:
    """Forget a draft; what else its window left is from now on ours, and offered next time."""
    drafts = talk.journal.drafts
    for other in drafts.left_behind():
        if other.session == settled.session and other.place != settled.place:
            drafts.keep(other.place, other.text, **other.more)
    drafts.drop(settled.session)
