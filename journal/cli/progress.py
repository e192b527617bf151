"""How far something is that takes its time: a bar on a terminal, nothing elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from journal.cli.shell import Shell

Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


@contextmanager
def progress_bar(shell: Shell, about: str) -> Iterator[Progress]:
    """Give what shows how far it is; `about` says what is being done."""
    if not shell.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(file=shell.stderr), transient=True) as bar:
        task = bar.add_task(about, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
