"""The learner's own editor, from the shell."""

from journal import editor
from journal.cli.shell import Shell


def edited(shell: Shell, text: str, ending: str = "md") -> str:
    """Return `text` as the learner leaves it in their editor, "" where they deleted it.

    Raises as `journal.editor.edited`, and Usage where what comes back is not UTF-8.
    """
    if editor.memory_folder() is None and shell.journal.is_sealed:
        shell.say(editor.ON_DISK)
    screen = None if shell.stdout.isatty() else shell.stderr
    state = shell.places.state
    return editor.edited(text, state, ending, decode=shell.decoded, screen=screen)
