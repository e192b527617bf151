"""The few calls that change files, and what to say when the system refuses them."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from journal.errors import NotWritten
from journal.store.files import paths_in

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag

_REASONS = {
    errno.ENOSPC: ("The disk is full", "Free some space, then try again."),
    errno.EDQUOT: ("Your share of the disk is used up", "Free some space, then try again."),
    errno.EFBIG: ("Files may not grow any further", "Raise `ulimit -f`, then try again."),
    errno.EROFS: ("The disk is read-only", "Make it writable, or set JOURNAL_HOME elsewhere."),
    errno.EACCES: ("No permission to write", "Make the folder writable for you."),
    errno.EPERM: ("No permission to write", "Make the folder writable for you."),
}


@contextlib.contextmanager
def refusing(where: Path) -> Iterator[None]:
    """Turn the system's refusal to write at `where` into NotWritten."""
    try:
        yield
    except OSError as error:
        reason, hint = _REASONS.get(
            error.errno or 0, (error.strerror or str(error), "Try again; `journal doctor` helps.")
        )
        raise NotWritten(f"{reason}: {where}", hint) from error


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, readable for their owner only, and make that last."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk. Windows cannot, and need not."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append(path: Path, data: bytes, before: int) -> os.stat_result:
    """Add `data` to a file of `before` bytes in one write, wait until it is on the disk.

    Return what the file is then. Raises OSError; the file is then cut back to what it was, as
    far as the system lets us, so that nobody reads what was never kept.
    """
    if not before:
        make_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o600)
    try:
        if os.write(handle, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        _sync(handle)
        if not before:
            sync_folder(path.parent)
        return os.fstat(handle)
    except OSError:
        with contextlib.suppress(OSError):
            _cut_back(handle, path, before, before + len(data))
        raise
    finally:
        os.close(handle)


def _cut_back(handle: int, path: Path, before: int, after: int) -> None:
    """Take back a write that failed, unless somebody else has added to the file since."""
    if before < os.fstat(handle).st_size <= after:
        os.ftruncate(handle, before)
    if not os.fstat(handle).st_size:
        path.unlink()


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file: afterwards it holds the old bytes or the new, never both.

    Raises OSError.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write(aside, data, os.O_TRUNC)
        aside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise
    sync_folder(path.parent)


def half_written(folder: Path) -> list[Path]:
    """Return what `replace` has left in a folder where a process was killed in the midst of it.

    Raises OSError.
    """
    return [path for path in paths_in(folder) if path.match(".*.new")]


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until it is on the disk. Raises OSError.

    Its name may not last yet: that takes `sync_folder`.
    """
    _write(path, data, os.O_EXCL)


def _write(path: Path, data: bytes, how: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how | _NO_LINK, 0o600)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        _sync(handle)


def _sync(handle: int) -> None:
    """Wait until a file is on the disk itself, which on macOS takes a call of its own."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # not every file system there knows it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
