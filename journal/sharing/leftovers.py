"""What is still written like a name once names are hidden: questions, never answers."""

import re
from collections.abc import Iterator, Sequence

from journal.records.coach import Hidden
from journal.sharing.project import Page, texts
from journal.sharing.shipped import words

_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_BEFORE_SENTENCE = frozenset('.!?…:"“„«(•*-')
"""Behind these, or a line's end, a sentence begins, and with it a capital letter."""


def leftovers(page: Page, glossary: Sequence[Hidden] = ()) -> list[str]:
    """Return what is still written like a name on `page`, each once: questions for the learner.

    page      with names hidden
    glossary  what stands in the place of names is not asked about
    """
    shown = "|".join(re.escape(hidden.shown) for hidden in glossary if hidden.shown)
    replaced = re.compile(rf"\[[^\[\]]*\]{'|' if shown else ''}{shown}")
    names = (name for text in texts(page) for name in _like_names(replaced.sub("…,", text)))
    return list(dict.fromkeys(names))


def _like_names(text: str) -> Iterator[str]:
    """Yield capitalised words; several in a row are one name."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if run and text[run[-1].end() : match.start()] != " ":
            yield from _joined(run)
            run = []
        if _is_like_name(match, text):
            run.append(match)
        elif run:
            yield from _joined(run)
            run = []
    yield from _joined(run)


def _joined(run: list[re.Match[str]]) -> Iterator[str]:
    if run:
        yield re.sub(r"['’]s$", "", " ".join(match.group() for match in run))


def _is_like_name(match: re.Match[str], text: str) -> bool:
    word = match.group()
    if not any(character.isupper() for character in word):
        return False
    plain = re.sub(r"['’](s|m|d|ll|ve|re)$", "", word)
    if plain in words("ordinary", "always") or word in words("ordinary", "always"):
        return False
    return not (word in words("ordinary", "beginning") and _begins_sentence(text, match.start()))


def _begins_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence begins at a place: behind its sign, however much space is between."""
    before = at
    while before and text[before - 1].isspace():
        before -= 1
    is_first = not before or text[before - 1] in _BEFORE_SENTENCE
    return is_first or "\n" in text[before:at]
