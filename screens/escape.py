"""Esc, made safe: `esc` followed at once by another key arrives as these two keys.

A terminal sends escape as the byte that also begins every special key. Textual therefore waits
100 ms after it, and takes whatever comes meanwhile for "alt and that key": the escape is lost
and the letter is typed into the field that was to be left. Some multiplexers hold escape back so
long that this happens always. The journal has no alt keys, so the pair is given back as a pair.
"""

from typing import NamedTuple, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys

from screens.keys import key_name

BEGIN_OTHER_KEYS = frozenset("[]OPX^_bf")
"""What may not follow: these begin longer sequences, or are ctrl with an arrow on a Mac."""


class _Pressed(NamedTuple):
    """A key in the form in which Textual's table holds keys: something with a value."""

    value: str


def mend_escape() -> None:
    r"""Enter each `\x1b` + printable ASCII character in Textual's table as escape and that key.

    It changes the table of this process, may be called again, and is meant for the app's start.
    """
    table = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for code in range(0x20, 0x7F):
        character = chr(code)
        if character not in BEGIN_OTHER_KEYS:
            table[f"\x1b{character}"] = (Keys.Escape, _Pressed(key_name(character)))
