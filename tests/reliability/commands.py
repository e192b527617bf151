"""Every command that changes a journal, as the harnesses run it, and what is there after it."""

import contextlib
import io
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tinydb import TinyDB

from journal.cli.main import main
from journal.clock import system_clock
from journal.errors import JournalError, Locked, NothingFound, NotWritten
from journal.paths import places
from journal.records.criteria import Criteria
from journal.settings import load
from journal.store.journal import Journal
from journal.store.kept import backing_up, repairing, restoring
from journal.store.sealed import sealing
from tests.store.making import note
from tests.store.sealed import CHEAP, PASSPHRASE, seal

NOW = "2026-11-20T12:00:00"
ANOTHER = "another passphrase"

_WORD = re.compile(r"\w+")

UNFINISHED = "the last line is not finished"
"""What may be said of a journal after something was interrupted that was never acknowledged."""


class View(NamedTuple):
    """What a journal says; of each record only what chance has not chosen."""

    form: str = ""
    records: Mapping[str, int] = MappingProxyType({})
    more: str = ""
    damage: tuple[str, ...] = ()


class Command(NamedTuple):
    """Something that changes a journal in JOURNAL_HOME.

    prepare   makes the journal that it changes
    do        changes it; returns an exit code, or None
    in_parts  whether a part of it may be there if it did not come to its end (imports)
    view      what the journal says; raises whatever hinders it
    use       keeps something more, and returns whether it is there then
    """

    name: str
    do: Callable[[], object]
    prepare: Callable[[], object]
    in_parts: bool = False
    view: Callable[[], View] = lambda: view()
    use: Callable[[], bool] = lambda: keeps_on()

    def may_say(self, found: View, before: View, after: View, *, done: bool) -> bool:
        """Tell whether the journal may say `found`, depending on whether this was acknowledged."""
        harmless = () if done else (UNFINISHED,)
        left = (reason for reason in found.damage if not reason.startswith(harmless))
        found = found._replace(damage=tuple(left))
        if done or not self.in_parts:
            return found == after or (found == before and not done)
        parts = [Counter(view.records) for view in (before, found, after)]
        return not found.damage and parts[0] <= parts[1] <= parts[2]


def journal() -> Journal:
    """Open the journal in JOURNAL_HOME; a sealed one with the passphrase that opens it."""
    found = Journal(places(), system_clock())
    if found.locked:
        try:
            found.unlock(PASSPHRASE)
        except Locked:
            found.unlock(ANOTHER)
    return found


def view() -> View:
    """Return what the journal in JOURNAL_HOME says."""
    found = journal()
    try:
        damage = tuple(each.reason for each in found.damage())
        docs = {str(doc.doc_id): dict(doc) for doc in found.table().all()}
        records = Counter(_plain(doc, set(docs)) for doc in docs.values())
        form = f"sealed with {_passphrase()}" if found.is_sealed else "open"
        return View(form, records, repr(load(places().settings)), damage)
    finally:
        found.close()


def _passphrase() -> str:
    found = Journal(places(), system_clock())
    for passphrase in (PASSPHRASE, ANOTHER):
        with contextlib.suppress(Exception):
            found.unlock(passphrase)
            return passphrase
    return "neither"


def _plain(doc: dict[str, Any], ids: set[str]) -> str:
    told = {
        name: value for name, value in doc.items() if name not in ("id", "at", "was", "version")
    }
    text = json.dumps(told, sort_keys=True)
    return _WORD.sub(lambda word: "#" if word[0] in ids else word[0], text)


def keeps_on() -> bool:
    """Keep a note as another window would, and look for it as yet another."""
    one = journal()
    [kept] = one.save(note("afterwards"))
    one.close()
    other = journal()
    try:
        return other.get(kept.id).text == "afterwards"
    finally:
        other.close()


def _some() -> None:
    """Make a journal: three notes, one of which was edited, and another one in the trash."""
    one = journal()
    _, two, _, gone = (one.save(note(text))[0] for text in ("one", "two", "three", "gone"))
    one.save(two._replace(text="two, edited"), op="edit")
    one.remove(gone)
    one.close()


def _some_sealed() -> None:
    _some()
    seal(journal())
    view()  # so that this computer has seen it


def _some_undone() -> None:
    _some()
    journal().undo()


def _some_to_import() -> None:
    _some()
    days = (
        f"# 2026-{1 + n // 28:02}-{1 + n % 28:02}\n\nnote {n} {'x' * 3000}\n" for n in range(90)
    )
    for number, text in enumerate(days):
        path = _beside() / "vault" / f"{text[2:12]}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.split("\n", 2)[2] + str(number))


def _backed_up() -> None:
    _some()
    backing_up.back_up(journal())
    journal().save(note("since then"))


def _beside() -> Path:
    return Path(os.environ["JOURNAL_HOME"]).parent


def typed(*words: str, stdin: str = "") -> Callable[[], int]:
    """Return what types a command into the shell."""

    def do() -> int:
        import sys

        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()))
        return main(words, lambda _shell: 0)

    return do


def told(do: Callable[[], object]) -> Callable[[], int]:
    """Return what does something and ends as the shell would: with the code of what went wrong."""

    def run() -> int:
        try:
            do()
        except JournalError as error:
            return error.code
        except OSError:
            return NotWritten.code  # as `journal.cli.main` has it
        return 0

    return run


def _restore() -> None:
    one = journal()
    restoring.restore(one, restoring.named_backup(one, ""))


def _damaged() -> None:
    _backed_up()
    [path] = (places().journal / "lines-1").iterdir()
    path.write_bytes(path.read_bytes().replace(b'"text":"one"', b'"text":"One"'))


def _repair() -> None:
    repairing.repair(journal())


def _on_both_sides() -> None:
    _some()
    one, other = journal(), journal()
    [kept] = one.save(note("both"))
    other.load()
    one.save(kept._replace(text="one side"), op="edit")
    other.save(kept._replace(text="other side"), op="edit")


def _join() -> None:
    one = journal()
    if not (both := one.on_both_sides()):
        raise NothingFound("It cannot be read.")
    one.join(one.sides(both[0])[0])


def _locked_note() -> None:
    Journal(places(), system_clock()).save(note("while locked"))


COMMANDS = (
    Command("add, the first", typed("add", "new"), lambda: None),
    Command("add", typed("add", "new", "-t", "tag"), _some),
    Command("edit", typed("edit", "last", "--text", "other"), _some),
    Command("rm", typed("rm", "last"), _some),
    Command("trash purge", told(lambda: _purge()), _some),
    Command("undo", typed("undo"), _some),
    Command("redo", typed("redo"), _some_undone),
    Command("goal new", typed("goal", "new", "A goal"), _some),
    Command("item new", typed("item", "new", "A question"), _some),
    Command("try new", typed("try", "new", "A try"), _some),
    Command("feedback new", typed("feedback", "new", "What they said"), _some),
    Command("config", typed("config", "set", "theme", "day"), _some),
    Command(
        "import",
        lambda: typed("import", "markdown", str(_beside() / "vault"), "--yes")(),
        _some_to_import,
        in_parts=True,
    ),
    Command("encrypt", told(lambda: seal(journal())), _some),
    Command("decrypt", told(lambda: sealing.decrypt(journal())), _some_sealed),
    Command(
        "passphrase",
        told(lambda: sealing.change_passphrase(journal(), ANOTHER, CHEAP)),
        _some_sealed,
    ),
    Command("add, sealed", told(lambda: journal().save(note("new"))), _some_sealed),
    Command("add, locked", told(_locked_note), _some_sealed),
    Command("backup", told(lambda: backing_up.back_up(journal())), _some),
    Command("restore", told(_restore), _backed_up),
    Command("repair", told(_repair), _damaged),
    Command("join", told(_join), _on_both_sides),
)


def _purge() -> None:
    one = journal()
    if not (gone := one.find(Criteria(trashed=True))):
        raise NothingFound("It cannot be read.")
    one.purge(*gone)


def _control_file() -> Path:
    return Path(os.environ["JOURNAL_HOME"]) / "control.json"


def _control() -> None:
    _control_file().parent.mkdir(exist_ok=True)
    TinyDB(_control_file()).insert_multiple({"text": f"{n}", "pad": "x" * 3000} for n in range(3))


def _control_view() -> View:
    rows = TinyDB(_control_file()).all()
    return View("open", Counter(json.dumps(row, sort_keys=True) for row in rows))


def _control_goes_on() -> bool:
    TinyDB(_control_file()).insert({"text": "afterwards"})
    return bool(TinyDB(_control_file()).all()[-1]["text"] == "afterwards")


CONTROL = Command(
    "TinyDB's default storage",
    told(lambda: TinyDB(_control_file()).update({"pad": "y"})),
    _control,
    view=_control_view,
    use=_control_goes_on,
)
"""The same with the storage that TinyDB uses if it is not told otherwise; it must fail."""
