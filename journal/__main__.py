"""Where the parts are put together: the shell first, the screens only when they are asked for."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.cli.shell import Shell


def open_screens(shell: "Shell") -> int:
    """Open the app on Today; return its exit code."""
    from screens.app import open_app

    return open_app(shell.journal, shell.settings, is_sample=shell.is_sample)


def main() -> int:
    """Do what the command line says; return the exit code."""
    gc.disable()  # a command is over before there is garbage, and looking for it takes a tenth
    from journal.cli.main import main as run

    code = run(sys.argv[1:], open_screens)
    gc.freeze()  # nor does Python look for it once more while it ends
    return code


if __name__ == "__main__":
    sys.exit(main())
