"""What other windows, shells and computers add while we talk."""

from journal.errors import NoSuchRecord
from journal.records.record import Record
from journal.store.journal import Journal


class Others:
    """Changes of the journal that were not made in this conversation."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._own: set[tuple[str, str]] = set()
        self._heard: set[str] = set()
        self._listens = False

    def listen(self) -> None:
        """Read all there is, also after it was locked; what comes from now on is news."""
        self._journal.load()
        self.pass_over_all()
        if not self._listens:
            self._journal.subscribe(self._heard.update)
            self._listens = True

    def catch_up(self) -> None:
        """Hear of what others have done until now, before a command reads the journal."""
        self._journal.load()

    def pass_over(self, *records: Record) -> None:
        """Take records, as they were just kept here, for no news."""
        self._own.update((record.id, record.version) for record in records)

    def pass_over_all(self) -> None:
        """Take whatever has been heard of until now for no news."""
        self._heard.clear()

    def news(self) -> list[Record]:
        """Return what others have changed since this was last asked for, in the order of time."""
        self.catch_up()
        heard = set(self._heard)
        self._heard.clear()
        found = [record for id_ in heard if (record := self._get(id_)) is not None]
        news = [record for record in found if (record.id, record.version) not in self._own]
        return sorted(news, key=lambda record: (record.at, record.id))

    def _get(self, id_: str) -> Record | None:
        try:
            return self._journal.get(id_)
        except NoSuchRecord:
            return None
