"""Phrases in a text: whole words, whatever their case, in every spelling Unicode takes for one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Needle(NamedTuple):
    """A phrase to be found: the pattern, and a word without which no text can match."""

    pattern: re.Pattern[str]
    word: str

    def is_in(self, text: str) -> bool:
        """Say whether it occurs; most texts are passed over at a tenth of the pattern's cost."""
        if self.word not in text.lower() and (text.isascii() or not _has_odd_case(text)):
            return False
        return next(self.spans(text), None) is not None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where it occurs, from left to right."""
        at = 0
        while match := self.pattern.search(text, at):
            start, end = match.span()
            if _is_mark(text[start - 1 : start]) or _is_mark(text[end : end + 1]):
                at = start + 1
            else:
                yield start, end
                at = end


def needles(phrases: Iterable[str]) -> list[Needle]:
    """Return what finds each of `phrases`; blank ones find nothing and are left out."""
    return [_needle(phrase) for phrase in phrases if phrase.strip()]


def beginning(phrase: str) -> Needle:
    """Return what finds `phrase` where its last word may go on; for what is still being typed."""
    return _needle(phrase, open_end=True)


def _has_odd_case(text: str) -> bool:
    """Say whether a letter occurs that matches s, i, i or k whatever the case."""
    return "ſ" in text or "ı" in text or "İ" in text or "\u212a" in text


def _needle(phrase: str, *, open_end: bool = False) -> Needle:
    plain = (word.lower() for word in phrase.split() if word.isascii())
    return Needle(_pattern(phrase, "" if open_end else r"(?!\w)"), max(plain, key=len, default=""))


def _pattern(phrase: str, end: str) -> re.Pattern[str]:
    """Return what finds `phrase`, then `end`, in every spelling that Unicode takes for it."""
    as_typed = r"\s+".join(map(re.escape, phrase.split()))
    spelled = r"\s+".join(map(_spellings, unicodedata.normalize("NFC", phrase).split()))
    either = as_typed if as_typed == spelled else f"(?:{spelled}|{as_typed})"
    return re.compile(rf"(?<!\w){either}{end}", re.IGNORECASE)


def _spellings(word: str) -> str:
    """Return a pattern for `word` with each letter and its marks in one piece or in several."""
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return "".join(map(_spellings_of_letter, letters))


def _spellings_of_letter(letter: str) -> str:
    whole, apart = re.escape(letter), re.escape(unicodedata.normalize("NFD", letter))
    return whole if whole == apart else f"(?:{whole}|{apart})"


def _is_mark(character: str) -> bool:
    r"""Say whether `character` belongs to the letter before it, which \w does not know."""
    return (
        bool(character)
        and unicodedata.category(character) in ("Mn", "Mc")
        and not "\ufe00" <= character <= "\ufe0f"  # these choose how a symbol looks
    )
