"""No network for this process, nor for any program that it starts: the kernel refuses.

On Linux (64-bit x86 and ARM) a filter of the kernel's (seccomp) refuses every socket that is not of
the local family. It needs no privileges, cannot be taken off again, and is handed down to whatever
is started. docs/alone.md says what that promises and what it does not.
"""

import errno
import os
import sys
from functools import reduce
from operator import add
from struct import pack
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctypes import CDLL  # loaded when it is needed: few commands do

_Rule = list[tuple[int, int, int, int]]
"""Instructions of the kernel's filter machine: code, where to jump if so, and if not, a number."""

# linux/filter.h, linux/seccomp.h, linux/audit.h, linux/prctl.h, asm/unistd.h
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_CALL, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_LOCAL = 1  # AF_UNIX
_IO_URING_SETUP = 425  # it can make sockets without calling socket; those who use it do without
_OTHER_NUMBERS = 0x40000000  # the calls of x86-64 once more, for pointers of 32 bits
_NO_NEW_PRIVILEGES, _SET_FILTER, _IS_THERE = 38, 1, 2
_ALL_THREADS = 1


class _Machine(NamedTuple):
    """What the system calls are called by number on one kind of processor.

    older  those that make sockets for its programs of 32 bits
    """

    code: int
    socket: int
    socketpair: int
    seccomp: int
    older: tuple[int, ...]


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 41, 53, 317, (102, 359)),
    "aarch64": _Machine(0xC00000B7, 198, 199, 277, (102, 281)),
}


def can_be_alone() -> bool:
    """Tell whether this system can refuse the network to a process."""
    machine = _machine()
    if machine is None:
        return False
    import ctypes

    action = ctypes.c_uint32(_REFUSE)
    found: int = _libc().syscall(machine.seccomp, _IS_THERE, 0, ctypes.byref(action))
    return found == 0


def be_alone() -> bool:
    """Refuse the network to this process and all that it starts from now on, for good.

    Returns whether it is so; where the system cannot do it, nothing has changed.
    """
    machine = _machine()
    if machine is None or not can_be_alone():
        return False
    import ctypes

    rules = b"".join(pack("HBBI", *rule) for rule in _filter(machine))
    instructions = ctypes.create_string_buffer(rules, len(rules))
    # struct sock_fprog: how many there are, and where
    program = pack("HxxxxxxQ", len(rules) // 8, ctypes.addressof(instructions))
    libc = _libc()
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    done: int = libc.syscall(machine.seccomp, _SET_FILTER, _ALL_THREADS, program)
    return done == 0


def _machine() -> _Machine | None:
    if sys.platform != "linux" or sys.maxsize < 1 << 32:
        return None
    return _MACHINES.get(os.uname().machine)


def _libc() -> "CDLL":
    from ctypes import CDLL

    return CDLL(None)


def _filter(machine: _Machine) -> _Rule:
    """Return what the kernel does at every system call."""
    local_only = [_load(_FIRST_ARGUMENT), *_if(_LOCAL, [_answer(_ALLOW)]), _refusal(errno.EACCES)]
    usual = [
        _load(_CALL),
        *_if(_OTHER_NUMBERS, [_refusal(errno.ENOSYS)], _IF_AT_LEAST),
        *_if(machine.socket, local_only),
        *_if(machine.socketpair, local_only),
        *_if(_IO_URING_SETUP, [_refusal(errno.ENOSYS)]),
        _answer(_ALLOW),
    ]
    refused = (_if(number, [_refusal(errno.EACCES)]) for number in machine.older)
    older = [
        _load(_CALL),
        *reduce(add, refused),
        *_if(_IO_URING_SETUP, [_refusal(errno.ENOSYS)]),
        _answer(_ALLOW),
    ]
    return [_load(_MACHINE), *_if(machine.code, usual), *older]


def _load(what: int) -> tuple[int, int, int, int]:
    return _LOAD, 0, 0, what


def _if(number: int, then: _Rule, how: int = _IF_EQUAL) -> _Rule:
    return [(how, 0, len(then), number), *then]


def _answer(what: int) -> tuple[int, int, int, int]:
    return _RETURN, 0, 0, what


def _refusal(reason: int) -> tuple[int, int, int, int]:
    return _answer(_REFUSE | reason)
