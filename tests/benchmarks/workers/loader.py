"""Loads a journal, or the same text in a simpler way; prints how long it took.

`stall` instead prints for how long an event loop was held at worst while a thread did it. When
another program has the processor, nobody of ours is held by us: such time does not count.
"""

import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path
from threading import get_native_id

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
    """Return for how many nanoseconds the loop was held at worst while a thread did `work`.

    Of the loop's own wait for a processor and the thread's, which may hold Python's lock then, the
    longer one is taken off: never more than what others took.
    """
    threads = [get_native_id()]

    def run() -> None:
        threads.append(get_native_id())
        work()

    worst, last, waits = 0, time.perf_counter_ns(), [_waited(threads[0])]
    task = asyncio.create_task(asyncio.to_thread(run))
    while not task.done():
        await asyncio.sleep(TICK)
        now, before, waits = time.perf_counter_ns(), waits, [_waited(each) for each in threads]
        others = max(new - old for new, old in zip_longest(waits, before, fillvalue=0))
        worst, last = max(worst, now - last - others), time.perf_counter_ns()
    return max(0, worst - round(TICK * 1e9))


def _waited(thread: int) -> int:
    """Return for how many nanoseconds a thread has waited for a processor; 0 where none says."""
    try:
        counted = Path(f"/proc/self/task/{thread}/schedstat").read_text("ascii")
    except OSError:  # not Linux, or it has ended
        return 0
    return int(counted.split()[1])


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
