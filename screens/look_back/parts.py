"""What the pages of a look back are made of: a list with a mark, and a question with its field."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.practice.close import Question
from screens.safe_text import plain
from screens.widgets.field import Field, FieldLine


class Rows(OptionList):
    """A list of which one row is marked, for the eye also without colour."""

    DEFAULT_CSS = """
    Rows {
        height: auto; max-height: 100%; padding: 0; border: none; background: transparent;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
    }
    """

    MARK: ClassVar[str] = "▸ "

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, markup=False, compact=True)
        self._rows: list[tuple[str, Content]] = []
        self._marked: int | None = None

    def show(self, rows: Sequence[tuple[str, Content]], marked: int) -> None:
        """Show rows, each with its id, and mark one."""
        self._rows = list(rows)
        self._marked = None
        self.set_options([Option(self._prompt(n), id=id_) for n, (id_, _) in enumerate(rows)])
        self.highlighted = marked
        self.mark()

    @property
    def marked(self) -> str:
        """The id of the row that is marked, "" without rows."""
        return self._rows[self.highlighted][0] if self.highlighted is not None else ""

    @on(OptionList.OptionHighlighted)
    def mark(self) -> None:
        """Move the mark to the row that is highlighted."""
        before, self._marked = self._marked, self.highlighted
        for number in {before, self._marked} - {None}:
            if number is not None and number < len(self._rows):
                self.replace_option_prompt_at_index(number, self._prompt(number))

    def _prompt(self, number: int) -> Content:
        mark = self.MARK if number == self._marked else " " * len(self.MARK)
        return Content.assemble((mark, "$accent"), self._rows[number][1])


class Slot(Vertical):
    """A question, an example while the cursor is there, and the field for the answer."""

    DEFAULT_CSS = """
    Slot { height: auto; margin-bottom: 1; }
    Slot > Static { height: auto; display: none; }
    Slot > .question.-given { display: block; }
    Slot > .example { color: $text-muted; }
    Slot.-here > .example.-given { display: block; }
    """

    field = getters.query_one(Field)

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__()
        self._take = take

    def compose(self) -> ComposeResult:
        """Put the question above the field."""
        yield Static("", classes="question", markup=False)
        yield Static("", classes="example", markup=False)
        yield FieldLine(Field(take=lambda text, _sign: self._take(text)))

    def show(self, question: Question | None, text: str = "") -> None:
        """Ask `question`, with `text` as what is answered so far; None: nothing is asked here."""
        self.display = question is not None
        self.field.is_page = question is not None and question.step == "page"
        self.field.can_focus = question is not None  # what is not displayed could still get keys
        wording = question.wording if question and question.level != "silent" else ""
        example = f"For example: {question.example}" if question and question.example else ""
        self._say(".question", wording)
        self._say(".example", example)
        self.put(text)

    def on_descendant_focus(self) -> None:
        """Show the example as long as the cursor is here."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Show it no longer."""
        self.remove_class("-here")

    def put(self, text: str) -> None:
        """Show `text` in the field, the cursor behind it."""
        self.field.load_text(text)
        self.field.move_cursor(self.field.document.end)

    def _say(self, selector: str, words: str) -> None:
        line = self.query_one(selector, Static)
        line.update(plain(words))
        line.set_class(bool(words), "-given")
