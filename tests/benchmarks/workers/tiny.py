"""What TinyDB does with its default storage: inserts for each line of stdin, prints the times."""

import sys
import time

from tinydb import TinyDB

from tests.benchmarks.workers.saver import TEXT


def main(path: str) -> None:
    """Insert into the file at `path`."""
    with TinyDB(path) as db:
        for number, _ in enumerate(sys.stdin):
            began = time.perf_counter_ns()
            db.insert({"kind": "note", "text": f"{number} {TEXT}"})
            print(time.perf_counter_ns() - began, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
