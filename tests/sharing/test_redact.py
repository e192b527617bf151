"""Hiding names: identifiers of every kind by rules, names by the learner's list, disguised too."""

from collections.abc import Callable
from random import Random

import pytest

from journal.records.coach import Hidden
from journal.sharing.glossary import with_name, with_names_of
from journal.sharing.leftovers import leftovers
from journal.sharing.project import Page, Passage
from journal.sharing.redact import redacted
from tests.support.in_time import in_time

EACH = 160
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(random: Random, least: int = 3, most: int = 9) -> str:
    return "".join(random.choice(LETTERS) for _ in range(random.randint(least, most)))


def digits(random: Random, count: int) -> str:
    return "".join(random.choice("123456789") for _ in range(count))


def email(random: Random) -> str:
    at = random.choice(["@", "@", "@", " (at) ", "[at]", " @ "])
    host = random.choice([".com", ".co.uk", ".example", ".local", "-x.org"])
    name = random.choice([word(random), f"{word(random)}.{word(random)}", f"{word(random)}+x"])
    return f"{name}{at}{word(random)}{host}"


def url(random: Random) -> str:
    return random.choice([
        f"https://{word(random)}.{word(random)}.io/{word(random)}?q={word(random)}#a",
        f"http://{word(random)}:8080/{word(random)}",
        f"www.{word(random)}.at/{word(random)}",
        f"{word(random)}.{word(random)}.com",
        f"ftp://{word(random)}.net/{word(random)}.pdf",
        f"HTTPS://{word(random).upper()}.ORG",
    ])  # fmt: skip


def phone(random: Random) -> str:
    d = digits
    return random.choice([
        f"+43 {d(random, 3)} {d(random, 7)}",
        f"+1-{d(random, 3)}-{d(random, 3)}-{d(random, 4)}",
        f"+49 (0){d(random, 2)} {d(random, 4)} {d(random, 4)}",
        f"0{d(random, 3)}/{d(random, 6)}",
        f"0{d(random, 4)} {d(random, 3)} {d(random, 2)} {d(random, 2)}",
        f"({d(random, 3)}) {d(random, 3)}-{d(random, 4)}",
        f"{d(random, 3)}-{d(random, 4)}",
        f"00{d(random, 2)} {d(random, 2)} {d(random, 3)} {d(random, 4)}",
        f"ext. {d(random, 4)}",
        f"pager {d(random, 3)}",
    ])  # fmt: skip


def card(random: Random) -> str:
    d = digits(random, 16)
    gap = random.choice(["", " ", "-"])
    return random.choice([
        gap.join((d[:4], d[4:8], d[8:12], d[12:])),
        f"3{d[:3]}{gap}{d[3:9]}{gap}{d[9:14]}",
    ])  # fmt: skip


def account(random: Random) -> str:
    d = digits
    return random.choice([
        f"AT{d(random, 2)} {d(random, 4)} {d(random, 4)} {d(random, 4)} {d(random, 4)}",
        f"DE{d(random, 20)}",
        f"GB{d(random, 2)}BARC{d(random, 14)}",
        f"account no. {d(random, 8)}",
        f"customer number {d(random, 5)}",
        f"policy #{word(random, 2, 2).upper()}-{d(random, 6)}",
        f"{d(random, 3)}-{d(random, 2)}-{d(random, 4)}",
        f"patient {d(random, 6)}",
    ])  # fmt: skip


def address(random: Random) -> str:
    four = [str(random.randint(1, 255)) for _ in range(4)]
    hexes = [f"{random.randint(1, 65535):x}" for _ in range(8)]
    return random.choice([
        ".".join(four),
        f"{'.'.join(four)}/24",
        f"{'.'.join(four)}:8443",
        ":".join(hexes),
        f"fe80::{hexes[0]}:{hexes[1]}",
        f"{hexes[0]}:{hexes[1]}::{hexes[2]}",
        ":".join(f"{random.randint(0, 255):02x}" for _ in range(6)),
    ])  # fmt: skip


def ticket(random: Random) -> str:
    d = digits
    return random.choice([
        f"{word(random, 2, 6).upper()}-{d(random, random.randint(1, 5))}",
        f"#{d(random, 5)}",
        f"INC{d(random, 7)}",
        f"CHG{d(random, 6)}",
        f"ticket {d(random, 5)}",
        f"case no. {d(random, 4)}",
        f"ref: {word(random, 2, 2).upper()}{d(random, 5)}",
        f"issue #{d(random, 4)}",
    ])  # fmt: skip


def money(random: Random) -> str:
    d = digits
    return random.choice([
        f"€{d(random, 4)}",
        f"$ {d(random, 1)},{d(random, 3)}.{d(random, 2)}",
        f"{d(random, 3)}.{d(random, 3)},{d(random, 2)} €",
        f"{d(random, 3)} euros",
        f"EUR {d(random, 5)}",
        f"£{d(random, 2)}k",
        f"{d(random, 2)} million dollars",
        f"CHF {d(random, 1)}'{d(random, 3)}",
        f"{d(random, 2)} {d(random, 3)} SEK",
    ])  # fmt: skip


def handle(random: Random) -> str:
    return f"@{word(random)}{random.choice(['', '_ops', '.x', '42'])}"


MAKERS: tuple[Callable[[Random], str], ...] = (
    email, url, phone, card, account, address, ticket, money, handle,
)  # fmt: skip
FRAMES = ("I wrote to {} about it.", "{}", "Then ({}) again", "asked: {}, twice", "see\n{}\nthere")
DISGUISES = (str, lambda s: s.replace(" ", "\u00a0"), lambda s: f"{s[:2]}\u200b{s[2:]}")


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_identifiers_are_found(make: Callable[[Random], str]) -> None:
    random = Random(make.__name__)
    missed = []
    for number in range(2 * EACH):
        secret = make(random)
        frame = FRAMES[number % len(FRAMES)]
        disguise = DISGUISES[number % 3] if number % 2 else str
        if redacted(frame.format(disguise(secret))).count("[") != 1 or any(
            part in redacted(frame.format(secret)) for part in [secret, secret[1:-1]]
        ):
            missed.append((secret, redacted(frame.format(disguise(secret)))))
    assert len(missed) <= 2 * EACH // 100, missed


def test_there_are_enough_identifiers() -> None:
    assert len(MAKERS) * 2 * EACH >= 2000


@pytest.mark.parametrize(
    "harmless",
    [
        "On 2026-11-24 at 12:30 I asked four times out of six, 7 of 10 were sure.",
        "We tried 3 ways in 2 weeks; version 2 took 45 minutes instead of 90.",
        "Half past ten, 24 November 2026, page 12, chapters 3-5, a 50-50 chance.",
        "I/they asked who's on at 6 a.m. and what changed since 2024.",
        "It took 1,200 steps and 0.5 l of water.",
    ],
)
def test_what_is_no_identifier_stays(harmless: str) -> None:
    assert redacted(harmless) == harmless


NAME = "Acme Müller"
DISGUISED = {
    "as it is": "Acme Müller",
    "upper case": "ACME MÜLLER",
    "lower case": "acme müller",
    "possessive": "Acme Müller's",
    "possessive, typographic": "Acme Müller’s",
    "over a line": "Acme\n  Müller",
    "hyphenated over a line": "Acme Mül-\nler",
    "zero-width characters": "Ac\u200bme\u200d Mü\ufeffller",
    "soft hyphens": "Ac\u00adme Mül\u00adler",
    "another space": "Acme\u00a0Müller",
    "marks apart": "Acme Mu\u0308ller",
    "wide letters": "\uff21\uff43\uff4d\uff45 Müller",
    "joined by a hyphen": "Acme-Müller",
    "joined in one": "AcmeMüller",
    "letters that look alike": "\u0410\u0441m\u0435 M\u00fcller",
    "between other signs": "**Acme Müller**",
    "without marks": "Acme Muller",
    "letters apart": "A.c.m.e M ü l l e r",
}


@pytest.mark.parametrize("written", DISGUISED.values(), ids=DISGUISED)
def test_a_name_is_found_in_every_disguise(written: str) -> None:
    hidden = [Hidden(NAME, "the firm")]
    read = redacted(f"I rang {written} about it.", hidden)
    assert read.startswith("I rang ")
    assert read.endswith(" about it.")
    assert "the firm" in read
    assert len(read) <= len("I rang **the firm's** about it.")


def test_a_name_in_another_word_stays() -> None:
    hidden = [Hidden("Ana", "X"), Hidden("Mark", "X")]
    text = "The analysis of the market was remarkable, banana."
    assert redacted(text, hidden) == text


def test_a_name_keeps_what_is_shown_for_it() -> None:
    hidden = with_name(with_name((), "Acme"), "Klein", "a colleague")
    assert hidden == (Hidden("Acme", "[name A]"), Hidden("Klein", "a colleague"))
    assert with_name(hidden, "ACME") == hidden
    assert with_name(hidden, "acme", "the firm")[-1] == Hidden("acme", "the firm")
    assert with_names_of(hidden, [Hidden("Klein", "Dr X"), Hidden("Ben", "B.")])[-1] == Hidden(
        "Ben", "[name B]"
    )


def test_what_looks_like_a_name_is_asked_about() -> None:
    text = "Maria said Dr. Klein was late. Acme's plan failed. Tomorrow I ask the NHS on Monday."
    assert leftovers(Page(question=text)) == ["Maria", "Dr", "Klein", "Acme", "NHS"]
    hidden = [Hidden("Acme", "Customer A")]
    assert leftovers(Page(question=redacted("I rang Acme.", hidden)), hidden) == []


REPEATED = ("a", "a.", "a-", "1", "1 ", "1'", "A1", "com.", "é", "Aa ", "We met Bob at noon. ")
WHOLE = {
    "one way only": f"ab{'1' * 60}_",
    "a word that never goes on": "end-" + "\n" * 50_000 + "!",
    **{part: part * (50_000 // len(part)) for part in REPEATED},
}


@pytest.mark.parametrize("name", WHOLE)
def test_it_takes_no_longer_than_the_text_is_long(name: str) -> None:
    text = WHOLE[name]
    with in_time(20):
        leftovers(Page(passages=(Passage(redacted(text)),)))


@pytest.mark.parametrize("account", ["ab12 345678", "ab1234567890", "de89 370 4004 4053"])
def test_an_account_is_found_however_its_figures_are_grouped(account: str) -> None:
    assert "45" not in redacted(f"it is {account}, she said")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We met. Nobody asked.", []),
        ("We met.   Nobody asked.", []),
        ("A list\n\n  Nobody asked", []),
        ("then Nobody asked", ["Nobody"]),
    ],
)
def test_a_word_that_begins_a_sentence_is_no_name(text: str, asked: list[str]) -> None:
    assert leftovers(Page(question=text)) == asked
