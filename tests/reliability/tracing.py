"""Every system call of a forked process that touches a folder: seen, refused, or its last.

Nothing of the code under test is replaced: the kernel stops the process at each call about files
(by ptrace; a seccomp filter lets all others pass), and whoever watches decides what becomes of it.
For x86-64 Linux, where the registers are known here.
"""

import ctypes
import os
import signal
import struct
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.reliability.calls import CALLS, What

_TRACE_ME, _GO_ON, _GET_REGISTERS, _SET_REGISTERS, _TO_ITS_END, _SET_OPTIONS = (
    0, 7, 12, 13, 24, 0x4200,
)  # fmt: skip
_STOPS_ARE_MARKED, _STOPS_AT_FILTERED, _DIES_WITH_US = 1, 1 << 7, 1 << 20
_BEFORE_CALL = signal.SIGTRAP | 7 << 8
_AFTER_CALL = signal.SIGTRAP | 0x80
_REGISTERS = struct.Struct("27Q")
_RESULT, _THIRD, _NUMBER = 10, 12, 15
_ARGUMENTS = (14, 13, _THIRD, 7, 9, 8)
_STEP, _PROGRAM = struct.Struct("HBBI"), struct.Struct("HxxxxxxQ")
_LOAD, _IF_SAME, _RETURN = 0x20, 0x15, 0x06
_AT_NUMBER, _LET_PASS, _TELL_TRACER = 0, 0x7FFF0000, 0x7FF00000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _BY_FILTER = 38, 22, 2
_HERE = -100  # AT_FDCWD
_UNTOLD = 71
"""How a process ends whose code raised something that it does not tell of."""


class Call(NamedTuple):
    """A system call that touches the folder, before the kernel sees it.

    nth     counts these calls of its name from 0
    paths   what it is about; the first is what it changes, if it changes something
    pid     of the process, which is stopped
    size    its third argument, for a write the bytes to be written
    flags   with which a file is opened
    """

    nth: int
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


class Hear:
    """Let a call happen, and hear what became of it."""


Fate = Refuse | Shorten | Kill | Hear | None
"""What becomes of a call; None lets it happen."""


class Ended(NamedTuple):
    """How a process ended: its exit code, or None if it was killed; and what it said of errors."""

    code: int | None
    told: str


class Watcher:
    """Sees the calls of a process; lets all of them happen."""

    names: Collection[str] = frozenset(what.name for what in CALLS.values())
    """The calls that it wants to see; at others the process does not stop, which is faster."""

    def before(self, call: Call) -> Fate:
        """Return what becomes of a call."""
        return None

    def after(self, call: Call, result: int) -> None:
        """Hear what became of a call that was to be heard of; a negative result is an error."""

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
        _run(do, errors, watcher.names)
    try:
        code = _Trace(child, str(folder), watcher).follow()
        return Ended(code, os.pread(errors, 1 << 16, 0).decode(errors="replace"))
    finally:
        os.close(errors)


def _run(do: Callable[[], object], errors: int, names: Collection[str]) -> None:
    """Be the process that is watched; never returns."""
    code = _UNTOLD
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for handle, place in ((nothing, 0), (nothing, 1), (errors, 2)):
            os.dup2(handle, place)
        _libc().ptrace(_TRACE_ME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        stop_at(number for number, what in CALLS.items() if what.name in names)
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
        self._calls = Counter[str]()
        self._heard: Call | None = None

    def follow(self) -> int | None:
        """Return the exit code, None if it was killed."""
        os.waitpid(self._pid, 0)
        self._memory = os.open(f"/proc/{self._pid}/mem", os.O_RDONLY)
        _ask(_SET_OPTIONS, self._pid, _STOPS_ARE_MARKED | _STOPS_AT_FILTERED | _DIES_WITH_US)
        try:
            return self._to_end()
        finally:
            os.close(self._memory)

    def _to_end(self) -> int | None:
        deliver = 0
        while True:
            _ask(_TO_ITS_END if self._heard else _GO_ON, self._pid, deliver)
            _, status = os.waitpid(self._pid, 0)
            if os.WIFEXITED(status):
                return os.WEXITSTATUS(status)
            if os.WIFSIGNALED(status):
                return None
            deliver = 0
            if (why := status >> 8) == _AFTER_CALL:
                self._after()
            elif why != _BEFORE_CALL:
                deliver = why
            elif not self._lives_on():
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
                return None

    def _after(self) -> None:
        assert self._heard
        result = _registers(self._pid)[_RESULT]
        self._watcher.after(self._heard, result - (1 << 64) if result >> 63 else result)
        self._heard = None

    def _lives_on(self) -> bool:
        """Have a call decided on that is about to be made; return whether the process lives on."""
        registers = _registers(self._pid)
        call = self._seen(registers)
        if call is None:
            return True
        self._calls[call.name] += 1
        fate = self._watcher.before(call)
        self._heard = call if isinstance(fate, Hear) else None
        if isinstance(fate, Refuse):
            registers[_NUMBER], registers[_RESULT] = (1 << 64) - 1, (1 << 64) - fate.number
        elif isinstance(fate, Shorten):
            registers[_THIRD] = fate.size
        if isinstance(fate, Refuse | Shorten):
            _set_registers(self._pid, registers)
        return not isinstance(fate, Kill)

    def _seen(self, registers: list[int]) -> Call | None:
        """Return the call that is about to be made if it touches the folder."""
        what = CALLS[registers[_NUMBER]]
        arguments = [registers[place] for place in _ARGUMENTS]
        if what.name == "write" and arguments[0] == 1:
            self._watcher.said()
            return None
        paths = self._paths(what, arguments)
        if not any(path.startswith(self._folder) for path in paths):
            return None
        flags = arguments[what.flags] if what.flags >= 0 else 0
        return Call(self._calls[what.name], what.name, paths, self._pid, arguments[2], flags)

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
            path = os.readlink(f"/proc/{self._pid}/{link}")  # noqa: PTH115 - thousands a second
            return path.removesuffix(" (deleted)")
        except OSError:
            return ""

    def _text(self, at: int) -> str:
        try:
            return os.pread(self._memory, 4096 - at % 4096, at).split(b"\0")[0].decode()
        except (OSError, OverflowError, UnicodeDecodeError):
            return ""


def stop_at(numbers: Iterable[int]) -> None:
    """Have the kernel stop this process for its tracer at these system calls, and at no others."""
    sorted_ = sorted(numbers)
    steps = [(_LOAD, 0, 0, _AT_NUMBER)]
    steps += [(_IF_SAME, len(sorted_) - at, 0, number) for at, number in enumerate(sorted_)]
    steps += [(_RETURN, 0, 0, _LET_PASS), (_RETURN, 0, 0, _TELL_TRACER)]
    code = ctypes.create_string_buffer(b"".join(_STEP.pack(*step) for step in steps))
    program = _PROGRAM.pack(len(steps), ctypes.addressof(code))
    for words in ((_NO_NEW_PRIVILEGES, 1, 0), (_SET_SECCOMP, _BY_FILTER, program)):
        if _libc().prctl(*words, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


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
