"""Texts folded for a fast first look: what a phrase could match, no spelling missed.

A text is folded once and then searched with `str.find`, which costs a thousandth of a pattern.
What folds the same is only a candidate; `journal.records.phrases` decides.
"""

import re
import unicodedata

_NO_WORD = re.compile(r"[^\w ]")
_MAYBE_MARK = re.compile("[^\0-\u02ff]")
_ASCII = "".join(c if c.isalnum() or c == "_" else " " for c in map(chr, range(128)))


def folded(text: str) -> str:
    """Return the words of `text`, without case and marks, with one space around each.

    A part of a text that begins and ends where words do folds to a part of the folded text, and
    characters that a pattern takes for one another, whatever their case, fold alike.
    """
    plain = text.lower() if text.isascii() else _without_marks(text)
    words = plain.translate(_ASCII) if plain.isascii() else _NO_WORD.sub(" ", plain)
    return f" {' '.join(words.split())} "


def needle(phrase: str, *, begun: bool = False) -> str:
    """Return what every folded text contains in which `phrase` occurs.

    begun  the phrase may go on where it ends, so its last word may be the beginning of one
    """
    return folded(phrase)[:-1] if begun else folded(phrase)


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("ı", "i"))
    for character in set(_MAYBE_MARK.findall(plain)):
        if unicodedata.combining(character):
            plain = plain.replace(character, "")
    return plain
