"""What the end of a look back says: a sentence of the learner's own, and what they will try.

It quotes, word for word, and never praises.
"""

import re
from collections.abc import Iterable, Sequence

from journal.records.close import Answer, Close
from journal.visible import one_line

YOU_WROTE = "You wrote:"
WILL_TRY = {"daily/if": "You will try:", "daily/expect": "You expect:"}
"""The answers of the try, each with what stands before it."""

LONGEST = 140
"""So many characters of a sentence are quoted."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[\"')”’]?\s+")
_QUOTED_FIRST = ("daily/difference", "daily/happened")
_SEARCHED = 10_000


def ending(close: Close) -> list[tuple[str, str]]:
    """Return the lines of the end, each as what stands before it and the learner's words.

    On a heavy day there are none.
    """
    if close.form == "heavy":
        return []
    sentence = quoted(close.answers)
    said = [(YOU_WROTE, f'"{sentence}"')] if sentence else []
    return [*said, *will_try(close.answers)]


def quoted(answers: Sequence[Answer]) -> str:
    """Return one sentence of the learner's: the last one of what they made of the event.

    Where they wrote nothing about it, of the last answer that is no try; "" if there is none.
    """
    texts = {a.prompt: a.text for a in answers if a.prompt not in WILL_TRY}
    first = [texts[prompt] for prompt in _QUOTED_FIRST if prompt in texts]
    for text in [*first, *reversed(texts.values())]:
        sentence = _SENTENCE_ENDS.split(one_line(text[-_SEARCHED:]))[-1]
        return sentence if len(sentence) <= LONGEST else _cut(sentence)
    return ""


def will_try(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Return what the learner will try and expects, each with what stands before it."""
    said = {answer.prompt: one_line(answer.text) for answer in answers}
    return [(words, said[prompt]) for prompt, words in WILL_TRY.items() if prompt in said]


def _cut(sentence: str) -> str:
    return f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"
