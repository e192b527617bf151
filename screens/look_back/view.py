"""How the pages of a look back are laid out and shown.

All pages are made of the same few widgets, shown and hidden, so that the next key already finds
the next page: keys count in the order in which they were pressed, however fast they come.
"""

from abc import abstractmethod
from functools import partial
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from journal.practice.today.waiting import Waiting
from journal.records.close import Close
from screens.look_back import words
from screens.look_back.commands import OwnKeys
from screens.look_back.parts import Slot
from screens.look_back.reading import Read
from screens.look_back.sitting import AT_ONCE, Sitting
from screens.safe_text import in_a_row, plain
from screens.widgets.choices import Choices


class Pages(OwnKeys):
    """The widgets of a look back, and what each kind of page shows of them.

    kind  of the page that is shown: "start", "notes", "due", "questions" or "end"
    """

    CSS_PATH: ClassVar[str] = "look_back.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual's type

    rows = getters.query_one("#rows", Choices)
    kind = "start"

    def compose(self) -> ComposeResult:
        """Lay out everything that any page needs."""
        with Horizontal(id="place"):
            yield Static("", classes="place--name", markup=False)
            yield Static("", classes="place--day", markup=False)
        yield from self.sample_line()
        with Horizontal(id="body"):
            with VerticalScroll(id="pages", can_focus=False):
                yield Static("", id="above", markup=False)
                yield Choices(id="rows")
                for number in range(AT_ONCE):
                    yield Slot(partial(self.answered, number))
                yield Static("", id="below", markup=False)
                yield Static("", id="why", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("Your notes", classes="heading", markup=False)
                yield Static("", id="noted", markup=False)
        yield from self.bottom(Static("", classes="rule", markup=False))

    @property
    def slots(self) -> list[Slot]:
        """The places for questions, from top to bottom."""
        return list(self.query(Slot))

    @abstractmethod
    def answered(self, number: int, text: str) -> None:
        """Take the answer from field `number` and go on."""

    # --- the pages

    def show_start(self, found: Read, marked: str = "") -> None:
        """Show the five equal choices, what was interrupted before them; keep `marked` so."""
        forms = [(id_, words.choice_row(name, about)) for id_, name, about in words.FORMS]
        first = 1 if found.short else 0
        if found.unfinished is not None:
            forms.insert(0, words.unfinished_row(found.unfinished, found.today))
            first = 0
        ids = [id_ for id_, _ in forms]
        self._show("start", below=self.with_keys(words.OTHER_DAY))
        self.head(words.title(found.day, found.today), words.gathered(found, self.settings))
        self.rows.show(forms, ids.index(marked) if marked in ids else first)
        self.set_focus(self.rows)

    def show_notes(self, sitting: Sitting, marked: str) -> None:
        """Show the notes to pick from; none is picked unless somebody picks it."""
        close = sitting.close
        rows = [
            (note.id, words.note_row(note, sitting.record.day, aside=note.id in close.aside))
            for note in sitting.notes
        ]
        rows.append((words.NO_PICK, Content.styled("None in particular", "dim")))
        ids = [id_ for id_, _ in rows]
        self._show("notes", above=plain(words.PICK))
        self.rows.show(rows, ids.index(marked) if marked in ids else len(ids) - 1)
        self.set_focus(self.rows)

    def show_due(self, due: Waiting) -> None:
        """Show the try that waits for a look, and what can be said of it."""
        rows = [(choice.key, Content(choice.words)) for choice in due.choices]
        rows.append((words.NO_PICK, Content.styled(words.NOT_NOW, "dim")))
        said = Content.assemble(in_a_row(due.name), "\n", plain(due.words).stylize("dim"))
        self._show("due", above=said)
        self.rows.show(rows, len(rows) - 1)
        self.set_focus(self.rows)

    def show_questions(self, sitting: Sitting) -> None:
        """Show the questions of a page, with what is answered so far."""
        page = sitting.shown
        picked = sitting.picked if page.step == "event" else None
        above = words.picked_line(picked) if picked else None
        self._show("questions", sitting, above=above, below=words.reason(page.questions))
        self.set_focus(self.slots[sitting.field].field)

    def show_end(self, sitting: Sitting, *, today: bool) -> None:
        """Show what was written, and the line for tomorrow."""
        own = sitting.as_record(done=True).own
        lines = words.end_lines(own, sitting.notes, self.today()) if isinstance(own, Close) else []
        below = "Done for today." if today else "Done."
        above = Content("\n").join(lines) if lines else None
        self._show("end", sitting, above=above, below=below)
        self.set_focus(self.slots[0].field if sitting.shown.questions else None)

    def _show(
        self,
        kind: str,
        sitting: Sitting | None = None,
        *,
        above: Content | None = None,
        below: str = "",
    ) -> None:
        """Show a page of this kind: its questions, and what stands above and below them."""
        self.kind = kind
        for name in ("start", "notes", "due", "questions", "end"):
            self.set_class(name == kind, f"-{name}")
        asked = sitting.shown.questions if sitting else ()
        self.set_class(bool(sitting), "-answers")
        is_page = any(question.step == "page" for question in asked)
        self.set_class(is_page, "-page-form")
        given = sitting.given if sitting else {}
        for slot, question in zip(self.slots, [*asked, *[None] * AT_ONCE], strict=False):
            if question:
                slot.ask(*words.put(question), given.get(question.prompt, ""), is_page=is_page)
            else:
                slot.rest()
        self.rows.display = self.rows.can_focus = kind in ("start", "notes", "due")
        self.tell("#above", above or Content(""))
        self.tell("#below", plain(below))
        self.tell("#why", Content(""))
        self.show_keys()

    @on(Choices.OptionHighlighted)
    def say_what_enter_does(self) -> None:
        """Say the keys for the row that is marked now."""
        self.show_keys()

    def list_to_move(self) -> Choices:
        """Return the rows to choose from."""
        return self.rows

    # --- single lines

    def head(self, name: str, right: str) -> None:
        """Write the first line."""
        self.query_one(".place--name", Static).update(plain(name))
        self.query_one(".place--day", Static).update(plain(right))

    def show_beside(self, sitting: Sitting) -> None:
        """Write the notes that stand beside the answers where there is room for them."""
        wanted = [note for note in sitting.notes if note.id not in sitting.close.aside]
        lines = [words.note_row(note, sitting.record.day) for note in wanted]
        self.query_one("#noted", Static).update(Content("\n").join(lines))

    def tell(self, selector: str, said: Content) -> None:
        """Write one of the texts of a page; an empty one takes no room."""
        text = self.query_one(selector, Static)
        text.update(said)
        text.set_class(bool(said.plain), "-said")

    def show_said(self, text: str, *, failed: bool) -> None:
        """Say something above the keys; nothing takes no room."""
        super().show_said(text, failed=failed)
        self.query_one("#said", Widget).set_class(bool(text), "-said")

    def _asking_keys(self) -> str:
        if not self.is_writing:
            return words.NOT_WRITING
        return words.ON_A_PAGE if any(slot.field.is_page for slot in self.slots) else words.WRITING

    def show_keys(self) -> None:
        """Write the bottom lines."""
        keys = {
            "start": words.START,
            "notes": words.NOTES if self.rows.marked else words.NOTES_UNPICKED,
            "due": words.DUE,
            "questions": self._asking_keys(),
            "end": words.END if any(slot.display for slot in self.slots) else words.END_WITHOUT,
        }
        for line in self.query("#keys").results(Static):
            line.update(self.with_keys(keys[self.kind]))
