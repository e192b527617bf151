"""All rows, by name. Each takes what it needs of the bench and returns what it found."""

from collections.abc import Callable, Mapping

from tests.benchmarks.bench import Bench
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.rows import (
    as_typed,
    growth,
    loading,
    moving,
    peers,
    saving,
    screen,
    sealed,
    shell,
)

Measure = Callable[[Bench], list[Row | Fact]]

ROWS: Mapping[str, Measure] = {
    "save-calls": saving.calls,
    "save": saving.beside_raw,
    "save-flat": saving.flat,
    "save-tinydb": saving.beside_tinydb,
    "add": shell.add,
    "add-imports": shell.add_imports,
    "add-after-import": shell.add_after_import,
    "list": shell.list_newest,
    "search": shell.search,
    "search-typed": as_typed.search_typing,
    "load": loading.load,
    "stall": loading.stall,
    "paint": screen.paint,
    "keys": screen.keys,
    "growth": growth.growth,
    "export": moving.export,
    "import": moving.bring,
    "jrnl": peers.jrnl,
    "sealed": sealed.shell,
    "sealed-save": sealed.save,
    "sealed-load": sealed.load,
}
