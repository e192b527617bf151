"""The formats in which journals come and go: the one list that both faces show.

A format's module is imported when it is used, not before.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, cast

from journal.errors import Usage
from journal.exchange.moments import Local
from journal.exchange.parts import File, Part, Pasts, Skipped, Unread, Written
from journal.exchange.reading import files
from journal.records.record import Record

Way = Literal["import", "export"]
Place = Literal["", "file", "folder", "either"]
"""What a path names: "" where the format does not go that way."""


class Format(NamedTuple):
    """One format.

    name    what the learner types: `journal import NAME PATH`
    title   what it is called in a sentence
    reads   what PATH is when it is imported
    writes  what PATH is when it is exported to
    module  the module of this package that knows it
    """

    name: str
    title: str
    reads: Place
    writes: Place
    module: str

    @property
    def can_import(self) -> bool:
        """Whether it can be imported."""
        return bool(self.reads)

    @property
    def can_export(self) -> bool:
        """Whether it can be exported."""
        return bool(self.writes)

    def read(self, given: Path | bytes, local: Local, now: float) -> Iterator[Part]:
        """Yield what stands at the path `given`, or in the bytes of a pipe.

        now  seconds since 1970 UTC
        Raises Usage when there is nothing at the path, or this format cannot be imported.
        """
        if not self.can_import:
            raise Usage(f"{self.name} cannot be imported.", _choices("import"))
        module = cast(_Reads, import_module(f"journal.exchange.{self.module}"))
        unread: list[Skipped | Unread] = []
        yield from module.read(_files_among(self._all(given, now), unread), local)
        yield from unread

    def write(self, records: list[Record], pasts: Pasts) -> Written:
        """Return the files for `records`, which are in order of time.

        pasts  the versions of records by id, where history is asked for
        Raises Usage when this format cannot be exported.
        """
        if not self.can_export:
            raise Usage(f"{self.name} cannot be exported.", _choices("export"))
        module = cast(_Writes, import_module(f"journal.exchange.{self.module}"))
        return module.write(records, pasts)

    def _all(self, given: Path | bytes, now: float) -> Iterator[File | Skipped | Unread]:
        return files(given, now, folders=self.reads in ("folder", "either"))


class _Reads(Protocol):
    """What a module does that imports."""

    def read(self, files: Iterable[File], local: Local) -> Iterator[Part]: ...


class _Writes(Protocol):
    """What a module does that exports."""

    def write(self, records: list[Record], pasts: Pasts) -> Written: ...


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("json", "this journal's own JSON", "file", "file", "own_json"),
        Format("markdown", "Markdown notes with front matter", "either", "folder", "markdown"),
        Format("jrnl", "jrnl, text or JSON", "either", "file", "jrnl"),
        Format("day-one", "Day One, JSON or text", "either", "", "day_one"),
        Format("tinydb", "a TinyDB database", "", "file", "tiny_db"),
    )
}
"""By name, all formats, in the order in which they are listed."""


def format_named(name: str, way: Way = "import") -> Format:
    """Return the format called `name`, whatever its case and hyphens.

    Raises Usage when there is none; it names those that go this way.
    """
    for format_ in FORMATS.values():
        if _bare(format_.name) == _bare(name):
            return format_
    raise Usage(f"No format is called {name!r}.", _choices(way))


def _bare(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


def _choices(way: Way) -> str:
    names = [f.name for f in FORMATS.values() if (f.reads if way == "import" else f.writes)]
    return f"What you can {way}: {', '.join(names)}."


def _files_among(
    found: Iterator[File | Skipped | Unread], others: list[Skipped | Unread]
) -> Iterator[File]:
    """Yield the files; put what is none into `others`."""
    for part in found:
        if isinstance(part, File):
            yield part
        else:
            others.append(part)
