"""The learner's own editor, on a text of ours."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.cli.shell import Shell
from journal.errors import Usage
from journal.store import disk


def edited(shell: Shell, text: str, ending: str = "md") -> str:
    """Return `text` as the learner leaves it in $VISUAL or $EDITOR, "" where they deleted it.

    The file ends in .md or another `ending` and lies in a private folder, which is always removed
    with all that the editor has put there. Its content counts, not the editor's exit status.
    Raises Usage where no editor can be started or the text is not UTF-8, NotWritten where there
    is no room for it.
    """
    folder = shell.places.state / "editing"
    with disk.refusing(folder):
        disk.make_folder(folder)
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as private:
            path = Path(private) / f"journal.{ending}"
            before = f"{text}\n".encode()
            path.touch(mode=0o600)
            path.write_bytes(before)
            _open(shell, path)
            after = path.read_bytes() if path.exists() else b""
            return text if after == before else shell.decoded(after)


def _open(shell: Shell, path: Path) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    screen = None if shell.stdout.isatty() else shell.stderr
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
