"""The learner's own editor, on a text of ours."""

import os
import shlex
import subprocess
from pathlib import Path

from journal.cli.shell import Shell
from journal.errors import Usage
from journal.visible import storable


def edited(shell: Shell, text: str) -> str:
    """Return `text` as the learner leaves it in $VISUAL or $EDITOR.

    The file is private, ends in .md and is always removed; its content counts, not the editor's
    exit status. Raises Usage where no editor can be started.
    """
    folder = shell.places.state / "editing"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{shell.journal.session}.md"
    try:
        path.touch(mode=0o600)
        path.write_text(f"{text}\n", "utf-8", newline="")
        _open(path)
        left = path.read_bytes().decode("utf-8", errors="replace")
    finally:
        path.unlink(missing_ok=True)
    return storable(left.removesuffix("\n"))


def _open(path: Path) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 - the learner's own
    except (OSError, ValueError) as error:
        raise Usage(
            f"The editor {command!r} cannot be started.", "Set VISUAL or EDITOR to one that can."
        ) from error
