"""What of a text is not the writer's own running words: code, headings, quotations, addresses.

A masked text is as long as the text, so that every offset into the one is one into the other.
"""

import re

HIDDEN = "¤"
"""Stands for each character of something that is a word of the sentence, but not to be read."""

_BLOCKS = re.compile(
    r"""
    \A---\n.*?\n---[ ]*(?:\n|\Z)            # front matter
    | ^[ ]{0,3}(```|~~~).*?(?:^[ ]{0,3}\1[^\n]*$|\Z)
    | <!--.*?(?:-->|\Z)
    | ^[ ]{0,3}\#{1,6}[ \t][^\n]*$          # headings
    | ^[^\n]+\n(?:={3,}|-{3,})[ ]*$
    | ^[ ]{0,3}\*\*[^*\n]{1,60}\*\*:?[ ]*$
    | ^[ ]{0,3}(?:[\w'’]+[ ]){0,3}[\w'’]+:[ ]*$
    | ^[ ]{0,3}>[^\n]*$                     # quotations by the line
    | ^[ ]*\|[^\n]*\|[ ]*$                  # tables
    | (?:(?<=\n\n)|\A)(?:(?:[ ]{4}|\t)(?![-*+•\d])[^\n]*(?:\n|\Z))+   # indented code
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_INLINE = re.compile(
    r"""
    (`+)(?!`).+?\1
    | !\[[^\]\n]*\]\([^)\n]*\)
    | (?<=\])\([^)\s]*\)                    # where a link leads
    | (?:https?://|www\.)[^\s<>)]+
    | <[^<>\s][^<>\n]*>
    | "[^"\n]*"
    | “[^”\n]*”
    | «[^»\n]*»
    | (?<![\w’'])[‘'](?=\w)[^‘’'\n]*(?:[’'](?=\w)[^‘’'\n]*)*[’'](?!\w)
    """,
    re.VERBOSE,
)
_BOXES = {"[ ]": "tbd", "[x]": "did", "[X]": "did"}
_BOX = re.compile(r"(?<=[-*+] )\[[ xX]\](?= )")
_MARKS = re.compile(r"[`#>|<“«\"\[:\t]")
_OPENS = re.compile(r"[‘'](?<!\w.)")
_LONGER_MARKS = ("---", "===", "**", "    ", "www.")


def mask(text: str) -> str:
    """Return `text` with blocks that hold no sentences emptied and quoted words hidden.

    The boxes of a list of tasks become the words "tbd" and "did".
    """
    if not _is_marked(text):
        return text
    masked = _BLOCKS.sub(_emptied, text)
    masked = _BOX.sub(lambda found: _BOXES[found[0]], masked)
    return _INLINE.sub(lambda found: HIDDEN * len(found[0]), masked)


def _is_marked(text: str) -> bool:
    """Say whether a text has anything that could be masked; most have nothing."""
    return bool(
        _MARKS.search(text) or _OPENS.search(text) or any(mark in text for mark in _LONGER_MARKS)
    )


def _emptied(found: re.Match[str]) -> str:
    return f"\n{' ' * len(found[0])}"[: len(found[0]) - 1] + "\n"


_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'"} | dict.fromkeys("-‐‑*_\n\t\r\xa0/", " ")
)
_DASH = re.compile(r"(?<= )(?:-|--)(?= )")


def fold(text: str) -> str:
    """Return `text` as patterns read it: small letters, plain apostrophes, hyphens as spaces.

    It has as many characters as `text`; a dash that stands alone stays one.
    """
    if " -" in text:
        text = _DASH.sub(lambda found: "–" * len(found[0]), text)
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := one.lower()) == 1 else one for one in text)
    return small.translate(_FOLDED)
