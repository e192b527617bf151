"""Text as it reads: what is invisible gone, and every character's place in the original known."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_BROKEN_WORD = re.compile(r"(?<=\w)[-\u00ad\u2010][^\S\n]*\n\s*+(?=\w)")

_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u03bf\u03b1\u03b9\u03ba\u03bd\u03c1\u03c4\u0131",
    "aeopcyxijsdhoaikvpti",
)
"""Cyrillic and Greek letters that look like Latin ones: both are read as the latter."""


class Plainly(NamedTuple):
    """A text as it reads.

    text  without invisible characters, marks on letters and words broken by a hyphen at the end of
          a line; compatible characters as plain ones; white space as single spaces
    at    for each of its characters, where it stands in the original
    """

    text: str
    at: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain text, which is not empty, stands in the original."""
        return self.at[start], self.at[end - 1] + 1


def plainly(text: str) -> Plainly:
    """Return `text` as it reads."""
    characters: list[str] = []
    at: list[int] = []
    for index, plain in _plain(text):
        if plain.isspace() and characters and characters[-1] == " ":
            continue
        characters.append(" " if plain.isspace() else plain)
        at.append(index)
    return Plainly("".join(characters), at)


def folded(read: Plainly) -> Plainly:
    """Return what `plainly` made of a text, whatever the case; letters that look alike as one."""
    if read.text.isascii():
        return Plainly(read.text.lower(), read.at)
    pairs = [
        (each, index)
        for character, index in zip(read.text, read.at, strict=True)
        for each in character.casefold().translate(_LOOKALIKES)
    ]
    return Plainly("".join(each for each, _ in pairs), [index for _, index in pairs])


def _plain(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that is seen, decomposed, and where it comes from."""
    broken = {i for match in _BROKEN_WORD.finditer(text) for i in range(*match.span())}
    for index, character in enumerate(text):
        if index in broken:
            continue
        if character.isascii():
            yield index, character
            continue
        for each in unicodedata.normalize("NFKD", character):
            if unicodedata.category(each) not in ("Cf", "Mn", "Me"):
                yield index, each
