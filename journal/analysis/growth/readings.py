"""What was read in each text, kept for as long as the program runs and written nowhere.

A reading belongs to a version of a record and to a version of the rules; when either has changed,
that record alone is read again.
"""

from collections.abc import Callable, Iterable

from journal.analysis.english import is_english
from journal.analysis.reading import ENGINE, Sentence, read
from journal.records.record import Record

KINDS = ("note", "close", "review")
"""Where the learner's own running words are."""

Progress = Callable[[int, int], None]
"""Is told how many records were read, of how many. It may raise, to leave; nothing is lost."""

_STEP = 200

_Key = tuple[str, str]


class Readings:
    """The sentences of each record that have labels. Not to be used by two threads at once."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[_Key, tuple[Sentence, ...]]] = {}
        self._foreign: set[str] = set()

    def of(self, record: Record) -> tuple[Sentence, ...]:
        """Return the sentences of a record that have labels."""
        key = (record.version or record.text, ENGINE)
        found = self._kept.get(record.id)
        if found is None or found[0] != key:
            self._kept[record.id] = found = (key, self._read(record))
        return found[1]

    def read_all(self, records: Iterable[Record], progress: Progress | None = None) -> None:
        """Read what was not read yet."""
        wanted = [record for record in records if record.kind in KINDS and not record.trashed]
        for number, record in enumerate(wanted):
            if progress and number % _STEP == 0:
                progress(number, len(wanted))
            self.of(record)
        if progress:
            progress(len(wanted), len(wanted))

    def is_foreign(self, record: Record) -> bool:
        """Tell whether a record that was read is in another language than English."""
        return record.id in self._foreign

    def _read(self, record: Record) -> tuple[Sentence, ...]:
        sentences = read(record.text)
        self._foreign.discard(record.id)
        if not sentences and not is_english(record.text):
            self._foreign.add(record.id)
        return tuple(sentence for sentence in sentences if sentence.labels)
