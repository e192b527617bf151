"""System calls that touch files: their numbers on x86-64, and which arguments say what file."""

from typing import NamedTuple


class What(NamedTuple):
    """A system call.

    handles  the arguments that are handles of open files
    paths    the arguments that are paths, each with the one that is the folder they start from
             (-1: the working directory)
    flags    the argument that says how a file is opened, or -1
    """

    name: str
    handles: tuple[int, ...] = ()
    paths: tuple[tuple[int, int], ...] = ()
    flags: int = -1


def _on_handles(**numbers: int) -> dict[int, What]:
    return {number: What(name, handles=(0,)) for name, number in numbers.items()}


def _on_paths(**numbers: int) -> dict[int, What]:
    return {number: What(name, paths=((-1, 0),)) for name, number in numbers.items()}


def _at(**numbers: int) -> dict[int, What]:
    return {number: What(name, paths=((0, 1),)) for name, number in numbers.items()}


CALLS = {
    **_on_handles(
        read=0, write=1, close=3, fstat=5, pread64=17, pwrite64=18, readv=19, writev=20, flock=73,
        fsync=74, fdatasync=75, ftruncate=77, getdents=78, fchmod=91, getdents64=217, fallocate=285,
    ),
    **_on_paths(
        stat=4, lstat=6, access=21, truncate=76, mkdir=83, rmdir=84, unlink=87, readlink=89,
        chmod=90,
    ),
    **_at(
        mkdirat=258, newfstatat=262, unlinkat=263, readlinkat=267, fchmodat=268, faccessat=269,
        utimensat=280, statx=332, faccessat2=439,
    ),
    2: What("open", paths=((-1, 0),), flags=1),
    257: What("openat", paths=((0, 1),), flags=2),
    82: What("rename", paths=((-1, 1), (-1, 0))),
    86: What("link", paths=((-1, 1), (-1, 0))),
    264: What("renameat", paths=((2, 3), (0, 1))),
    265: What("linkat", paths=((2, 3), (0, 1))),
    316: What("renameat2", paths=((2, 3), (0, 1))),
    40: What("sendfile", handles=(0, 1)),
    326: What("copy_file_range", handles=(2, 0)),
}  # fmt: skip
"""By number; the first file that each names is the one that it changes, if any."""

NAMES = {
    "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link",
    "linkat",
}  # fmt: skip
"""Calls that change which files there are."""

CONTENTS = {
    "write", "pwrite64", "writev", "ftruncate", "truncate", "fallocate", "sendfile",
    "copy_file_range",
}  # fmt: skip
"""Calls that change what is in them."""

SYNCS = {"fsync", "fdatasync"}
OPENS = {"open", "openat"}
CREATES = 0o100 | 0o1000
"""Flags with which opening a file changes something: O_CREAT, O_TRUNC."""
