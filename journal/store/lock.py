"""One writer at a time on this computer. The system lets go of it when a process dies."""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from journal.errors import Busy

PATIENCE = 5.0
"""How long to wait for the others, in seconds."""

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _free(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class Lock:
    """A lock that threads and processes of this computer share through the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.Lock()

    @contextlib.contextmanager
    def held(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the lock; raises Busy when others held it for all of `patience` (seconds).

        Raises OSError when the system refuses to lock at all.
        """
        deadline = time.monotonic() + patience
        if not self._threads.acquire(timeout=patience):
            raise _busy()
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _wait(handle, deadline)
                try:
                    yield
                finally:
                    _free(handle)
            finally:
                os.close(handle)
        finally:
            self._threads.release()

    def is_free(self) -> bool:
        """Tell whether nobody holds the lock just now."""
        try:
            with self.held(patience=0):
                return True
        except (Busy, OSError):
            return False


def _wait(handle: int, deadline: float) -> None:
    pause = 0.0005
    while True:
        try:
            return _try(handle)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() > deadline:
                raise _busy() from error
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)


def _busy() -> Busy:
    return Busy(
        "Another program has been writing to the journal for five seconds.",
        "Close it, or try again in a moment. Nothing was changed.",
    )
