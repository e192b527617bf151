"""The preview is what leaves: a page is built once, frozen, and shown as exactly those bytes."""

import hashlib
import json
import secrets
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from journal.dates.calendar import full
from journal.errors import NoSuchRecord
from journal.records.coach import Coach
from journal.records.excerpt import Choice, Excerpt, Form
from journal.records.record import Record
from journal.sharing.consent import (
    STORAGE,
    TYPED,
    Terms,
    receipt,
    shown_fields,
    terms_for_coach,
    terms_of,
)
from journal.sharing.layout import Sheet
from journal.sharing.project import Page, each_text, project, texts
from journal.sharing.redact import redacted_page
from journal.sharing.render import ENDINGS, rendered
from journal.sharing.seal import padding
from journal.sharing.select import checked
from journal.sharing.shipped import table, words
from journal.sharing.signing import Signer, fingerprint
from journal.visible import one_line, visible

NOT_SAID = "passed on to nobody, sensitivity not assessed, jurisdiction not recorded"
"""What the record of consent says without having been asked."""

CODE_WORDS = 4
"""So many words call a page."""

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_A_PAGE = 2200
"""About so many characters of the learner's fill one sheet beside the letterhead."""


class Setting(NamedTuple):
    """What a page is built with besides what was chosen.

    id, coach  the coach's card
    today      the logical day
    signer     the key with which it is signed
    previous   digest of the last event in the coach's ledger
    replaces   the code of the given page whose place it takes, or ""
    """

    id: str
    coach: Coach
    today: date
    signer: Signer
    previous: str = ""
    replaces: str = ""


def frozen(
    choice: Choice,
    records: Mapping[str, Record],
    setting: Setting,
    *,
    code: str,
    form: Form,
    until: date,
) -> Excerpt:
    """Return the page that `choice` makes of `records`, built once, to be agreed to as it is.

    Raises Usage or NoSuchRecord where no page can be made of it, NoConsent where it would be for
    longer than can be agreed to.
    """
    coach = _letterhead(setting.coach)
    page = drawn(checked(choice, records), records, coach, setting.today)
    agreed = terms_of(coach, code, choice, page, setting.today, until, setting.replaces)
    payload = _payload(_sheet(choice, page, setting._replace(coach=coach), agreed), form, setting)
    return Excerpt(
        coach=setting.id,
        code=code,
        choice=choice,
        form=form,
        until=until,
        payload=payload,
        digest=digest(payload),
        drawn=_digest_drawn(page, coach),
        sealed=coach.key,
        signer=setting.signer.public,
        hidden=coach.hidden,
        replaces=setting.replaces,
    )


def drawn(choice: Choice, records: Mapping[str, Record], coach: Coach, today: date) -> Page:
    """Return what was chosen, names hidden, safe to show: all that the rest works on.

    today  the day on which the page is prepared
    Raises NoSuchRecord where something that was chosen is not there any more.
    """
    hidden = redacted_page(project(choice, records, today), coach.hidden)
    return each_text(hidden, lambda text: visible(text.translate(_INVISIBLE)))


def is_stale(excerpt: Excerpt, coach: Coach, records: Mapping[str, Record], prepared: date) -> bool:
    """Tell whether the journal or the coach's card would give another page by now.

    prepared  the day on which it was prepared
    """
    coach = _letterhead(coach)
    try:
        page = drawn(excerpt.choice, records, coach, prepared)
    except NoSuchRecord:
        return True
    return _digest_drawn(page, coach) != excerpt.drawn


def facts(excerpt: Excerpt, coach: Coach, prepared: date) -> list[tuple[str, str]]:
    """Return all that leaves besides the learner's words, and how, as pairs of words."""
    size = len(excerpt.payload.encode())
    key = fingerprint(excerpt.sealed) if excerpt.sealed else "no key: anybody can read it"
    return [
        ("file", file_name(excerpt)),
        ("file's date", f"{full(prepared)}, midnight UTC; readable for you alone"),
        ("size", f"{size} bytes{' before sealing' if excerpt.sealed else ''}"),
        ("SHA-256", excerpt.digest),
        ("sealed for", key),
        ("signed with", fingerprint(excerpt.signer)),
        ("page", excerpt.code),
        *([("in the place of", excerpt.replaces)] if excerpt.replaces else []),
        ("from", " · ".join(filter(None, (coach.learner, coach.reach)))),
        ("for", " · ".join(filter(None, (coach.name, coach.role.value, coach.contact)))),
        ("what for", coach.purpose),
        ("prepared", full(prepared)),
        ("until", full(excerpt.until) if excerpt.until else ""),
        ("kept", coach.storage or STORAGE),
        ("what of it", ", ".join(shown_fields(excerpt.choice))),
        ("the notice", f"version {table('notice')['version']}, {table('notice')['language']}"),
        ("agreed", f"as a record: when, and that {TYPED}; {NOT_SAID}"),
        ("before", "the digest of what was agreed with this coach until then"),
    ]


def length_in_words(page: Page) -> str:
    """Return about how long a page is: "about half a page"."""
    halves = max(1, round(2 * sum(map(len, texts(page))) / _A_PAGE))
    if halves <= 2:
        return ("about half a page", "about a page")[halves - 1]
    return f"about {halves / 2:g} pages"


def file_name(excerpt: Excerpt) -> str:
    """Return the name of the file that leaves: it says the page's code and nothing else."""
    return f"page-{excerpt.code}{ENDINGS[excerpt.form]}{'.age' if excerpt.sealed else ''}"


def new_code(taken: Collection[str]) -> str:
    """Return four words drawn by chance by which no other page is called."""
    there = words("words", "words")
    while (code := "-".join(secrets.choice(there) for _ in range(CODE_WORDS))) in taken:
        pass
    return code


def digest(payload: str) -> str:
    """Return the SHA-256 of a page as it leaves, hexadecimal."""
    return hashlib.sha256(payload.encode()).hexdigest()


def _letterhead(coach: Coach) -> Coach:
    """Return a coach's card with everything on it safe to show on one line."""
    return coach._replace(
        name=one_line(coach.name),
        contact=one_line(coach.contact),
        purpose=one_line(coach.purpose),
        storage=one_line(coach.storage),
        learner=one_line(coach.learner),
        reach=one_line(coach.reach),
    )


def _sheet(choice: Choice, page: Page, setting: Setting, agreed: Terms) -> Sheet:
    said, take_back = terms_for_coach(agreed)
    coach, signer = setting.coach, setting.signer.public
    return Sheet(
        page=page,
        learner=coach.learner,
        coach=coach.name,
        day=full(setting.today).partition(" ")[2],
        code=agreed.code,
        terms=said,
        take_back=take_back,
        receipt=receipt(agreed, choice, signer, setting.previous),
        signer=signer,
    )


def _payload(sheet: Sheet, form: Form, setting: Setting) -> str:
    file = rendered(sheet, form, setting.signer.sign)
    return file + "\n" * padding(len(file.encode())) if setting.coach.key else file


def _digest_drawn(page: Page, coach: Coach) -> str:
    """Return the digest of all that a page was drawn from: the words and the coach's card."""
    card = coach._replace(hidden=(), days=0, verified="")
    return digest(json.dumps([page, card]))
