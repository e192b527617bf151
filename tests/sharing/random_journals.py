"""Random journals full of canaries, and a random choice from each; the same for the same seed."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, NamedTuple

from journal.records.close import Answer, Close
from journal.records.coach import Coach, Hidden, Role
from journal.records.excerpt import Choice, Chosen, Help, Precision
from journal.records.experiment import Difference, Experiment
from journal.records.item import Act, Item, State
from journal.records.note import Note
from journal.records.record import Record, Sign, having
from journal.sharing.select import FIELDS
from journal.store.files import ALPHABET
from tests.sharing.desks import on
from tests.sharing.leaks import MARK

TEXT = (
    "asked before start need people hand over list late second count quiet pump round table heard "
    "slow twice learned try first week again question nobody told everyone colour wire ladder"
)
WORDS = TEXT.split()
SETTING = date(2026, 11, 24)


class Scene(NamedTuple):
    """A journal, what was chosen from it, and what must not be found on the page.

    names    what the learner's list hides
    numbers  digits of redacted numbers
    """

    records: dict[str, Record]
    choice: Choice
    coach: Coach
    names: list[str]
    numbers: list[bytes]


class _Maker:
    """Makes one scene."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names = [f"{MARK.title()}{self._letters(4)}" for _ in range(3)]
        self.numbers: list[bytes] = []
        self.fields = tuple(f for f in FIELDS if self.random.random() < 0.3)

    def _letters(self, count: int) -> str:
        return "".join(self.random.choice("abcdefghiklmnoprstuw") for _ in range(count))

    def canary(self) -> str:
        """Return words of which none may be found."""
        return " ".join(f"{MARK}{self._letters(5)}" for _ in range(self.random.randint(1, 3)))

    def plain(self) -> str:
        """Return words that may be read."""
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(4, 12)))

    def unless(self, field: str) -> str:
        """Return words that may be read if `field` was chosen, canaries otherwise."""
        return self.plain() if field in self.fields else self.canary()

    def chosen(self) -> str:
        """Return words that were chosen, with things in them that are hidden."""
        return "\n".join([self.plain(), *(self._secret() for _ in range(3)), f"{self.plain()}."])

    def _secret(self) -> str:
        digits = "".join(self.random.choice("123456789") for _ in range(16))
        kind = self.random.randrange(6)
        if kind < 2:
            self.numbers.append((digits[:11] if kind else digits).encode())
        name = self.random.choice(self.names)
        written = (name, name.upper(), f"{name}'s", f"{name[:3]}\u200b{name[3:]}", f"{name}s")
        return (
            f"card {digits[:4]} {digits[4:8]} {digits[8:12]} {digits[12:]}",
            f"call +{digits[:2]} {digits[2:5]} {digits[5:11]}",
            f"mail {self._letters(5)}.{MARK}@{MARK}{self._letters(4)}.example.org",
            f"see https://{MARK}.example.com/{self._letters(5)}?q={MARK}",
            f"ask @{MARK}_{self._letters(4)}",
            f"with {self.random.choice(written)} there",
        )[kind]

    def record(self, own: Any, text: str = "") -> Record:
        """Return a record with an id, a zone and tags that are canaries."""
        id_ = MARK + "".join(self.random.choice(ALPHABET) for _ in range(5))
        day = SETTING - timedelta(days=self.random.randrange(300))
        at = datetime(day.year, day.month, day.day, 13, 37, 59, tzinfo=UTC)
        tags = tuple(f"{MARK}{self._letters(4)}" for _ in range(2))
        blank = Record(id_, at, f"Etc/{MARK}", day, text, tags=("open", *tags), extra={MARK: MARK})
        blank = blank._replace(sign=Sign.STUCK, links=(MARK + "bbbbb",), version="17959" + MARK)
        return blank if text else having(blank, own)

    def experiment(self, words: str) -> Experiment:
        """Return a try with such words; all that is never shown is a canary."""
        hidden: dict[str, Any] = {
            name: self.canary()
            for name in ("step", "watch", "outcome", "aim", "cause", "conditions", "why", "whose")
        }
        return Experiment(
            words, self.plain(), self.plain(), happened=self.plain(),
            because=self.unless("because"), teaches=self.unless("teaches"),
            difference=Difference.PARTLY, goal=MARK, parent=MARK, **hidden,
        )  # fmt: skip

    def close(self, count: int, chosen: int) -> Close:
        """Return a look back of which one answer is chosen."""
        answers = tuple(
            Answer(
                f"{MARK}/{n}", 1, self.unless("asked") if n == chosen else self.canary(), "full",
                self.chosen() if n == chosen else self.canary(),
            )
            for n in range(1, count + 1)
        )  # fmt: skip
        return Close(answers=answers, picked=MARK, tomorrow=self.canary())

    def unchosen(self) -> list[Record]:
        """Return records that are all canary."""
        acts = (Act(on(SETTING).at, "filter", self.canary()),)
        return [
            *(self.record(Note(), self.canary()) for _ in range(self.random.randint(1, 6))),
            self.record(self.close(3, 0)),
            self.record(Item(self.canary(), State.SENSING, acts=acts)),
            self.record(self.experiment(self.canary())),
        ]

    def scene(self) -> Scene:
        """Return the whole."""
        part = self.random.randint(1, 3)
        note = self.record(Note(), self.chosen())
        paragraphs = f"{self.canary()}\n\n{self.chosen()}\n\n{self.canary()}"
        long = self.record(Note(), paragraphs)
        close = self.record(self.close(3, part))
        tried = self.record(self.experiment(self.chosen()))
        since = self.record(self.experiment(self.plain()))
        passages = [Chosen(note.id), Chosen(long.id, 2), Chosen(close.id, part)]
        self.random.shuffle(passages)
        choice = Choice(
            question=self.chosen(),
            passages=tuple(passages[: self.random.randint(1, 3)]),
            tries=(tried.id,) * self.random.randint(0, 1),
            since=self.chosen(),
            since_of=(since.id,) * self.random.randint(0, 1),
            help=(self.random.choice(list(Help)),),
            not_for=self.chosen(),
            fields=self.fields,
            tags=("open",),
            precision=self.random.choice(list(Precision)),
        )
        there = [note, long, close, tried, since, *self.unchosen()]
        return Scene({r.id: r for r in there}, choice, self.coach(), self.names, self.numbers)

    def coach(self) -> Coach:
        """Return a card; what of it does not leave is a canary."""
        hidden = tuple(Hidden(name, f"[name {n}]") for n, name in enumerate(self.names))
        return Coach(
            "Ana", Role.PEER, "ana@example.org", verified=self.canary(), purpose="To talk it over",
            learner="Sam", reach="by telephone", hidden=hidden,
        )  # fmt: skip


def scene(seed: int) -> Scene:
    """Return the scene of a seed."""
    return _Maker(seed).scene()
