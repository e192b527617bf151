"""Words by their stems, so that "ring", "ringing" and "rang" are one; a rough rule for English."""

import re
from collections.abc import Iterator

from journal.analysis.masking import HIDDEN

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|'(?!s\b))*")
_PAST_TEXT = """
ask asked; be was were been; begin began begun; break broke broken; bring brought; build built;
buy bought; catch caught; choose chose chosen; come came; cut cut; do did done; draw drew drawn;
drive drove driven; eat ate eaten; fall fell fallen; feel felt; find found; fly flew flown;
forget forgot forgotten; get got gotten; give gave given; go went gone; have had; hear heard;
hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; let let;
lose lost; make made; mean meant; meet met; pay paid; put put; read read; ring rang rung;
run ran; say said; see saw seen; sell sold; send sent; set set; show showed shown; shut shut;
sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; take took taken;
teach taught; tell told; think thought; throw threw thrown; understand understood;
win won; write wrote written
"""
_PAST = {
    past: first
    for first, *pasts in (line.split() for line in _PAST_TEXT.split(";"))
    for past in pasts
}
_ENDINGS = ("ing", "ed", "es", "s", "e")
_LEAST = 3
"""So many letters of a word stay at least."""


def words(folded: str) -> Iterator[str]:
    """Yield the words of a folded sentence, without the 's of a name."""
    return (found[0] for found in _WORD.finditer(folded.replace(HIDDEN, " ")))


def stem(word: str) -> str:
    """Return what the forms of a small word have in common: "stop" of "stopped", "tri" of "try"."""
    word = _PAST.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    if word.endswith("y") and len(word) > 2:
        word = f"{word[:-1]}i"
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] else word


def is_past(word: str) -> bool:
    """Tell whether a small word can be the past of what somebody does."""
    return word in _PAST or (word.endswith("ed") and len(word) > _LEAST + 1)
