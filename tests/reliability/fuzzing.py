"""Files that chance has changed, given to everything that reads what others made."""

import json
import random
import resource
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import process_time

from tinydb import TinyDB

from journal.errors import JournalError
from journal.exchange.bring import plan
from journal.exchange.moments import Local
from journal.records.criteria import Criteria
from journal.sharing.layout import NEXT, NOTICED, PAGE_LINE
from journal.sharing.reply import read_reply
from journal.store.box import OpenBox
from tests.reliability.figure import Figure, Found, playground, spread
from tests.store.making import doc, line, note, opened, summed, write

NAME, WHAT = "fuzz", "changed imports, answers and lines"
USUAL, LONG = 202_000, 2_000_000
PARTS = 20
"""So often each reader begins anew, with other chances."""

SECONDS = 2.0
"""No file of these sizes may take longer, of the processor's time."""

Reader = Callable[[bytes], object]

MEGABYTES = 256
"""Nor may all of them together take more memory."""

RECORD = {"id": "bcdfghjkmn", "zone": "Europe/Vienna", **doc("x ü 漢", tags=["a"], extra={"a": 1})}
FILES = {
    "json": json.dumps({"records": [RECORD, {**RECORD, "id": "nmkjhgfdcb"}]}, ensure_ascii=False),
    "jrnl": "[2024-01-15 09:30] A title.\nA body @tag\n\n[2024-01-16 09:30 PM] * Another\n",
    "day-one": json.dumps(
        {"entries": [{"uuid": "A", "creationDate": "2024-01-15T10:00:00Z", "text": "# x\\. y",
                      "timeZone": "Europe/Vienna", "tags": ["t"], "starred": True}]}
    ),
    "markdown": "---\ndate: 2024-01-15T10:00:00+01:00\ntags: [a, b]\nx: {y: 1}\n---\n# T\n\nb #t\n",
}  # fmt: skip
ANSWER = '{"page": "Heron", "noticed": "a", "question": "b", "try": "c"}'
WORDS = f"{PAGE_LINE}: Heron\n> quoted\n{NOTICED}: a\n**{NEXT}**: b\n\nIn other words.\n"
LINE = line(1, 1, {"bbbbbbbbbb": doc("good", was="1")}, run="x")
TOKENS = (
    b"[" * 2000, b"{" * 2000, b'{"a":' * 999, b"9" * 5000, b"NaN", b"null", b"-1e999", b"\\ud800",
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n", b'"', b"---\n", b"&a [*a]", b"<<: *a",
    b"!!python/object", b"2024-13-45", b"0001-01-01", b"9999-12-31T23:59:59-23:59", b"\x1b[2J",
    b"\xe2\x80\xae", b": ", b"true", b"\xef\xbb\xbf", b"x" * 100_000, b"[[", b"../../", b"#" * 3000,
)  # fmt: skip


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few changes: bits, pieces left out, doubled or moved, tokens put in."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        how = chance.randrange(5)
        if how == 0 and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        elif how == 1:
            data = data[:at] + data[to:]
        elif how == 2:
            data = data[:to] + data[at:]
        elif how == 3:
            data = data[:at] + chance.choice(TOKENS) + data[at:]
        else:
            data = data[:at] + chance.choice(TOKENS) + data[to:]
    return data


def targets(folder: Path) -> list[tuple[str, bytes, Reader]]:
    """Return what is read: by name, a file as it should be, and what reads it."""
    journal, local = opened(folder / "importing"), Local("Europe/Vienna")
    journal.save(note("one that is there"))

    def importing(format_: str) -> Reader:
        return lambda data: plan(journal, format_, data, local)

    def open_line(data: bytes) -> None:
        try:
            OpenBox().open(data.replace(b"\n", b" "), "2026-11.bbbb.jsonl")
        except ValueError:
            return

    def store(data: bytes) -> None:
        root = folder / "store"
        write(root, {"2026-11.bbbb.jsonl": [data]})
        found = opened(root)
        found.find(Criteria())
        found.damage()

    return [
        *((name, text.encode(), importing(name)) for name, text in FILES.items()),
        ("answer", ANSWER.encode(), read_reply),
        ("answer in words", WORDS.encode(), read_reply),
        ("line", LINE[:-1], open_line),
        ("line with its sum", LINE[:-20] + b"}", lambda data: open_line(summed(data)[:-1])),
        ("file of lines", LINE + line(2, 2, {"cc": doc("x")}), store),
    ]


def measure(size: int) -> Figure:
    """Read `size` changed files, spread over all readers."""
    with playground() as folder:
        names = [name for name, _, _ in targets(folder / "names")]

        def read(case: tuple[str, int]) -> Found:
            name, part = case
            readers = {each[0]: each for each in targets(folder / f"{names.index(name)}-{part}")}
            return _read(*readers[name], part, size // (len(names) * PARTS))

        tried, bad = spread(read, [(name, part) for name in names for part in range(PARTS)])
        return Figure(NAME, WHAT, tried, bad, _control(folder))


def _read(name: str, data: bytes, read: Reader, part: int, most: int) -> Found:
    """Return how many different changed files were read, and what was wrong then."""
    read(data)
    before, chance = _memory(), random.Random(f"{name} {part}")
    files = list(dict.fromkeys(changed(data, chance) for _ in range(most)))
    bad = list(_wrong(name, files, read))
    if _memory() - before > MEGABYTES:
        bad.append(f"{name}: {_memory() - before} MB of memory")
    return len(files), bad


def _wrong(name: str, files: Iterable[bytes], read: Reader) -> Iterator[str]:
    for given in files:
        began = process_time()
        try:
            read(given)
        except JournalError:
            pass
        except Exception as error:
            yield f"{name}: {type(error).__name__}: {error}, given {given[:200]!r}"
        if process_time() - began > SECONDS:
            yield f"{name}: {process_time() - began:.1f} s, given {given[:200]!r}"


def _memory() -> int:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _control(folder: Path) -> int:
    """Return how many changed files TinyDB, as it comes, answers with an error of no type."""
    chance, path, failed = random.Random(7), folder / "control.json", 0
    for _ in range(100):
        path.write_bytes(changed(b'{"_default": {"1": {"text": "x"}}}', chance))
        try:
            TinyDB(path).all()
        except Exception:
            failed += 1
    return failed
