"""The sheet that a coach opens, before it is HTML, Markdown or JSON: what stands where."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from journal.sharing.project import Card, Page, Passage
from journal.sharing.signing import IDENTITY, NAMESPACE

HELP = {
    "listen": "listen",
    "ask": "ask me questions",
    "challenge": "challenge what I say",
    "suggest": "suggest something",
}
"""What a coach is asked to do."""

HOW_TO_ANSWER = (
    "Answer any way you like: reply to the message this came with, or copy and fill these lines."
)
NOTICED, QUESTION, NEXT = "What I noticed", "A question", "Something to try next time"
ASKED_OF_THE_COACH = (NEXT, NOTICED, QUESTION)
"""The lines of the answer; what to try comes first, as it is what is said most rarely."""

PAGE_LINE = "Page"
"""The line of an answer that says which page it answers."""


class Sheet(NamedTuple):
    """A page with its letterhead and what was agreed; all text is safe to show.

    day        on which it was prepared, in words
    code       the four words by which it is called
    terms      what was agreed, as the coach reads it
    take_back  how the learner takes it back
    receipt    the consent as a record
    signer     the public key with which it is signed
    """

    page: Page
    learner: str
    coach: str
    day: str
    code: str
    terms: str
    take_back: str
    receipt: dict[str, Any]
    signer: str


class Row(NamedTuple):
    """A passage or a try: what stands before it, its words, and what else was chosen of it."""

    lead: str
    words: str
    more: tuple[str, ...] = ()


def title(sheet: Sheet) -> str:
    """Return who it is from and for."""
    return f"From {sheet.learner}, for {sheet.coach}"


def asked_for(page: Page) -> str:
    """Return what help is wanted and what is not for discussion, one sentence each."""
    help_ = _and([HELP[word] for word in page.help])
    wanted = [f"Please {help_}."] if help_ else []
    not_for = page.not_for.rstrip(".")
    return " ".join([*wanted, *([f"Please don’t discuss: {not_for}."] if not_for else [])])


def since_rows(page: Page) -> list[Row]:
    """Return what became of what was agreed last time."""
    said = [Row("", page.since)] if page.since else []
    return [*said, *map(_card_row, page.since_cards)]


def rows(page: Page) -> list[Row]:
    """Return the passages, then the tries."""
    return [*map(_passage_row, page.passages), *map(_card_row, page.cards)]


def how_to_check(signer: str, file: str) -> list[str]:
    """Return the commands that check the signature of an HTML or Markdown page, or of a notice."""
    return [
        f"sed '/^<!--$/,$d' {file} > page.txt",
        f"sed -n '/^-----BEGIN SSH/,/^-----END SSH/p' {file} > page.sig",
        f"echo '{IDENTITY} {signer}' > signer",
        f"ssh-keygen -Y verify -f signer -I {IDENTITY} -n {NAMESPACE} -s page.sig < page.txt",
    ]


def _passage_row(passage: Passage) -> Row:
    more = [passage.sign, *(f"#{tag}" for tag in passage.tags)]
    asked = (f"Asked: {passage.asked}",) if passage.asked else ()
    beside = " · ".join(filter(None, more))
    return Row(passage.when, passage.text, (*asked, *((beside,) if beside else ())))


def _card_row(card: Card) -> Row:
    sure = f" ({card.sureness})" if card.sureness else ""
    more = (
        ("I expected: ", card.expected and f"{card.expected.rstrip('.')}{sure}."),
        ("What came: ", card.came or "not yet looked at."),
        ("Against what I expected: ", card.difference),
        ("Because: ", card.because),
        ("What it teaches: ", card.teaches),
    )
    lead = "\n".join(filter(None, ("A small try", card.when)))
    return Row(lead, f"{card.plan.rstrip('.')}.", tuple(f"{a}{b}" for a, b in more if b))


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
