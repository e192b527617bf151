"""The key at hand: kept for a while in the folder in memory that the system gives each user.

`$XDG_RUNTIME_DIR` (freedesktop.org): the user's own, never on a disk, gone with the last login.
"""

import json
import os
import sys
import time
from binascii import a2b_base64, b2a_base64
from pathlib import Path
from stat import S_ISDIR
from typing import Any

from journal.paths import APP
from journal.store import disk


def folder() -> Path | None:
    """Return where a key may be kept, or None where there is no private folder in memory."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "win32" or not named.startswith("/"):
        return None
    try:
        found = os.stat(named)  # noqa: PTH116 - much quicker
    except OSError:
        return None
    is_private = S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return Path(named) / APP if is_private and not found.st_mode & 0o077 else None


def keep(journal: str, packed: bytes, until: int, span: float) -> bool:
    """Keep a journal's key; return False where there is no place for it.

    until  when it is forgotten, by the journal's clock: nanoseconds since 1970 UTC
    span   the same in seconds from now on, of which those asleep count too
    Raises NotWritten.
    """
    where = folder()
    if where is None:
        return False
    said = {
        "key": b2a_base64(packed, newline=False).decode(),
        "until": until,
        "awake": _uptime() + span,
    }
    with disk.refusing(where):
        where.mkdir(mode=0o700, exist_ok=True)
        disk.replace(_file(where, journal), json.dumps(said).encode())
    return True


def find(journal: str, now: int) -> bytes | None:
    """Return the key kept for a journal, or None; one whose time is over is forgotten."""
    where = folder()
    if where is None:
        return None
    try:
        said = json.loads(_file(where, journal).read_bytes())
        packed = a2b_base64(said["key"])
        in_time = _is_in_time(said, now)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not in_time:
        forget(journal)
        return None
    return packed


def forget(journal: str) -> bool:
    """Forget a journal's key; return whether there was one."""
    where = folder()
    if where is None:
        return False
    try:
        _file(where, journal).unlink()
    except OSError:
        return False
    return True


def _is_in_time(said: dict[str, Any], now: int) -> bool:
    return now < int(said["until"]) and _uptime() < float(said["awake"])


def _file(where: Path, journal: str) -> Path:
    return where / f"{journal}.key"


def _uptime() -> float:
    """Return seconds since the computer was started, those asleep among them."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", 1))
    return time.clock_gettime(clock)
