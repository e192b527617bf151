"""What consent needs: whether a page can be given at all, and whether what was said is a yes."""

from typing import NamedTuple

from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.sharing import desk, ledger, preview
from journal.sharing.consent import NoConsent, asks_whether_free
from journal.visible import one_line


class NotFree(NoConsent):
    """The learner could not have said no: then a yes is none."""


class Yes(NamedTuple):
    """What the learner says to give a page: the coach's name, typed by them.

    free  whether they could freely have said no; None where they were not asked
    """

    name: str
    free: bool | None = None


def may_be_given(page: desk.Ready) -> None:
    """Raise NoConsent where a page cannot be given, whoever wants it."""
    if page.state in (Consented.PROPOSED, Consented.GIVEN, Consented.RENEWED):
        if page.stale:
            raise NoConsent(
                f"What {page.excerpt.code} was made of has changed since you read it.",
                "Prepare it anew: what leaves is what you agreed to, and nothing else.",
            )
        if preview.digest(page.excerpt.payload) != page.excerpt.digest:
            raise NoConsent("The page is not as you read it.", "Prepare it anew.")
        return
    must_hold(page)


def must_hold(page: desk.Ready) -> None:
    """Raise NoConsent unless the coach may keep a page today."""
    if page.state in ledger.HOLDING:
        return
    why = {
        Consented.WITHDRAWN: "You have taken this page back.",
        Consented.REFUSED: "You decided not to give this page.",
        Consented.EXPIRED: "The time for which you agreed to this page is over.",
        Consented.SUPERSEDED: "A newer page has taken the place of this one.",
        Consented.PROPOSED: "This page has not been given yet.",
    }
    said = (
        why.get(page.state, "")
        if page.state
        else "Nothing is known of what was agreed about this page."
    )
    raise NoConsent(said, "A page prepared anew is agreed to anew.")


def must_agree(yes: Yes, coach: Coach) -> None:
    """Raise NoConsent unless the coach's name was typed and no could freely have been said."""
    if one_line(yes.name).casefold() != one_line(coach.name).casefold() or not yes.name.strip():
        raise NoConsent(
            "Nothing has left: the coach's name was not typed.",
            f"To agree, type the name as it stands on the card: {one_line(coach.name)}",
        )
    if not asks_whether_free(coach) or yes.free:
        return
    if yes.free is None:
        raise NoConsent(
            f"{one_line(coach.name)} is your {coach.role.value}: could you freely say no?",
            "Say so with --free yes or --free no. Nothing has left.",
        )
    raise NotFree(
        "Then it is no consent, and nothing leaves.",
        "You could show it to somebody to whom you can say no.",
    )
