"""Hostile text in every widget, and what of it reaches a real terminal."""

import itertools
import re
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from journal.visible import visible
from screens.base import AppBase
from screens.safe_text import SafeText, plain
from screens.widgets.field import Field
from tests.support.terminal import Terminal, python

_OPERATING_SYSTEM_COMMANDS = [
    "0;pwned", "1;pwned", "2;pwned", "4;1;rgb:ff/00/00", "7;file:///etc", "8;;file:///etc/passwd",
    "9;notify", "10;?", "11;?", "12;?", "22;crosshair", "50;font", "52;c;cHduZWQ=", "52;c;?",
    "104", "110", "133;A", "633;E;id", "777;notify;a;b", "1337;File=inline=1:AA==",
]  # fmt: skip
_CONTROL_SEQUENCES = [
    "6n", "5n", "c", ">c", "=c", "2J", "3J", "H", "5;5H", "10A", "10B", "10D", "?1049l", "?1049h",
    "?25h", "?1000h", "?2004l", "?2026h", "14t", "18t", "21t", "8;9;9t", "22;0t", "0m", "8m", "7m",
    "31m", "!p", "4h", "?5h", "?7h", "1;2r", "5L", "5M", "5P", "9@", "?69h", "0;0s", ">4;2m", "?u",
    "200~", "201~", "4i", "5i", "?1004h", "2 q", "?996n", "0x", "1;1;1;1$x", "b", "99b",
]  # fmt: skip
_DEVICE_STRINGS = ["$qm", "+q544e", "|17/ab", "tmux;\x1b\x1b]52;c;eA==\x07", "1$r0m", "q#0;2;0;0;0"]
_MARKUP = [
    "[/]", "[", "]", "[@click=app.quit()]press[/]", "[@click=app.bell]x[/]", "[b]bold[/b]", "[/b]",
    "[link=file:///etc/passwd]x[/link]", "[red on blue]x[/]", "[$error]x[/]", "\\[b]", "[[b]]",
    "[@click='", "[#", "[reverse]x", "[bold", "[/bold/]", ":smile:", "[@mouse.down=app.quit]x[/]",
]  # fmt: skip
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\r"]

PAYLOADS = [
    *(f"{begin}{body}{end}" for begin, body, end in itertools.product(
        ("\x1b]", "\x9d"), _OPERATING_SYSTEM_COMMANDS, ("\x07", "\x1b\\"))),
    *(f"{begin}{body}" for begin, body in itertools.product(
        ("\x1b[", "\x9b"), _CONTROL_SEQUENCES)),
    *(f"{begin}{body}\x1b\\" for begin, body in itertools.product(
        ("\x1bP", "\x90", "\x1b_", "\x1b^", "\x1bX"), _DEVICE_STRINGS)),
    *(f"a{character}b" for character in (*_CONTROLS, *_BIDI, "\u2028", "\ufff9")),
    *(f"\x1b{final}" for final in "78=>cDEHMNOZ#8(0)0no|}~"),
    *_MARKUP,
]  # fmt: skip

# All that Textual itself writes: text, colours, cursor positions, and switching its modes.
_ALLOWED = re.compile(
    r"(?:"
    r"\x1b\[[0-9;]*m"  # colours and styles
    r"|\x1b\[[0-9]+;[0-9]+H"  # where the next text goes
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?(?:2026|2048)\$p"  # does the terminal know synchronised output, resize reports
    r"|\x1b\[[>]25u|\x1b\[<u"  # the keyboard's protocol
    r"|\x1b\]22;(?:default|pointer|text)\x07"  # the mouse pointer's shape
    r"|\r?\n"
    r"|[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
    r")*"
)


# A widget takes its time to come to the screen, so each shows several payloads.
TEXTS = ["  ".join(PAYLOADS[start : start + 6]) for start in range(0, len(PAYLOADS), 6)]


class Hostile(AppBase):
    """All payloads in each kind of widget."""

    CSS = """
    Screen { overflow: hidden; }
    Horizontal { height: 1; }
    Horizontal > * { width: 1fr; height: 1; }
    OptionList { height: auto; max-height: 1000; }
    """

    def compose(self) -> ComposeResult:
        for text in TEXTS:
            with Horizontal():
                yield Static(text, markup=False)
                yield Static(plain(text))
                yield Input(value=text, compact=True)
                yield TextArea(text, compact=True)
                yield Field(text)
                yield Field(placeholder=text)
                yield Button(Content(text), compact=True)
        yield OptionList(*(Option(text) for text in TEXTS), markup=False, compact=True)
        yield Static("drawn", markup=False)

    def on_mount(self) -> None:
        """End when everything is on the screen."""
        self.call_after_refresh(self.call_after_refresh, self.exit, 0)


class Unprotected(Hostile):
    """The same without the filter."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [each for each in super().get_line_filters() if not isinstance(each, SafeText)]


def _written(mode: str) -> str:
    """Return all that the app writes to a terminal large enough for all of it."""
    size = (1400, 3 * len(TEXTS))
    with Terminal(python(__name__, mode), size=size) as terminal:
        assert terminal.end(90) == 0
        return terminal.raw.decode()


def _forbidden(written: str) -> str:
    """Return where the first thing that Textual itself would not write begins, or nothing."""
    allowed = _ALLOWED.match(written)
    assert allowed is not None
    return written[allowed.end() :][:40]


@pytest.fixture(scope="module")
def safe() -> str:
    """What the app writes with the filter."""
    return _written("safe")


def test_there_are_hundreds_of_payloads() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_nothing_of_them_acts_on_the_terminal(safe: str) -> None:
    assert _forbidden(safe) == ""
    assert "drawn" in safe
    assert safe.count("\u241b") > 200, "escape is there to be seen"


def test_the_control_without_the_filter_lets_them_through() -> None:
    assert _forbidden(_written("stock")) != ""


def test_markup_is_shown_as_it_was_written(safe: str) -> None:
    assert [payload for payload in _MARKUP if payload not in safe] == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_line_never_grows_and_never_acts(one: str, other: str) -> None:
    line = [Segment(one), Segment(other, Style(link="file:///etc/passwd"))]
    safe = SafeText().apply(line, Color(0, 0, 0))
    assert Segment.get_line_length(safe) <= Segment.get_line_length(line)
    for segment in safe:
        assert visible(segment.text) == segment.text
        assert not set(segment.text) & {"\n", "\t"}
        assert segment.style is None or segment.style.link is None


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_text_passes_unchanged(text: str) -> None:
    assert SafeText().apply([Segment(text)], Color(0, 0, 0)) == [Segment(text)]
    assert plain(text).plain == text


@pytest.mark.parametrize("text", _MARKUP)
def test_plain_reads_no_markup(text: str) -> None:
    assert plain(text).spans == []
    assert plain(text).plain == text


if __name__ == "__main__":
    sys.exit((Hostile if sys.argv[1] == "safe" else Unprotected)().run())
