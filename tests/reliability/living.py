"""A journal's life by chance: everything that can be done with it, held to a plain dict."""

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run
from tinydb import TinyDB

from journal.records.record import Record
from journal.store.journal import Journal
from journal.store.kept import backing_up, restoring
from tests.reliability.figure import Figure, Found, playground, spread
from tests.store.making import Hands, note, opened
from tests.store.sealed import PASSPHRASE, seal

NAME, WHAT = "a life by chance", "steps, held to a plain dict"
USUAL, LONG = 630, 6000
STEPS = 50
TOGETHER = 30
"""So many lives begin from one seed."""

Said = dict[str, tuple[str, bool]]
"""What is kept: by id, the text and whether it is in the trash."""

windows = st.sampled_from(["here", "here, another window", "there"])
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
which = st.integers(0, 1 << 30)


class Life(RuleBasedStateMachine):
    """Two windows on one computer, one on another, a clock that jumps; sealed or open."""

    folder: ClassVar[Path]
    lives: ClassVar[int] = 0
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).lives += 1
        self.root = self.folder / str(self.lives)
        self.age = 0
        self.hands = Hands()
        self.kept: Said = {}
        self.undoable: list[tuple[str, Said]] = []
        self.backup: Said | None = None
        self.windows: dict[str, Journal] = {}

    @initialize(is_sealed=st.booleans())
    def begin(self, is_sealed: bool) -> None:
        if is_sealed:
            seal(opened(self.root, "here", self.hands))
        for name in ("here", "here, another window", "there"):
            self.windows[name] = self._open(name)

    def _open(self, window: str) -> Journal:
        journal = opened(self.root, window.split(",")[0], self.hands)
        if journal.locked:
            journal.unlock(PASSPHRASE)
        return journal

    def _record(self, window: str, number: int, *, trashed: bool) -> Record:
        self.windows[window].load()  # as each window does once a second
        ids = [id_ for id_, said in self.kept.items() if said[1] == trashed]
        return self.windows[window].get(ids[number % len(ids)])

    def _did(self, window: str, before: Said, *records: Record) -> None:
        self.kept = {**before, **{each.id: (each.text, each.trashed) for each in records}}
        self.undoable.append((window.split(",")[0], before))

    def _some(self, *, trashed: bool = False) -> bool:
        return any(said[1] == trashed for said in self.kept.values())

    @rule(window=windows, text=words)
    def add(self, window: str, text: str) -> None:
        self._did(window, self.kept, *self.windows[window].save(note(text)))

    @precondition(lambda self: self._some())
    @rule(window=windows, number=which, text=words)
    def edit(self, window: str, number: int, text: str) -> None:
        record = self._record(window, number, trashed=False)._replace(text=text)
        self._did(window, self.kept, *self.windows[window].save(record, op="edit"))

    @precondition(lambda self: self._some())
    @rule(window=windows, number=which)
    def throw_away(self, window: str, number: int) -> None:
        record = self._record(window, number, trashed=False)
        self._did(window, self.kept, *self.windows[window].remove(record))

    @precondition(lambda self: self._some(trashed=True))
    @rule(window=windows, number=which)
    def take_out_of_the_trash(self, window: str, number: int) -> None:
        record = self._record(window, number, trashed=True)._replace(trashed=False)
        self._did(window, self.kept, *self.windows[window].save(record, op="restore"))

    @precondition(lambda self: self._some(trashed=True))
    @rule(window=windows, number=which)
    def purge(self, window: str, number: int) -> None:
        record = self._record(window, number, trashed=True)
        self.windows[window].purge(record)
        self.kept = {id_: said for id_, said in self.kept.items() if id_ != record.id}
        self.undoable.clear()
        self.backup = None

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        computer, before = self.undoable.pop()
        taken = self.windows[computer].undo().records
        was = {each.id: before.get(each.id, (each.text, True)) for each in taken}
        self.kept = {**self.kept, **was}

    @rule(window=windows)
    def close_and_open(self, window: str) -> None:
        self.windows[window].close()
        self.windows[window] = self._open(window)

    @rule(window=windows)
    def lock_and_unlock(self, window: str) -> None:
        if self.windows[window].lock():
            assert self.windows[window].locked
            self.windows[window].unlock(PASSPHRASE)

    @rule(hours=st.sampled_from([-400 * 24, -25, -1, 1, 25, 400 * 24]))
    def turn_the_clock(self, hours: int) -> None:
        self.hands.on(hours=hours)

    @rule()
    def back_up(self) -> None:
        if self.kept:
            backing_up.back_up(self.windows["here"])
            self.backup = dict(self.kept)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self) -> None:
        here = self.windows["here"]
        restoring.restore(here, restoring.named_backup(here, ""))
        assert self.backup is not None
        self.kept = dict(self.backup)
        self.undoable.clear()
        self.backup = None

    @invariant()
    def says_what_was_kept(self) -> None:
        type(self).steps += 1
        self.age += 1
        if not self.windows:
            return
        name = list(self.windows)[self.age % len(self.windows)]
        journal = self.windows[name]
        found = {str(doc.doc_id): doc for doc in journal.table().all()}
        said = {id_: (doc["text"], bool(doc.get("trashed"))) for id_, doc in found.items()}
        assert said == self.kept, (name, set(said.items()) ^ set(self.kept.items()))
        damage, both = journal.damage(), journal.on_both_sides()
        assert (damage, both) == ([], []), (name, damage, both)

    def teardown(self) -> None:
        for journal in self.windows.values():
            journal.close()


def measure(size: int) -> Figure:
    """Live `size` lives of fifty steps; a few of them are cut short by chance."""
    with playground() as folder:
        seeds = range(-(-size // TOGETHER))
        steps, bad = spread(lambda each: _lived(folder / f"{each}", each, size), seeds)
        return Figure(NAME, WHAT, steps, bad, _control(folder))


def _lived(folder: Path, number: int, most: int) -> Found:
    """Return how many steps were made in lives by the chance of this number, and what was wrong."""
    Life.folder, Life.lives, Life.steps = folder, 0, 0
    try:
        run(seed(number)(Life), settings=_settings(min(most, TOGETHER)))
    except Exception as error:
        said = [f"seed {number}: {type(error).__name__}: {error}", *getattr(error, "__notes__", ())]
        return Life.steps, ["\n".join(said)]
    return Life.steps, []


def _settings(lives: int) -> settings:
    return settings(
        max_examples=lives,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


def _control(folder: Path) -> int:
    """Return how many of ten notes two windows lose that keep them with TinyDB as it comes."""
    one, other = (TinyDB(folder / "control.json") for _ in range(2))
    for number in range(5):
        for window in (one, other):
            # What it says when it notices does not matter: what is lost counts.
            with suppress(AssertionError, ValueError, KeyError):
                window.insert({"text": f"{number}"})
    return 10 - len(TinyDB(folder / "control.json").all())
