"""One look back while it is held: its pages, where it stands, what was answered so far."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from journal.practice.look_back.close import FORMS, Question, answered
from journal.practice.today.waiting import Waiting
from journal.records.close import Close, own_words
from journal.records.record import Record
from journal.visible import storable

AT_ONCE = 4
"""How many fields stand on one page, at most."""

FIVE = ("gather", "progress", "event", "question", "try")
"""The steps that "3 of 5" counts."""

Ask = Callable[[Sequence[Record], str], list[Question]]
"""What plans a look back: given its notes and the id of the picked one, its questions."""


class Page(NamedTuple):
    """What stands on the screen at one time.

    kind       "notes", "due", "questions" or "end"
    step       one of the steps of the form
    questions  at most AT_ONCE
    """

    kind: str
    step: str
    questions: tuple[Question, ...] = ()

    @property
    def number(self) -> str:
        """Where this is in the five minutes: "3 of 5", or ""."""
        return f"{FIVE.index(self.step) + 1} of {len(FIVE)}" if self.step in FIVE else ""


class Sitting:
    """A look back being held. It changes only through its methods, and touches no disk.

    record     as it was when this began; its own is a Close
    notes      those gathered for it
    questions  in their order
    due        the try that waits for a look, until it was answered; or None
    given      by prompt, the text in its field
    page       the number of the page that is shown; field  the number of the field on it
    """

    def __init__(
        self,
        record: Record,
        notes: Sequence[Record],
        questions: list[Question],
        ask: Ask,
        due: Waiting | None = None,
    ) -> None:
        self.record = record
        self.close = record.own if isinstance(record.own, Close) else Close()
        self.notes = list(notes)
        self.questions = questions
        self.due = due
        self.given = _given(self.close, questions)
        self.page = self.field = 0
        self._ask = ask

    @property
    def pages(self) -> list[Page]:
        """The pages from the first to the end page."""
        form = self.close.form
        pages = [Page("notes", "gather")] if form == "five" and self.notes else []
        for step in FORMS[form]:
            asked = self._of(step)
            if step == "try" and self.due:
                pages.append(Page("due", "try"))
            if step != "tomorrow":
                pages += [Page("questions", step, part) for part in _parts(asked)]
        return [*pages, Page("end", "tomorrow", self._of("tomorrow")[:AT_ONCE])]

    @property
    def shown(self) -> Page:
        """The page that is shown."""
        return self.pages[self.page]

    @property
    def question(self) -> Question | None:
        """The question whose field is the present one, if the page has any."""
        asked = self.shown.questions
        return asked[min(self.field, len(asked) - 1)] if asked else None

    @property
    def has_words(self) -> bool:
        """Whether anything is written, now or when this began."""
        return any(text.strip() for text in self.given.values()) or bool(self.record.text)

    def write(self, question: Question, text: str) -> None:
        """Take what stands in the field of `question`."""
        self.given[question.prompt] = storable(text)

    def go_on(self) -> bool:
        """Go to the next field or page; return whether it is another page."""
        if self.field + 1 < len(self.shown.questions):
            self.field += 1
            return False
        if self.shown.kind != "end":
            self.page, self.field = self.page + 1, 0
        return True

    def go_back(self) -> bool:
        """Go to the field before, or the last one of the page before; return whether there is."""
        if self.field > 0:
            self.field -= 1
        elif self.page > 0:
            self.page -= 1
            self.field = max(len(self.shown.questions) - 1, 0)
        else:
            return False
        return True

    def go_to_end(self) -> None:
        """Go to the end page."""
        self.page, self.field = len(self.pages) - 1, 0

    def go_to(self, prompt: str) -> None:
        """Go to the field of `prompt`; where it is no longer asked, to the end page."""
        self.go_to_end()
        for number, page in enumerate(self.pages):
            for field, question in enumerate(page.questions):
                if question.prompt == prompt:
                    self.page, self.field = number, field

    def look_is_done(self) -> None:
        """Ask about the try that waited no more; what follows is the page that is shown."""
        self.due = None
        self.field = 0

    def set_aside(self, id_: str) -> None:
        """Set a note aside for this look back, or take it in again."""
        aside = self.close.aside
        kept = tuple(one for one in aside if one != id_)
        self.close = self.close._replace(aside=kept if id_ in aside else (*aside, id_))

    def pick(self, id_: str) -> None:
        """Look closely at the note `id_` ("": at none), and go on with the questions for it."""
        aside = tuple(one for one in self.close.aside if one != id_)
        self.close = self.close._replace(picked=id_, aside=aside)
        wanted = [note for note in self.notes if note.id not in aside]
        self.questions = self._with_answered(self._ask(wanted, id_))
        self.go_on()

    @property
    def picked(self) -> Record | None:
        """The note that is looked at closely, if there is one."""
        return next((note for note in self.notes if note.id == self.close.picked), None)

    def as_record(self, *, done: bool) -> Record:
        """Return it as it is kept: with nothing left when it is `done`, or to go on from here."""
        asked = {question.prompt for question in self.questions}
        given = {prompt: text for prompt, text in self.given.items() if prompt in asked}
        reached = None if done else self._reached
        own = answered(self.close, self.questions, given, reached)
        return self.record._replace(own=own, text=own_words(own.answers, own.tomorrow))

    @property
    def _reached(self) -> int:
        before = sum(len(page.questions) for page in self.pages[: self.page])
        return before + min(self.field, len(self.shown.questions))

    def _of(self, step: str) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.step == step)

    def _with_answered(self, new: list[Question]) -> list[Question]:
        """Return `new`, but in steps that were answered the questions that were asked there."""
        words = {q.step for q in self.questions if self.given.get(q.prompt, "").strip()}
        mixed = [q for q in self.questions if q.step in words]
        mixed += [q for q in new if q.step not in words]
        return sorted(mixed, key=lambda question: FORMS[self.close.form].index(question.step))


def _given(close: Close, questions: Iterable[Question]) -> dict[str, str]:
    """Return the texts that `close` has for `questions`."""
    given = {answer.prompt: answer.text for answer in close.answers}
    asked = {question.prompt: given.get(question.prompt, "") for question in questions}
    line = next((q.prompt for q in questions if q.step == "tomorrow"), "")
    return asked | ({line: close.tomorrow} if line else {})


def _parts(asked: tuple[Question, ...]) -> list[tuple[Question, ...]]:
    return [asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE)]
