"""Loads a journal, or the same text in a simpler way; prints how long it took.

`stall` instead prints for how long an event loop was held at worst while a thread did it.
"""

import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from journal.clock import system_clock
from journal.paths import Places, places
from journal.practice.noting import new_note
from journal.store.journal import Journal

TICK = 0.001


def ours() -> Callable[[], object]:
    """Return what loads the whole journal; what it must import is imported already."""
    with tempfile.TemporaryDirectory() as empty:
        folder = Path(empty)
        other = Journal(Places(folder, folder / "s.toml", folder / "state"), system_clock())
        now = other.clock.now()
        other.save(new_note("first", now, "Etc/UTC", now.date()))
        other.load()
    return Journal(places(), system_clock()).load


def plain() -> Callable[[], object]:
    """Return what parses all of the journal's text in one piece."""
    files = sorted(places().journal.glob("lines-*/*.jsonl"))
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    text = f"[{','.join(lines)}]"
    return lambda: json.loads(text)


def no_gc() -> Callable[[], object]:
    """Return the same without the collector."""
    gc.disable()
    return plain()


def idle() -> Callable[[], object]:
    """Return what does nothing for a while."""
    return lambda: time.sleep(0.3)


WAYS = {"ours": ours, "plain": plain, "no-gc": no_gc, "idle": idle}


async def stall(work: Callable[[], object]) -> int:
    """Return for how many nanoseconds the loop was held at worst while a thread did `work`."""
    worst, last = 0, time.perf_counter_ns()
    task = asyncio.create_task(asyncio.to_thread(work))
    while not task.done():
        await asyncio.sleep(TICK)
        now = time.perf_counter_ns()
        worst, last = max(worst, now - last), now
    return worst - round(TICK * 1e9)


def main(what: str, way: str) -> None:
    """Do it and print nanoseconds."""
    work = WAYS[way]()
    if what == "stall":
        print(asyncio.run(stall(work)))
        return
    with ThreadPoolExecutor(1) as thread:  # as in the app, where the screens have the main one
        began = time.perf_counter_ns()
        kept = thread.submit(work).result()
        print(time.perf_counter_ns() - began)
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
