"""Lines in, lines out: the one stream of a conversation."""

import re
from collections.abc import Collection
from typing import NamedTuple

from journal.cli.shell import Shell
from journal.cli.talk.ends import Ends
from journal.visible import visible

_DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff]")
_ASCII = {"\u2500": "-", "\u2501": "-", "\u2550": "-", "\u2502": "|", "\u2503": "|", "\u2551": "|"}
_BRAILLE, _FIRST_BLOCK = 0x2800, 0x2580

PROMPT = "> "
"""Stands before the cursor on a terminal; a script that reads our lines never meets it."""

BACK, QUIT, HELP = ("back",), ("q", "quit"), ("h", "?", "help")
"""Commands that every question understands."""


class Leaving(Exception):
    """Nothing more will be typed, or the learner leaves."""


class Back(Exception):
    """The learner takes a question back; nothing is changed."""


class Typed(NamedTuple):
    """A line that was typed.

    command  the name of a command, "" for one that is not known, None where the line is text
    text     the text, or what stands behind the command
    """

    command: str | None
    text: str


def spoken(text: str) -> str:
    """Return `text` without what acts on a terminal, and without lines, boxes and patterns of dots.

    Frames become - | +, blocks #, and a Braille cell the numbers of its dots, as in [125].
    """
    return _DRAWN.sub(_in_ascii, visible(text))


def _in_ascii(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code >= _BRAILLE:
        dots = [str(dot + 1) for dot in range(8) if (code - _BRAILLE) >> dot & 1]
        return f"[{''.join(dots)}]" if dots else " "
    return "#" if code >= _FIRST_BLOCK else _ASCII.get(match.group(), "+")


def parse(line: str, names: Collection[str]) -> Typed:
    """Return what a typed line means where the commands `names` are known.

    A line that starts with a colon is a command; two colons are text that begins with one.
    """
    if not line.startswith(":"):
        return Typed(None, line)
    if line.startswith("::"):
        return Typed(None, line[1:])
    body = line[1:].strip()
    for name in sorted(names, key=len, reverse=True):
        rest = body[len(name) :]
        if body[: len(name)].lower() == name.lower() and _is_apart(name, rest):
            return Typed(name, rest.strip())
    return Typed("", body)


def _is_apart(name: str, rest: str) -> bool:
    """Tell whether a command ends where `rest` begins: `:e 3`, `:e3` and `:/pump` are fine."""
    if not rest or rest[0].isspace():
        return True
    return len(name) == 1 and (not name.isalnum() or (name.isalpha() and _is_number(rest)))


def _is_number(rest: str) -> bool:
    """Tell whether the first word is a number, as the `1` of `:t1 ward`."""
    return rest.split()[0].isdecimal()


class Voice(Shell):
    """A shell whose results and talk are one stream of lines that can be read aloud.

    ends  what may end it while a line is waited for
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.stdin, shell.stdout, shell.stdout)
        self.color = "never"
        self.is_sample = shell.is_sample
        self.settings, self.places = shell.settings, shell.places
        self.clock, self.journal = shell.clock, shell.journal
        self.ends = Ends()
        self._unheard: str | None = None

    def safe(self, text: str) -> str:
        """Return `text` as it may be read aloud."""
        return spoken(text)

    def tell(self, prose: str) -> None:
        """Say a sentence in one line, however long: nothing is cut for a width."""
        self.say(prose)

    def hear(self) -> str:
        """Return the next line that is typed. Raises Leaving at the end of input."""
        line, self._unheard = self._unheard, None
        return self._read() if line is None else line

    def _read(self) -> str:
        if self.on_terminal:
            self.stdout.write(PROMPT)
        self.stdout.flush()
        with self.ends.taking_effect():
            try:
                line = self.stdin.readline()
            except OSError:  # the terminal is gone
                line = ""
        if line:
            return line.rstrip("\r\n")
        if self.on_terminal:
            self.say("")
        raise Leaving

    def answer(self, question: str, *also: str, yields: bool = False) -> Typed:
        """Ask; return the text that was typed, or one of the commands `also`.

        yields  whether another command leaves the question, and is heard once more as the next line

        Raises Back where the question is taken back, and Leaving.
        """
        while True:
            self.say(question)
            line = self.hear()
            typed = parse(line, {*also, *BACK, *QUIT, *HELP})
            if typed.command is None or typed.command in also:
                return typed
            if typed.command in QUIT:
                raise Leaving
            if typed.command in BACK:
                raise Back
            if yields and typed.command not in HELP:
                self._unheard = line
                raise Back
            self.say("First this question; :back leaves it, :q leaves the journal.")

    def confirmed(self, question: str) -> bool:
        """Ask, and return whether the answer is yes.

        What is neither yes nor no takes the question back (Back), and is heard once more as what
        it may be: a note.
        """
        text = self.answer(question).text
        said = text.strip().lower()
        if said in ("yes", "y", "no", "n"):
            return said in ("yes", "y")
        self.say("That is neither yes nor no, so nothing was done.")
        self.hear_again(text)
        raise Back

    def hear_again(self, text: str) -> None:
        """Let a text that answered nothing be heard as the next line, if it has any words."""
        if text.strip():
            self._unheard = f":{text}" if text.startswith(":") else text
