"""`python -m tests.benchmarks`: measures everything, or the rows that are named."""

import argparse
import json
import sys
from collections.abc import Sequence
from shutil import which

from tests.benchmarks.bench import Bench, Sizes
from tests.benchmarks.report import HEAD, Fact, Row, as_json, as_line, machine
from tests.benchmarks.rows import ROWS


def main(typed: Sequence[str]) -> int:
    """Do what was typed; the exit code is 0 whatever is found."""
    args = _parser().parse_args(typed)
    before, found = machine(), list[Row | Fact]()
    if not args.json:
        print(HEAD)
    with Bench(Sizes(*args.records), args.rounds, args.jrnl or which("jrnl")) as bench:
        for name in args.only or ROWS:
            rows = ROWS[name](bench)
            found += rows
            for row in [] if args.json else rows:
                print(as_line(row), flush=True)
    if args.json:
        print(json.dumps({"machine": before, "rows": [as_json(row) for row in found]}, indent=2))
    else:
        print(f"\nBefore: {before}.\nAfter: {machine()}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=ROWS, help="a row; repeatable")
    parser.add_argument(
        "--records",
        nargs=4,
        type=int,
        default=Sizes(),
        metavar=("SMALL", "REAL", "LARGE", "HUGE"),
        help="how many records the four journals have",
    )
    parser.add_argument("--rounds", type=int, default=21, help="how often processes are measured")
    parser.add_argument("--jrnl", metavar="PATH", help="the command of the peer jrnl")
    parser.add_argument("--json", action="store_true", help="with every single measurement")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
