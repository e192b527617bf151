"""What each entry of another journal means for this one: new, changed, known, left out."""

from collections import Counter
from datetime import timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from journal.exchange.own import state
from journal.exchange.parts import Found, Part, Skipped, Unread
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.store.ids import source_id
from journal.store.journal import Journal

EXAMPLES = 3


class Lost(NamedTuple):
    """What an import cannot keep of one field.

    things    how many things (photos, times, …)
    examples  where the first of them stand
    """

    things: int
    examples: tuple[str, ...]


class Plan(NamedTuple):
    """What an import would do; nothing is done yet.

    added      new records
    changed    new versions of records whose source has changed since, and which nobody edited here
    unchanged  how many entries are in the journal already
    skipped    entries and files that are left out on purpose, and why
    unread     what could not be read, and why (the shell then ends with 8)
    lost       by the name of a field, what cannot be kept of entries that are added or changed
    """

    format: str
    added: list[Record]
    changed: list[Record]
    unchanged: int
    skipped: list[Skipped]
    unread: list[Unread]
    lost: dict[str, Lost]

    def summary(self) -> dict[str, Any]:
        """Return the plan as JSON: figures, and lists of what was skipped, unreadable and lost."""
        return {
            "format": self.format,
            "added": len(self.added),
            "unchanged": self.unchanged,
            "changed": len(self.changed),
            "skipped": [part._asdict() for part in self.skipped],
            "unreadable": [part._asdict() for part in self.unread],
            "lost": {
                name: {"count": lost.things, "examples": list(lost.examples)}
                for name, lost in self.lost.items()
            },
        }


class Weighing:
    """One import on its way to a plan: what each entry means for this journal."""

    def __init__(self, journal: Journal, format: str) -> None:  # noqa: A002
        journal.load()
        self._format = format
        self._added: list[Record] = []
        self._changed: list[Record] = []
        self._unchanged = 0
        self._skipped: list[Skipped] = []
        self._unread: list[Unread] = []
        self._journal = journal
        self._latest = journal.clock.now() + timedelta(days=1)
        self._here = _by_id(journal)
        self._ids = {str(doc.doc_id) for doc in journal.table()}
        self._purged = journal.purged()
        self._places = {_place(record): record for record in self._here.values()}
        self._met: set[str] = set()
        self._unmet: list[tuple[Found, Record]] = []
        self._twins: Counter[str] = Counter()
        self._lost: dict[str, list[str]] = {}

    def take(self, part: Part) -> None:
        """Weigh one part of the other journal."""
        if isinstance(part, Found):
            self._weigh(part)
        elif isinstance(part, Skipped):
            self._skipped.append(part)
        else:
            self._unread.append(part)

    def _weigh(self, found: Found) -> None:
        record = self._named(found)
        if record.at > self._latest:
            reason = f"its time lies ahead ({record.at:%Y-%m-%d %H:%M}); is the clock right?"
            self._unread.append(Unread(found.where, reason))
        elif record.id in self._met:
            self._skipped.append(Skipped(found.where, "it stands there twice"))
        else:
            self._met.add(record.id)
            self._compare(found, record)

    def plan(self) -> Plan:
        """Return what comes of it."""
        for found, record in self._unmet:
            self._add(found, record)
        lost = {
            name: Lost(len(places), tuple(dict.fromkeys(places))[:EXAMPLES])
            for name, places in sorted(self._lost.items())
        }
        return Plan(
            self._format,
            self._added,
            self._changed,
            self._unchanged,
            self._skipped,
            self._unread,
            lost,
        )

    def _named(self, found: Found) -> Record:
        """Return the record under its id, with a word on where it comes from."""
        if found.record.id:
            return found.record
        key = found.key or self._key(found)
        source = {"format": self._format, "key": key, "digest": found.digest}
        return found.record._replace(
            id=source_id(self._format, key),
            extra={**found.record.extra, "source": source},
        )

    def _key(self, found: Found) -> str:
        """Return the key of an entry without a name: what it says and when, and which of several.

        White space does not count, nor does the zone: neither survives every export.
        """
        record = found.record
        wall = "" if found.guessed else record.at.replace(tzinfo=None).isoformat()
        key = sha256("\0".join([wall, *record.text.split()]).encode()).hexdigest()
        self._twins[key] += 1
        return key if self._twins[key] == 1 else f"{key}+{self._twins[key] - 1}"

    def _compare(self, found: Found, record: Record) -> None:
        here = self._here.get(record.id)
        if record.id in self._purged:
            self._skipped.append(Skipped(found.where, "it was taken out here for good"))
        elif here is None and record.id in self._ids:
            self._skipped.append(Skipped(found.where, "the record in the journal cannot be read"))
        elif here is None:
            self._unmet.append((found, record))
        elif self._says_the_same(found, here):
            self._unchanged += 1
        elif here.trashed:
            self._skipped.append(Skipped(found.where, f"it is in the trash here ({here.id})"))
        elif self._edited_here(found, here):
            reason = f"changed there, but here too ({here.id}); yours stays"
            self._skipped.append(Skipped(found.where, reason))
        else:
            self._change(found, record, here)

    def _says_the_same(self, found: Found, here: Record) -> bool:
        if not found.record.id:
            return bool(_source(here).get("digest") == found.digest)
        if state(here) == found.digest:
            return True
        past = self._journal.history(here.id)
        return any(state(version.record) == found.digest for version in past)

    def _edited_here(self, found: Found, here: Record) -> bool:
        """Tell whether the learner changed the record after it came, or wrote it here."""
        now = state(here)
        if now in found.made_from:
            return False
        imported = (v.record for v in self._journal.history(here.id) if v.op == "import")
        return all(state(version) != now for version in imported)

    def _change(self, found: Found, record: Record, here: Record) -> None:
        self._lose(found)
        new = record._replace(version=here.version)
        if found.guessed:  # saving a file anew does not move the day it was about
            new = new._replace(at=here.at, zone=here.zone, day=here.day)
        self._changed.append(new)

    def _add(self, found: Found, record: Record) -> None:
        """Add a record, unless it is one that only moved to another folder there."""
        before = self._places.get(_place(record)) if found.key else None
        if before is not None and before.id not in self._met:
            self._unchanged += 1
            return
        self._lose(found)
        self._added.append(record)

    def _lose(self, found: Found) -> None:
        for name in found.lost:
            self._lost.setdefault(name, []).append(found.where)


def _by_id(journal: Journal) -> dict[str, Record]:
    """Return all records that can be read, those in the trash too."""
    found = [*journal.find(Criteria()), *journal.find(Criteria(trashed=True))]
    return {record.id: record for record in found}


def _source(record: Record) -> dict[str, Any]:
    source = record.extra.get("source")
    return source if isinstance(source, dict) else {}


def _place(record: Record) -> tuple[str, str, str]:
    """Return what stays when an entry is moved to another folder: its name, and what it says."""
    source = _source(record)
    name = str(source.get("key", record.id)).rpartition("/")[2]
    return str(source.get("format")), name, str(source.get("digest"))
