"""A real process that is killed at every system call that changes files, and then goes on."""

import textwrap
from pathlib import Path

from tests.store.making import run

KILLING = '''
import signal
from tests.store.sealed import CHEAP, PASSPHRASE, everything, put, seal, unlocked
from journal.store.sealed import sealing
from journal.store.journal import Journal

CALLS = {"open", "write", "fsync", "flush", "close", "rename", "replace", "unlink", "mkdir"}
CALLS |= {"rmdir", "link"}

def killed_at(number, do):
    """Do something in a child that dies before its system call `number`; tell if it lived."""
    child = os.fork()
    if not child:
        left = [number]
        def hear(frame, event, arg):
            if event == "c_call" and arg.__name__ in CALLS:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
        try:
            sys.setprofile(hear)
            do()
        finally:
            sys.setprofile(None)
            os._exit(0)
    return os.waitpid(child, 0)[1] == 0

def ends(do, before):
    """Yield after every step at which `do` can be killed, and then put all back."""
    number, state = 0, {p: p.read_bytes() for p in (root / "here").rglob("*") if p.is_file()}
    ended = False
    while not ended:
        number += 1
        put(root, before)
        for path in (root / "here").rglob("*"):
            if path.is_file() and path not in state:
                path.unlink()
        for path, data in state.items():
            path.write_bytes(data)
        ended = killed_at(number, do)
        yield number
    say(number)
'''


def kill(root: Path, code: str) -> int:
    """Run `code` with what kills at every step; return at how many it did."""
    return int(run(textwrap.dedent(KILLING) + textwrap.dedent(code), root)[-1])
