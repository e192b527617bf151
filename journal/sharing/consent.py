"""Consent: what is agreed to, in sentences and as a record for both sides.

The record is structured after ISO/IEC TS 27560 (header, processing, parties, events); conformance
is not claimed: address and jurisdiction are not asked for.
"""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from journal.dates.calendar import full
from journal.errors import JournalError
from journal.records.coach import CLOSE_BY, Coach
from journal.records.excerpt import Choice, Excerpt
from journal.sharing.project import Page
from journal.sharing.shipped import table
from journal.sharing.signing import fingerprint

LONGEST = 60
"""A page is given for so many days at most."""

TYPED = "the coach's name was typed"

STORAGE = "with the coach, outside this journal"


class NoConsent(JournalError):
    """Something would leave that the learner has not agreed to, or no longer agrees to."""

    code = 7


class Terms(NamedTuple):
    """What one page is given for.

    prepared  the day on which it was prepared
    amount    how much of the journal is on it, in words: "2 passages and 1 try"
    fields    what of it, in words
    replaces  the code of the given page whose place it takes, or ""
    """

    coach: Coach
    code: str
    prepared: date
    until: date
    amount: str
    fields: str
    replaces: str = ""


def terms_of(
    coach: Coach,
    code: str,
    choice: Choice,
    page: Page,
    today: date,
    until: date,
    replaces: str = "",
) -> Terms:
    """Return what a page would be given for. Raises NoConsent where `until` is out of bounds."""
    if not today <= until <= today + timedelta(days=LONGEST):
        raise NoConsent(
            f"A page is given for today or at most {LONGEST} days, not until {full(until)}.",
            "Choose an earlier day; it can be renewed.",
        )
    fields = ", ".join(shown_fields(choice))
    return Terms(coach, code, today, until, _amount(page), fields, replaces)


def last_day(coach: Coach, today: date) -> date:
    """Return the day up to which a coach may keep a page of today where nothing else is said."""
    return today + timedelta(days=min(coach.days, LONGEST))


def agreement(terms: Terms) -> tuple[str, ...]:
    """Return the sentences that the learner agrees to, in their order."""
    notice = table("notice")
    replacing = [notice["replaces"]] if terms.replaces else []
    travels = notice["sealed" if terms.coach.key else "open"]
    return tuple(_filled(sentence, terms) for sentence in (*notice["agree"], *replacing, travels))


def terms_for_coach(terms: Terms) -> tuple[str, str]:
    """Return what the coach reads of it: what was agreed, and how it can be taken back."""
    notice = table("notice")
    said = [notice["terms"], *([notice["replaced"]] if terms.replaces else [])]
    return _filled(" ".join(said), terms), _filled(notice["take_back"], terms)


def asks_whether_free(coach: Coach) -> bool:
    """Tell whether the learner is asked if they could freely have said no."""
    return coach.role in CLOSE_BY


def receipt(terms: Terms, choice: Choice, signer: str, previous: str) -> dict[str, Any]:
    """Return the consent as a record.

    signer    the public key with which the page is signed
    previous  digest of the last event in the ledger of this coach: who holds it can tell whether
              what was written before has been changed since
    """
    coach, notice = terms.coach, table("notice")
    return {
        "structure": "after ISO/IEC TS 27560:2023; no conformance is claimed",
        "header": {"schema_version": "1", "record_id": terms.code, "principal": coach.learner},
        "processing": {
            "notice": {
                "text": list(agreement(terms)),
                "version": notice["version"],
                "language": notice["language"],
            },
            "purpose": coach.purpose,
            "information": {"what": terms.amount, "fields": shown_fields(choice)},
            "sensitive": "not assessed",
            "recipients": [coach.name],
            "onward_recipients": "none",
            "storage": coach.storage or STORAGE,
            "retention_until": terms.until.isoformat(),
            "withdrawal": "by a word of the learner's, at any time",
            "jurisdiction": "not recorded",
        },
        "parties": [
            {"name": coach.learner, "type": "principal", "contact": coach.reach or "not recorded"},
            {
                "name": coach.name,
                "type": coach.role.value,
                "contact": coach.contact or "not recorded",
                "key": fingerprint(coach.key) if coach.key else "none",
            },
        ],
        "events": [
            {
                "state": "given",
                "type": "explicit",
                "day": terms.prepared.isoformat(),
                "until": terms.until.isoformat(),
                "by": coach.learner,
                "method": TYPED,
            }
        ],
        "signed_with": signer,
        "ledger_before": previous or "none",
    }


def learners_receipt(
    terms: Terms, excerpt: Excerpt, signer: str, previous: str, at: datetime
) -> dict[str, Any]:
    """Return the learner's copy of the consent: with the moment, and which bytes left.

    previous  digest of the last event before
    """
    record = receipt(terms, excerpt.choice, signer, previous)
    record["events"][0]["at"] = at.isoformat()
    return {
        **record,
        "page": {
            "sha256": excerpt.digest,
            "form": excerpt.form.value,
            "sealed_for": excerpt.sealed or "nobody",
        },
    }


def shown_fields(choice: Choice) -> list[str]:
    """Return what of the journal is shown, in words."""
    precise = choice.precision.value
    when = [] if precise == "none" else [f"the {precise} of each"]
    return ["their words", *when, *(FIELD_WORDS[field] for field in choice.fields)]


def notice_text(kind: str, coach: Coach, code: str, day: date, until: date) -> str:
    """Return the notice that follows a page: "withdrawn" or "renewed"."""
    values = _values(coach, code, until) | {"day": full(day)}
    return "".join(f"{line.format_map(values)}\n" for line in table("notice")[kind])


FIELD_WORDS = {
    "sign": "signs",
    "asked": "the questions that were answered",
    "tags": "chosen tags",
    "sureness": "how sure I was",
    "difference": "what came against what was expected",
    "because": "why it should work",
    "teaches": "what it teaches",
}


def _filled(sentence: str, terms: Terms) -> str:
    more = {"count": terms.amount, "fields": terms.fields, "old": terms.replaces}
    return sentence.format_map(_values(terms.coach, terms.code, terms.until) | more)


def _values(coach: Coach, code: str, until: date) -> dict[str, str]:
    return {
        "coach": coach.name,
        "learner": coach.learner,
        "purpose": coach.purpose,
        "code": code,
        "until": full(until).partition(" ")[2],
        "reach": f": {coach.reach}" if coach.reach else "",
        "fingerprint": fingerprint(coach.key) if coach.key else "",
    }


def _amount(page: Page) -> str:
    counted = (
        (len(page.passages), "passage", "passages"),
        (len(page.cards) + len(page.since_cards), "try", "tries"),
    )
    return " and ".join(f"{n} {one if n == 1 else many}" for n, one, many in counted if n)
