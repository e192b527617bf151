"""The same things done with jrnl, where it is installed."""

from pathlib import Path

from tests.benchmarks.bench import Bench
from tests.benchmarks.generate import RARE, Size, records
from tests.benchmarks.report import Fact, Row
from tests.benchmarks.rows.shell import NOTE, command
from tests.benchmarks.timing import environment, in_turns, process

# The form of time that it reads fastest; with its default one all takes several times as long.
CONFIG = """\
version: v4.2
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%Y-%m-%d %H:%M'
journals: {{default: {{journal: {journal}}}}}
"""


def jrnl(bench: Bench) -> list[Row | Fact]:
    """Compare adding, listing and searching, in a first year and after ten years."""
    if not bench.jrnl:
        return [Fact("beside jrnl", "not run: no jrnl on PATH, none given by --jrnl", "")]
    found: list[Row | Fact] = []
    for size in (Size(bench.sizes.small), Size(bench.sizes.real)):
        config = _journal(bench.folder, size)
        home = bench.home(size, "jrnl")
        theirs = [bench.jrnl, "--config-file", str(config)]
        for words, their_words, name in (
            (["add", NOTE], [NOTE], "jrnl TEXT"),
            (["list", "-n", "10"], ["-n", "10"], "jrnl -n 10"),
            (["search", RARE], ["-contains", RARE], "jrnl -contains"),
        ):
            peer = process([*theirs, *their_words], environment(bench.folder))
            takes = {"ours": command(home, *words), "peer": peer}
            taken = in_turns(max(1, bench.rounds // 4), takes)
            what = f"journal {words[0]}, {size.records:,}"
            found.append(Row(what, taken["ours"], name, taken["peer"]))
    return found


def _journal(folder: Path, size: Size) -> Path:
    """Write a journal of jrnl's with the same records; return its configuration."""
    config, journal = folder / f"jrnl-{size.records}.yaml", folder / f"jrnl-{size.records}.txt"
    entries = (f"[{r.at:%Y-%m-%d %H:%M}] {r.text}\n\n" for r in records(size))
    journal.write_text("".join(entries))
    config.write_text(CONFIG.format(journal=journal))
    return config
