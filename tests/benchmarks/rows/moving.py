"""Journals coming and going, as whole processes."""

from itertools import count

from tests.benchmarks.bench import PYTHON, Bench
from tests.benchmarks.generate import Size
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.rows.shell import command, given
from tests.benchmarks.timing import ROOT, environment, in_turns, process


def export(bench: Bench) -> list[Row | Fact]:
    """Compare `journal export json` with parsing all lines and writing them as JSON."""
    large = bench.sizes.large
    home = bench.home(Size(large))
    least = [PYTHON, "-m", "tests.benchmarks.workers.exporter"]
    env = environment(home) | {"PYTHONPATH": str(ROOT)}
    takes = {"ours": command(home, "export", "json"), "least": process(least, env)}
    taken = in_turns(_few(bench), takes)
    return [Row(f"journal export json, {large:,}", taken["ours"], "loads, dumps", taken["least"])]


def bring(bench: Bench) -> list[Row | Fact]:
    """Compare `journal import json` with parsing the file and no more."""
    large = bench.sizes.large
    path, homes = given(bench, Size(large)), count()
    least = [PYTHON, "-c", f"import json; json.load(open({str(path)!r}))"]

    def ours() -> int:
        return command(bench.folder / f"import-{next(homes)}", "import", "json", str(path))()

    taken = in_turns(_few(bench), {"ours": ours, "least": process(least, environment())}, warm=0)
    return [Row(f"journal import json, {large:,}", taken["ours"], "json.load", taken["least"])]


def _few(bench: Bench) -> int:
    return max(1, bench.rounds // 4)
