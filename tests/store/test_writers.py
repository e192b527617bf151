"""Many programs at once, and programs that are killed: nothing that was acknowledged is lost."""

import json
import os
import signal
import subprocess
import threading
from pathlib import Path
from random import Random

from tests.store.making import doc, environment, line, note, opened, program, texts, write

SAVES = """
journal = opened(root, "here", Hands(datetime.now(UTC)))
for number in range(int(sys.argv[2])):
    try:
        journal.save(note(f"{os.getpid()} {number}"))
    except Exception as error:
        say("!", error)
    else:
        say(f"{os.getpid()} {number}")
"""
"""Keeps notes, and says which are kept."""

CONTROL = """
from tinydb import TinyDB
for number in range(int(sys.argv[2])):
    try:
        TinyDB(root / "control.json").insert({"text": f"{os.getpid()} {number}", "pad": "x" * 3000})
        TinyDB(root / "control.json").update({"pad": "x" * (3000 if number % 2 else 3)})
    except Exception as error:
        say("!", type(error).__name__)
    else:
        say(f"{os.getpid()} {number}")
"""
"""Does so with the storage that TinyDB uses when it is not told otherwise."""


NEVER_FAILED = "the control never failed: these tests would not notice a loss"


def control_texts(root: Path) -> list[str]:
    """Return what is kept in the control's file; nothing if it cannot be read any more."""
    try:
        rows = json.loads((root / "control.json").read_bytes())["_default"].values()
    except (OSError, ValueError, KeyError):
        return []
    return [row["text"] for row in rows]


def at_once(code: str, root: Path) -> list[str]:
    """Let three processes do the same at once; return what they said."""
    command = program(code, root, "100")
    started = [
        subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    return [said for each in started for said in each.communicate()[0].splitlines()]


def killed(code: str, root: Path, random: Random) -> list[str]:
    """Kill a process at a random moment; return all that it said."""
    command = program(code, root, "100000")
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline().strip() for _ in range(random.randint(1, 40))]
        for _ in range(random.randrange(400_000)):
            pass  # it is at work meanwhile, at we do not know what
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read().split("\n")
    return [*said, *rest[:-1]]


def test_three_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    said = at_once(SAVES, tmp_path)
    assert len(said) == 300
    assert texts(opened(tmp_path)) == sorted(said)
    assert opened(tmp_path).damage() == []
    assert len(list((tmp_path / "journal" / "lines-1").iterdir())) == 1


def test_with_the_default_storage_they_do(tmp_path: Path) -> None:
    for attempt in range(20):
        root = tmp_path / str(attempt)
        root.mkdir()
        acknowledged = {said for said in at_once(CONTROL, root) if not said.startswith("!")}
        if not acknowledged <= set(control_texts(root)):
            return
    raise AssertionError(NEVER_FAILED)


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    random, acknowledged = Random(7), list[str]()
    for _ in range(25):
        acknowledged += killed(SAVES, tmp_path, random)
    kept = texts(opened(tmp_path))
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + 25


def test_with_the_default_storage_it_does(tmp_path: Path) -> None:
    random = Random(7)
    for attempt in range(100):
        root = tmp_path / str(attempt)
        root.mkdir()
        if not set(killed(CONTROL, root, random)) <= set(control_texts(root)):
            return
    raise AssertionError(NEVER_FAILED)


def test_one_thread_loads_while_another_saves(tmp_path: Path) -> None:
    old = [line(n, n, {f"b{n:09}": doc(f"old {n}")}) for n in range(1, 6001)]
    write(tmp_path, {f"2016-{month:02}.bbbb.jsonl": old[500 * month - 500 : 500 * month]
                     for month in range(1, 13)})  # fmt: skip
    journal = opened(tmp_path)
    loads = [threading.Thread(target=journal.load) for _ in range(2)]
    for thread in loads:
        thread.start()
    for number in range(100):
        [kept] = journal.save(note(f"new {number}"))
        assert journal.get(kept.id) == kept
    for thread in loads:
        thread.join()
    journal.load()
    assert len(journal.table()) == 6100
    assert [d for d in journal.damage() if "missing" not in d.reason] == []
    assert journal.undo().records[0].text == "new 99"
