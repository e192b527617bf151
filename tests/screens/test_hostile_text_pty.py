"""A journal full of hostile text, through every place by keys, in a real terminal."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.clock import system_clock
from journal.paths import places
from journal.records.close import Answer, Close, own_words
from journal.records.record import Record, Sign
from journal.store.journal import Journal
from tests.screens.test_safe_text import _ALLOWED, PAYLOADS
from tests.support.terminal import Terminal, python

NOW = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
ON_A_DAY = 40
WIDE = (
    "漢字かな交じり文" * 30,
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏽" * 40,
    "ﷺ꧅" * 30,
    "\u202eabc\u202c אבג العربية" * 20,
)
MARKS = "a" + "\u0301" * 10_000
LONG = "five megabytes " * 350_000


def hostile() -> list[Record]:
    """Return notes and look backs of the last days that are made of payloads."""
    notes = [
        _record(number, f"{payload} {number}", tags=(payload[:40],))
        for number, payload in enumerate(PAYLOADS)
    ]
    some = PAYLOADS[::9]
    answers = tuple(
        Answer(f"daily/{number}", 1, payload, "full", f"{payload}\n{payload}")
        for number, payload in enumerate(some)
    )
    close = Close(form="five", answers=answers, tomorrow=" ".join(PAYLOADS[:40]))
    text = own_words(answers, close.tomorrow)
    looked_back = _record(ON_A_DAY + 1, text, own=close)
    last = [*WIDE, MARKS, LONG, "the newest, and harmless"]
    return [
        *notes,
        looked_back,
        *(_record(0, text, minutes=number, sign=Sign.STUCK) for number, text in enumerate(last, 1)),
    ]


def _record(
    number: int,
    text: str,
    minutes: int = 0,
    tags: tuple[str, ...] = (),
    own: Close | None = None,
    sign: Sign | None = None,
) -> Record:
    """Return a record; with every so many numbers it is a day earlier."""
    at = NOW - timedelta(days=number // ON_A_DAY, hours=3) + timedelta(minutes=minutes)
    record = Record("", at, "Etc/UTC", at.date(), text, tags=tags, sign=sign)
    return record._replace(own=own) if own else record


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give a home with such a journal, some hours after its last note."""
    env = {"JOURNAL_HOME": str(tmp_path), "JOURNAL_NOW": f"{NOW:%Y-%m-%dT%H:%M:%S}"}
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    Journal(places(), system_clock()).save(*hostile(), op="import")
    return env


WALK = (
    ("", "the newest, and harmless"),
    ("\x1bG", "n note"),
    ("\r", "esc back"),
    ("h", "What it said before"),
    ("\x1bkkk.", "Change its tags."),
    ("\x1bt", "Tags, with spaces"),
    ("\x1bkkkk\r", "esc back"),
    ("jjjGg", "esc back"),
    ("\x1b3", "This week"),
    ("\x1b", "/ find"),
    ("jjkGg", "/ find"),
    *(("\x1b[D", "/ find"),) * 6,
    ("\tjjj\r", "/ find"),
    ("/a", "Tue 24 Nov"),
    ("\r", "/ find"),
    ("jjj\r", "esc back"),
    ("\x1b/\x15tag:", "writing"),
    ("\x1b\x1b1\x1bl", "Look back on"),
    ("\r", "1 of 5"),
    ("kk\r", "ctrl+s enough"),
    ("\r\r\r", "ctrl+s enough"),
    ("\x13", "kept"),
    ("\t", "n note"),
)
"""Keys, and what shows then, to wherever the text of records is shown."""


def test_nothing_in_a_journal_acts_on_the_terminal_or_stops_the_app(env: dict[str, str]) -> None:
    with Terminal(python("journal"), env=env, size=(120, 36)) as terminal:
        for keys, shown in WALK:
            terminal.press(keys)
            terminal.wait(shown, 30)
            terminal.quiet(0.1)
        terminal.press("nstill here\r")
        terminal.wait("still here   kept just now")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.restored
        written = terminal.raw.decode()
    inside = re.sub(r"\x1b\[\?\d+\$p", "", written)
    allowed = _ALLOWED.match(inside)
    assert allowed is not None
    assert inside[allowed.end() :][:60] == ""
    assert inside.count("\u241b") > 20, "escape is there to be seen"


def test_there_are_enough_of_them() -> None:
    assert len({record.text for record in hostile()}) > 200
    assert max(len(record.text) for record in hostile()) > 5_000_000
