"""Real power cuts: an ext4 disk in a file, shut down under a writer, mounted again and read."""

import fcntl
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tests.reliability.figure import Figure, Found, playground, spread
from tests.store.making import opened, program, texts
from tests.store.test_writers import CONTROL, SAVES, control_texts

NAME, WHAT = "power, cut", "power cuts under a writer, on a real ext4"
USUAL, LONG = 200, 1000
A_DISK, CONTROLS = 20, 24

_SHUT_DOWN = 0x8004587D  # FS_IOC_SHUTDOWN
_WITHOUT_ITS_LOG = (2).to_bytes(4, sys.byteorder)  # what was not waited for is gone
_OF_THE_TAIL = ("the last line is not finished",)


def measure(size: int) -> Figure:
    """Cut the power `size` times, on disks each of which lives through `A_DISK` of them."""
    with playground() as folder:
        try:
            make_disk(folder / "image")
            controls = sum(_control_cut(folder, cut) for cut in range(CONTROLS))
            disks = [range(size)[first : first + A_DISK] for first in range(0, size, A_DISK)]
            cuts, bad = spread(lambda each: _cuts(folder, each), disks)
            return Figure(NAME, WHAT, cuts, bad, controls)
        except PermissionError as error:
            return Figure(NAME, WHAT, not_run=str(error))


def _cuts(folder: Path, cuts: range) -> Found:
    """Cut the power of one disk again and again."""
    own = folder / f"disk-{cuts[0]}"
    own.mkdir()
    make_disk(own / "image")
    return len(cuts), [what for cut in cuts for what in _cut(own, cut)]


def make_disk(image: Path) -> None:
    """Make an empty ext4 disk; raises PermissionError where nobody may mount it."""
    with open(image, "wb") as file:
        file.truncate(16 << 20)
    try:
        subprocess.run(["mkfs.ext4", "-q", image], check=True, capture_output=True)
        with _mounted(image) as disk:
            disk.chmod(0o777)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PermissionError("no ext4 disk can be mounted here") from error


@contextmanager
def _mounted(image: Path) -> Iterator[Path]:
    disk = image.with_name("mounted")
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, disk], check=True, capture_output=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def written_until_cut(code: str, folder: Path, cut: int, root: str) -> list[str]:
    """Let a writer write, cut the power at a moment of chance; return what it has acknowledged."""
    chance = random.Random(cut)
    with _mounted(folder / "image") as disk:
        (disk / root).mkdir(exist_ok=True)
        handle = os.open(disk, os.O_RDONLY)
        writer, heard = _writing(program(code, disk / root, "100000"))
        said = [heard.readline() for _ in range(chance.randrange(1, 12))]
        for _ in range(chance.randrange(60_000)):
            pass  # it is at work meanwhile, at we do not know what
        # From here on it says nothing more, while the disk still works on what it asked for.
        os.kill(writer, signal.SIGKILL)
        fcntl.ioctl(handle, _SHUT_DOWN, _WITHOUT_ITS_LOG)
        os.close(handle)
        with heard:
            said += heard.readlines()
        os.waitpid(writer, 0)
    return [line.decode().strip() for line in said if line.endswith(b"\n")]


def _writing(command: list[str]) -> tuple[int, BinaryIO]:
    """Fork a process that does what `command` would, `python -c` with words, and what it says."""
    ours, theirs = os.pipe()
    if not (child := os.fork()):
        os.dup2(theirs, 1)
        os.close(ours)
        sys.argv, sys.stdout = command[2:], os.fdopen(1, "w")
        try:
            exec(command[2], {})
        finally:
            os._exit(0)
    os.close(theirs)
    return child, open(ours, "rb")


def _cut(folder: Path, cut: int) -> Iterator[str]:
    root = f"journal-{cut // A_DISK}"
    said = written_until_cut(SAVES, folder, cut, root)
    with _mounted(folder / "image") as disk:
        journal = opened(disk / root)
        lost = set(said) - set(texts(journal))
        yield from (f"cut {cut}: {text} was acknowledged and is gone" for text in sorted(lost))
        for damage in journal.damage():
            if damage.reason not in _OF_THE_TAIL:
                yield f"cut {cut}: {damage}"


def _control_cut(folder: Path, cut: int) -> bool:
    """Tell whether TinyDB's default storage loses what it acknowledged."""
    root = f"control-{cut}"
    said = written_until_cut(CONTROL, folder, cut, root)
    with _mounted(folder / "image") as disk:
        return not set(said) <= set(control_texts(disk / root))
