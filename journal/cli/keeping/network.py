"""`journal doctor --network`: whether the network is refused to journal, and the proof."""

import subprocess
import sys

from journal.alone import be_alone, can_be_alone
from journal.cli.parsing import Arguments
from journal.cli.shell import Shell
from journal.errors import JournalError

FAMILIES = {"internet": "AF_INET", "internet, version 6": "AF_INET6"}
"""The families of sockets that reach other computers, by what they are called here."""

REFUSED, GIVEN = "refused", "given"

_TRY = "import socket; socket.socket(getattr(socket, {!r})).close()"


def network(shell: Shell) -> str:
    """Return in words whether the network is refused where foreign text or a program comes in."""
    if shell.settings.network != "none":
        return "allowed by your setting `network`"
    if can_be_alone():
        return "refused, to what is started from here too"
    return "not refused: this system cannot do it (64-bit Linux can)"


def prove(shell: Shell, args: Arguments) -> int:
    """Ask the kernel for network sockets, here and in a program of our own, and say what it said.

    Where nothing is to be refused, nothing is asked. Raises JournalError if it did not refuse.
    """
    told = {"network": network(shell)}
    if told["network"].startswith("refused") and be_alone():
        for name, family in FAMILIES.items():
            told[f"{name}: asked here"] = _asked_here(family)
            told[f"{name}: asked by what is started"] = _asked_by_a_program(family)
    if args.json:
        shell.put_json(told)
    for name, said in {} if args.json else told.items():
        shell.put(f"{name:46} {said}")
    if GIVEN in told.values():
        raise JournalError("The system did not refuse a network socket.", "Please report this.")
    return 0


def _asked_here(family: str) -> str:
    import socket

    try:
        socket.socket(getattr(socket, family)).close()
    except PermissionError:
        return REFUSED
    return GIVEN


def _asked_by_a_program(family: str) -> str:
    command = [sys.executable, "-I", "-c", _TRY.format(family)]
    ended = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own
    return REFUSED if b"PermissionError" in ended.stderr else GIVEN
