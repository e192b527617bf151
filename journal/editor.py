"""The learner's own editor, on a text of ours, for either face."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from journal.errors import Usage
from journal.store import disk
from journal.store.sealed import runtime_key

ON_DISK = (
    "There is no private folder in memory here: while you edit, the text lies openly on the disk."
)
"""What to say before that happens with the text of a sealed journal."""


def memory_folder() -> Path | None:
    """Return a folder of the learner's own that lies in memory, or None where there is none."""
    return runtime_key.folder()


def decoded(data: bytes) -> str:
    """Return text from outside, less one final newline; what is not UTF-8 shows as U+FFFD."""
    text = data.decode("utf-8", "replace")
    return text.removesuffix("\r\n") if text.endswith("\r\n") else text.removesuffix("\n")


def edited(
    text: str,
    state: Path,
    ending: str = "md",
    *,
    decode: Callable[[bytes], str] = decoded,
    screen: TextIO | None = None,
) -> str:
    """Return `text` as the learner leaves it in $VISUAL or $EDITOR, "" where they deleted it.

    The file ends in .md or another `ending` and lies in a private folder, in memory where there is
    one and else under `state`, which is always removed with all that the editor has put there. Its
    content counts, not the editor's exit status. `decode` reads what comes back; `screen` is where
    the editor draws, if not on stdout. Raises Usage where no editor can be started, NotWritten
    where there is no room for it, and whatever `decode` raises.
    """
    folder = (memory_folder() or state) / "editing"
    with disk.refusing(folder):
        disk.make_folder(folder)
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as private:
            path = Path(private) / f"journal.{ending}"
            before = f"{text}\n".encode()
            path.touch(mode=0o600)
            path.write_bytes(before)
            _open(path, screen)
            after = path.read_bytes() if path.exists() else b""
            return text if after == before else decode(after)


def _open(path: Path, screen: TextIO | None) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(command, posix=os.name != "nt")
        with _interrupts_left_to_the_editor():
            subprocess.run([*words, str(path)], check=False, stdout=screen)  # noqa: S603 - theirs
    except (OSError, ValueError) as error:
        raise Usage(
            f"The editor {command!r} cannot be started.", "Set VISUAL or EDITOR to one that can."
        ) from error


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Let ctrl-C mean in the editor what it means there, and not end us with the text in it."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
