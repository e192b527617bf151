"""Text that would act on a terminal, shown by every verb in a real one, and given to it."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from journal.clock import system_clock
from journal.paths import places
from journal.records.item import Item
from journal.store.journal import Journal
from tests.reliability.figure import Figure, first, playground
from tests.screens.test_hostile_text_pty import NOW, hostile
from tests.screens.test_safe_text import PAYLOADS
from tests.support.terminal import Terminal, python

NAME, WHAT = "terminal", "payloads shown by a verb in a terminal, or typed to it"
USUAL, LONG = 8, 400

ALLOWED = re.compile(
    r"(?:\x1b\[(?:2|22)m"  # a part of a line that is less bright
    r"|\r?\n|\t"
    r"|[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb])*"
)
"""All that the shell may write."""

PROGRESS = re.compile(r"\x1b\[\?25[lh]|\x1b\[[12]?[AK]|\x1b\[(?:\d+(?:;\d+)*)?m|\r")
"""What a progress bar writes besides, on the verbs that take long; there its colours count, too."""

LONG_ONES = ("growth", "import")

SHOWING: tuple[tuple[str, ...], ...] = (
    ("list", "-n", "2000"), ("list", "-n", "2000", "--json"), ("list", "--format", "{text} {tags}"),
    ("show", "last"), ("show", "last", "--json"), ("search", "e"), ("search", "e", "--json"),
    ("history", "last"), ("day",), ("review", "week"), ("status",), ("growth",), ("item", "list"),
    ("item", "list", "--json"), ("trash",), ("undo", "--list"), ("check",), ("doctor",), ("paths",),
    ("export", "markdown", "-"), ("export", "json", "-"), ("export", "jrnl", "-"), ("read", "last"),
    ("--plain",),
)  # fmt: skip

ANSWERING: tuple[tuple[str, ...], ...] = (
    ("add",), ("search",), ("show",), ("edit",), ("list", "--tag"), ("list", "--on"),
    ("config", "get"), ("item", "new"), ("import", "json"), ("import",),
    ("goal", "new"), ("help",), (),
)  # fmt: skip
"""What repeats a word that it was given, or says that it cannot be."""


def measure(size: int) -> Figure:
    """Show all payloads by every verb, and type `size` of them to every verb that answers."""
    with playground() as folder:
        env = {"JOURNAL_HOME": str(folder / "home"), "JOURNAL_NOW": f"{NOW:%Y-%m-%dT%H:%M:%S}"}
        _fill()
        bad, tried = list[str](), 0
        for words in SHOWING:
            bad += acting(words, written(words, env))
            tried += len(PAYLOADS)
        for number, words in enumerate(ANSWERING * size):
            payload = PAYLOADS[number * 37 % len(PAYLOADS)].replace("\x00", "")
            bad += acting((*words, payload), written((*words, payload), env))
            tried += 1
        return Figure(NAME, WHAT, tried, first(bad), _control(folder))


def _fill() -> None:
    """Keep them all, as notes and look backs and questions, and some in the trash."""
    journal = Journal(places(), system_clock())
    records = [record for record in hostile() if len(record.text) < 20_000]
    kept = journal.save(*records, op="import")
    journal.save(*(kept[0]._replace(id="", version="", text=p, own=Item()) for p in PAYLOADS[:40]))
    journal.remove(*kept[:20])


def written(words: Sequence[str], env: dict[str, str]) -> str:
    """Return what a command writes to a terminal."""
    with Terminal(python("journal", *words), env=env, size=(120, 40)) as terminal:
        terminal.press("\x04\x04")
        terminal.end(60)
        return terminal.raw.decode(errors="surrogateescape")


def acting(words: Sequence[str], text: str) -> Iterator[str]:
    """Yield where in what was written something would act on the terminal."""
    text = PROGRESS.sub("", text) if words[:1] in [(verb,) for verb in LONG_ONES] else text
    allowed = ALLOWED.match(text)
    rest = text[allowed.end() :] if allowed else text
    if rest:
        yield f"{list(words)!r} writes {rest[:40]!r}"


def _control(folder: Path) -> int:
    """Return how often they act when TinyDB's documents are just printed."""
    code = "import sys; from tinydb import TinyDB; print(TinyDB(sys.argv[1]).all()[0]['text'])"
    from tinydb import TinyDB

    bad = 0
    for number, payload in enumerate(PAYLOADS[:10]):
        path = folder / f"control-{number}.json"
        TinyDB(path).insert({"text": payload})
        with Terminal([sys.executable, "-c", code, str(path)]) as terminal:
            terminal.end()
            bad += len(list(acting((), terminal.raw.decode())))
    return bad
