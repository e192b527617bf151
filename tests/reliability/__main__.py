"""`python -m tests.reliability`: tries to lose or leak what the journal keeps, in every way."""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from time import monotonic

HARNESSES = (
    "killing", "failing", "power", "cutting", "filling", "corrupting", "living", "racing",
    "leaking", "fuzzing", "showing",
)  # fmt: skip
"""The modules; each has `measure(size)`, and the sizes USUAL and LONG."""

HEAD = "| Harness | Tried | Bad | Control | Seconds |\n|---|---|---|---|---|"


def main(typed: Sequence[str]) -> int:
    """Do what was typed; the exit code is 1 if anything that must not be was found."""
    args = _parser().parse_args(typed)
    if not args.json:
        print(HEAD)
    figures = []
    for name in args.only or HARNESSES:
        harness, began = import_module(f"tests.reliability.{name}"), monotonic()
        size = args.size or (harness.LONG if args.long else harness.USUAL)
        figures.append(harness.measure(size))
        if not args.json:
            print(f"{figures[-1].as_line()} {monotonic() - began:.0f} |", flush=True)
            for bad in figures[-1].bad:
                print(bad, file=sys.stderr)
    if args.json:
        print(json.dumps([figure._asdict() for figure in figures]))
    return 0 if all(figure.is_good for figure in figures) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--only", action="append", choices=HARNESSES, help="one; repeatable")
    parser.add_argument("--long", action="store_true", help="all that there is, for a night")
    parser.add_argument("--size", type=int, help="how much is tried, in the harness's own measure")
    parser.add_argument("--json", action="store_true", help="with everything that was found")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
