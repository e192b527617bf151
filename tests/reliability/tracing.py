"""Every system call of a forked process that touches a folder: seen, refused, or its last.

Nothing of the code under test is replaced: the kernel stops the process at each call (ptrace), and
whoever watches decides what becomes of it. For x86-64 Linux, where the registers are known here.
"""

import ctypes
import os
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.reliability.calls import CALLS, What

_TRACE_ME, _GET_REGISTERS, _SET_REGISTERS, _TO_NEXT_CALL, _SET_OPTIONS = 0, 12, 13, 24, 0x4200
_STOPS_ARE_MARKED, _DIES_WITH_US = 1, 1 << 20
_AT_CALL = signal.SIGTRAP | 0x80
_REGISTERS = struct.Struct("27Q")
_RESULT, _THIRD, _NUMBER = 10, 12, 15
_ARGUMENTS = (14, 13, _THIRD, 7, 9, 8)
_HERE = -100  # AT_FDCWD
_UNTOLD = 71
"""How a process ends whose code raised something that it does not tell of."""


class Call(NamedTuple):
    """A system call that touches the folder, before the kernel sees it.

    number  counts these calls from 0
    paths   what it is about; the first is what it changes, if it changes something
    pid     of the process, which is stopped
    size    its third argument, for a write the bytes to be written
    flags   with which a file is opened
    """

    number: int
    name: str
    paths: tuple[str, ...]
    pid: int
    size: int
    flags: int


class Refuse(NamedTuple):
    """Let a call fail with an error number."""

    number: int


class Shorten(NamedTuple):
    """Let a call write just so many bytes."""

    size: int


class Kill:
    """End the process before the call is made."""


Fate = Refuse | Shorten | Kill | None
"""What becomes of a call; None lets it happen."""


class Ended(NamedTuple):
    """How a process ended: its exit code, or None if it was killed; and what it said of errors."""

    code: int | None
    calls: int
    told: str


class Watcher:
    """Sees the calls of a process; lets all of them happen."""

    def before(self, call: Call) -> Fate:
        """Return what becomes of a call."""
        return None

    def after(self, call: Call, result: int) -> None:
        """Hear what became of it; a negative result is an error number."""

    def said(self) -> None:
        """Hear that the process has written to its stdout: what it did counts as acknowledged."""


def can_trace() -> bool:
    """Tell whether processes can be watched here."""
    if sys.platform != "linux" or os.uname().machine != "x86_64":
        return False
    return watch(lambda: None, Path("/nowhere"), Watcher()).code == 0


def watch(do: Callable[[], object], folder: Path, watcher: Watcher) -> Ended:
    """Run `do` in a forked process and let `watcher` see its calls that touch `folder`."""
    errors = os.memfd_create("errors")
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _run(do, errors)
    try:
        code, calls = _Trace(child, str(folder), watcher).follow()
        return Ended(code, calls, os.pread(errors, 1 << 16, 0).decode(errors="replace"))
    finally:
        os.close(errors)


def _run(do: Callable[[], object], errors: int) -> None:
    """Be the process that is watched; never returns."""
    code = _UNTOLD
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for handle, place in ((nothing, 0), (nothing, 1), (errors, 2)):
            os.dup2(handle, place)
        _libc().ptrace(_TRACE_ME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        result = do()
        code = result if isinstance(result, int) else 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


class _Trace:
    """One process from its start to its end."""

    def __init__(self, pid: int, folder: str, watcher: Watcher) -> None:
        self._pid = pid
        self._folder = folder
        self._watcher = watcher
        self._memory = -1
        self._calls = 0
        self._refusing: Refuse | None = None
        self._call: Call | None = None
        self._inside = False

    def follow(self) -> tuple[int | None, int]:
        """Return the exit code, None if it was killed, and how many calls touched the folder."""
        os.waitpid(self._pid, 0)
        self._memory = os.open(f"/proc/{self._pid}/mem", os.O_RDONLY)
        _ask(_SET_OPTIONS, self._pid, _STOPS_ARE_MARKED | _DIES_WITH_US)
        try:
            return self._to_end(), self._calls
        finally:
            os.close(self._memory)

    def _to_end(self) -> int | None:
        deliver = 0
        while True:
            _ask(_TO_NEXT_CALL, self._pid, deliver)
            _, status = os.waitpid(self._pid, 0)
            if os.WIFEXITED(status):
                return os.WEXITSTATUS(status)
            if os.WIFSIGNALED(status):
                return None
            stopped = os.WSTOPSIG(status)
            deliver = 0 if stopped == _AT_CALL else stopped
            if stopped == _AT_CALL and not self._step():
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
                return None

    def _step(self) -> bool:
        """Look at a call before or after it is made; return whether the process lives on."""
        self._inside = not self._inside
        if self._inside:
            return self._enter(_registers(self._pid))
        if self._call is not None:
            self._leave(self._call)
            self._call = None
        return True

    def _enter(self, registers: list[int]) -> bool:
        call = self._seen(registers)
        if call is None:
            return True
        self._calls += 1
        fate = self._watcher.before(call)
        self._call, self._refusing = call, fate if isinstance(fate, Refuse) else None
        if isinstance(fate, Refuse):
            registers[_NUMBER] = (1 << 64) - 1
        elif isinstance(fate, Shorten):
            registers[_THIRD] = fate.size
        if isinstance(fate, Refuse | Shorten):
            _set_registers(self._pid, registers)
        return not isinstance(fate, Kill)

    def _leave(self, call: Call) -> None:
        registers = _registers(self._pid)
        if self._refusing:
            registers[_RESULT] = (1 << 64) - self._refusing.number
            _set_registers(self._pid, registers)
        result = registers[_RESULT]
        self._watcher.after(call, result - (1 << 64) if result >> 63 else result)

    def _seen(self, registers: list[int]) -> Call | None:
        """Return the call that is about to be made if it touches the folder."""
        what = CALLS.get(registers[_NUMBER])
        if what is None:
            return None
        arguments = [registers[place] for place in _ARGUMENTS]
        if what.name == "write" and arguments[0] == 1:
            self._watcher.said()
            return None
        paths = self._paths(what, arguments)
        if not any(path.startswith(self._folder) for path in paths):
            return None
        flags = arguments[what.flags] if what.flags >= 0 else 0
        return Call(self._calls, what.name, paths, self._pid, arguments[2], flags)

    def _paths(self, what: What, arguments: list[int]) -> tuple[str, ...]:
        found = [self._handle(arguments[place]) for place in what.handles]
        for folder, place in what.paths:
            name = self._text(arguments[place])
            base = _HERE if folder < 0 else ctypes.c_int32(arguments[folder]).value
            found.append(name if name.startswith("/") else f"{self._handle(base)}/{name}")
        return tuple(path.rstrip("/") for path in found)

    def _handle(self, number: int) -> str:
        link = "cwd" if number == _HERE else f"fd/{number}"
        try:
            path = Path(f"/proc/{self._pid}/{link}").readlink()
            return str(path).removesuffix(" (deleted)")
        except OSError:
            return ""

    def _text(self, at: int) -> str:
        try:
            return os.pread(self._memory, 4096 - at % 4096, at).split(b"\0")[0].decode()
        except (OSError, OverflowError, UnicodeDecodeError):
            return ""


def _registers(pid: int) -> list[int]:
    buffer = ctypes.create_string_buffer(_REGISTERS.size)
    _ask(_GET_REGISTERS, pid, buffer)
    return list(_REGISTERS.unpack(buffer.raw))


def _set_registers(pid: int, registers: list[int]) -> None:
    _ask(_SET_REGISTERS, pid, ctypes.create_string_buffer(_REGISTERS.pack(*registers)))


def _ask(what: int, pid: int, data: object) -> None:
    if _libc().ptrace(what, pid, None, data) < 0:
        raise OSError(ctypes.get_errno(), f"ptrace {what}")


_LIBC: list[ctypes.CDLL] = []


def _libc() -> ctypes.CDLL:
    """Return the C library with what ptrace takes."""
    if not _LIBC:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.ptrace.restype = ctypes.c_long
        _LIBC.append(libc)
    return _LIBC[0]
