"""A look back while it is held one line at a time: where it stands, what was answered."""

from collections.abc import Callable, Sequence

from journal.practice.look_back.close import Question, answered
from journal.records.close import Close, own_words
from journal.records.record import Record
from journal.visible import storable

AFTER_NOTES = ("progress", "event", "question", "try", "tomorrow")
"""The five steps where there are notes to look back on."""

WITHOUT_NOTES = ("gather", "progress", "event", "question", "try")
"""The five steps where there are none; the line for tomorrow then follows them."""

Ask = Callable[[Sequence[Record], str], list[Question]]
"""What plans a look back: given its notes and the id of the picked one, its questions."""


class Sitting:
    """A look back being held; it touches no disk.

    record     as it was when this began; its own is a Close
    notes      those it is about
    questions  in their order
    given      by prompt, the answer
    """

    def __init__(
        self, record: Record, notes: Sequence[Record], questions: list[Question], ask: Ask | None
    ) -> None:
        self.record = record
        self.close = record.own if isinstance(record.own, Close) else Close()
        self.notes = list(notes)
        self.questions = questions
        self.given: dict[str, str] = {}
        self._ask = ask
        self._at = 0

    @property
    def stops(self) -> list[Question | None]:
        """The questions, and None where a note can be picked: before the one event."""
        stops: list[Question | None] = list(self.questions)
        events = [n for n, question in enumerate(self.questions) if question.step == "event"]
        if self._ask and self.notes and events:
            stops.insert(events[0], None)
        return stops

    @property
    def is_over(self) -> bool:
        """Whether all has been asked."""
        return self._at >= len(self.stops)

    @property
    def question(self) -> Question | None:
        """What is asked now; None: which note to look at closely."""
        return self.stops[self._at]

    @property
    def has_words(self) -> bool:
        """Whether anything is written, now or before this began."""
        return any(text.strip() for text in self.given.values()) or bool(self.record.text)

    @property
    def is_at_the_end(self) -> bool:
        """Whether the line for tomorrow is asked for now."""
        return _step(self.stops[self._at]) == "tomorrow"

    def place(self, asked_before: Sequence[str]) -> str:
        """Return where a step begins, as in "2 of 5"; "" within a step and in the shorter forms.

        asked_before  the steps of what was answered before it was interrupted
        """
        stops = self.stops
        step = _step(stops[self._at])
        begins = self._at == 0 or _step(stops[self._at - 1]) != step
        has_gather = "gather" in {*asked_before, *map(_step, stops)}
        steps = WITHOUT_NOTES if has_gather else AFTER_NOTES
        if self.close.form != "five" or not begins or step not in steps:
            return ""
        return f"{steps.index(step) + 1} of {len(steps)}"

    def answer(self, text: str) -> None:
        """Take the answer to the present question, and go on; an empty one keeps what is there."""
        question = self.question
        if question is not None and (text.strip() or question.prompt not in self.given):
            self.given[question.prompt] = storable(text)
        self._at += 1

    def leave_step(self) -> None:
        """Go past all that the present step still asks."""
        step = _step(self.stops[self._at])
        while not self.is_over and _step(self.stops[self._at]) == step:
            self.answer("")

    def add(self, line: str) -> None:
        """Add a line to a page."""
        [page] = self.questions[:1]
        before = self.given.get(page.prompt)
        self.given[page.prompt] = storable(line if before is None else f"{before}\n{line}")

    def skip(self) -> None:
        """Take out what was answered here, and go on."""
        if question := self.question:
            self.given[question.prompt] = ""
        self._at += 1

    def back(self) -> bool:
        """Go to the question before; return whether there is one."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    def to_the_end(self) -> bool:
        """Go to the line for tomorrow; return False where it is asked now, or not at all."""
        last = [n for n, stop in enumerate(self.stops) if _step(stop) == "tomorrow"]
        if not last or self._at >= last[0]:
            return False
        self._at = last[0]
        return True

    def pick(self, number: int) -> None:
        """Look closely at the note with this number, counted from 1."""
        self.close = self.close._replace(picked=self.notes[number - 1].id)
        self._plan_again()
        self._at += 1

    def set_aside(self, number: int) -> bool:
        """Set a note aside for this look back, or take it in again; return whether it is aside."""
        id_ = self.notes[number - 1].id
        kept = tuple(one for one in self.close.aside if one != id_)
        is_aside = id_ not in self.close.aside
        picked = "" if is_aside and self.close.picked == id_ else self.close.picked
        self.close = self.close._replace(aside=(*kept, id_) if is_aside else kept, picked=picked)
        self._plan_again()
        return is_aside

    def _plan_again(self) -> None:
        """Ask what fits the notes that are left; but never drop a question that was answered."""
        if self._ask is None:
            return
        wanted = [note for note in self.notes if note.id not in self.close.aside]
        questions = self._ask(wanted, self.close.picked)
        steps = [question.step for question in questions]
        if steps == [q.step for q in self.questions] and self.given.keys() <= {
            question.prompt for question in questions
        }:
            self.questions = questions

    def as_record(self, *, done: bool) -> Record:
        """Return it as it is kept: with nothing left when it is `done`, or to go on from here."""
        reached = sum(stop is not None for stop in self.stops[: self._at])
        own = answered(self.close, self.questions, self.given, None if done else reached)
        return self.record._replace(own=own, text=own_words(own.answers, own.tomorrow))


def _step(stop: Question | None) -> str:
    return stop.step if stop else "event"
