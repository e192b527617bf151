"""Eight writers at once, some of them killed: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
from pathlib import Path
from threading import Thread

from tests.reliability.figure import Figure, first, playground
from tests.store.making import environment, opened, program, texts
from tests.store.test_writers import CONTROL, SAVES, control_texts

NAME, WHAT = "writers", "saves by eight writers at once, of which every second is killed"
USUAL, LONG = 200, 2000
WRITERS = 8


def measure(size: int) -> Figure:
    """Let eight writers save `size` times each."""
    with playground() as folder:
        ours, theirs = folder / "ours", folder / "control"
        said = raced(SAVES, ours, size)
        journal = opened(ours)
        found = texts(journal)
        bad = [f"{text} was acknowledged and is gone" for text in sorted(set(said) - set(found))]
        bad += [
            f"{text} is there twice" for text in sorted({t for t in found if found.count(t) > 1})
        ]
        bad += [f"damage: {each}" for each in journal.damage()]
        bad += [f"nobody was to be refused: {text}" for text in said if text.startswith("!")]
        control = {text for text in raced(CONTROL, theirs, 20) if not text.startswith("!")}
        return Figure(NAME, WHAT, len(said), first(bad), len(control - set(control_texts(theirs))))


def raced(code: str, root: Path, saves: int) -> list[str]:
    """Let the writers run, kill every second one at a moment of chance; return what all said."""
    root.mkdir()
    chance, said = random.Random(7), list[str]()
    command = program(code, root, str(saves))
    started = [
        subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]

    def listen(writer: subprocess.Popen[str], until: int) -> None:
        assert writer.stdout
        for number, line in enumerate(writer.stdout):
            if line.endswith("\n"):
                said.append(line.strip())
            if number == until:
                os.kill(writer.pid, signal.SIGKILL)
        writer.wait()

    lives = [chance.randrange(saves) if number % 2 else saves for number in range(WRITERS)]
    threads = [Thread(target=listen, args=each) for each in zip(started, lives, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said
