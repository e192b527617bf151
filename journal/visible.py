"""Characters that would act on a terminal, made into characters that can be seen.

Whatever a learner typed, pasted or imported is shown through `visible`, so that no text can move
the cursor, set the clipboard, reorder a line or answer in the learner's name.
"""

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ACTING = f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff{_BIDI}]"
_JSON_RISKY = f"[\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff{_BIDI}]"


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def visible(text: str) -> str:
    """Return `text` with control, bidi and lone surrogate characters shown as symbols.

    Line feeds and tabs stay; a carriage return before a line feed goes.
    """
    if text.isprintable():  # nothing that acts is; so `journal add` need not compile the pattern
        return text
    return re.sub(_ACTING, _symbol, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return `text` on a single line, safe to show: white space folded, the rest as `visible`."""
    return visible(" ".join(text.split()))


def capitalised(words: str) -> str:
    """Return `words` with a capital in front, and otherwise as they are."""
    return words[:1].upper() + words[1:]


def storable(text: str) -> str:
    """Return `text` as it can be kept: lone surrogates, which UTF-8 cannot hold, as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def json_safe(text: str) -> str:
    r"""Return JSON `text` in which characters that act on a terminal stand as \uXXXX.

    It means the same to every JSON reader: such characters occur only inside strings.
    """
    return re.sub(_JSON_RISKY, lambda match: f"\\u{ord(match.group()):04x}", text)
