"""The small language in which cues are written, and its translation to regular expressions.

    not (a|an) ..2 person     words; "|" between alternatives in brackets; up to two words between
    though ... better         any words of the same sentence between
    <very>? hopeless          a class of words from the table; "?" for what may be missing
    improv* *ing              a word that begins so, or ends so
    ^ hid    / hid            at the beginning of the sentence, or of a clause
    pass $                    at the end of the sentence
    now , <i>                 a comma; ":" a colon, ";" any break, "%" a question mark at the end

A pattern is read over folded text (`journal.analysis.masking.fold`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

_TOKEN = re.compile(r"\.\.([\d.])|<([a-z_0-9]+)>|([()|?^$/,;:%])|(\*[a-z]+|[\w'¤]+\*?)")
_END = r"(?![\w']) *"
_ANY = r"[^ ,.;:!?()–—]"
_MARKS = {
    "^": r"\A(?:(?:and|so|but|well|then|also|ok|okay|right|yes|oh|just|today|still|again)\b[ ,]*)*",
    "/": r"(?:\A|[,;:.!?–—(] *|(?<![\w'])(?:and|but|so|then|because|since|or|yet|though)\b *)",
    "$": r"[ .!…)]*\Z",
    ",": r", *",
    ";": r"[;:.,–—!] *",
    ":": r": *",
    "%": r"[^?]*\?[\"')\]!?. ]*\Z",
}
_COMMON_TEXT = """
the to i and a of it in my was that for on is with not so but have be me this at as had we they
all what when if no can do one more about because now up out he she you or from an been i'm just
how get got like will than by know who them then time day work today always never after before
before again too back still make made go going last first are were am his her their our us there
only by need think did don't even it's im into can't very over much want good well way
"""
_COMMON = _COMMON_TEXT.split()
_COST = {word: 40 / (rank + 1) for rank, word in enumerate(_COMMON)}
_RARE = 0.1


class Part(NamedTuple):
    """A part of a pattern as a regular expression.

    word    the word that it is, "" where it is more or less than one
    needs   sets of words, the rarest first; of each at least one is in every text that fits. A word
            with a "*" behind it stands for all that begin so
    """

    regex: str
    needs: tuple[frozenset[str], ...] = ()
    word: str = ""


class Unfit(ValueError):
    """A pattern that cannot be read; the message says why."""


def translate(pattern: str, classes: Mapping[str, Part]) -> Part:
    """Return `pattern` as a regular expression and its rarest words; raises Unfit."""
    tokens = _tokens(pattern)
    part, rest = _sequence(tokens, classes)
    if rest:
        raise Unfit(f'"{pattern}" has a bracket or a bar too many')
    begun = part.regex if pattern[0] in _MARKS else rf"(?<![\w']){part.regex}"
    return Part(begun, tuple(sorted(set(part.needs), key=_cost)))


def either(parts: Sequence[Part]) -> Part:
    """Return what fits where one of `parts` does."""
    regex = "|".join(_branches(parts))
    if not all(part.needs for part in parts):
        return Part(rf"(?:{regex})")
    if len(parts) == 1:
        return Part(rf"(?:{regex})", parts[0].needs)
    rarest = (min(part.needs, key=_cost) for part in parts)
    return Part(rf"(?:{regex})", (frozenset().union(*rarest),))


def _branches(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the regular expressions of alternatives in their order.

    Of single words next to each other only one can fit, so they are looked up by first letters:
    hardly any of two hundred verbs is ever compared.
    """
    for is_word, same in groupby(parts, key=lambda part: bool(part.word)):
        if is_word:
            yield f"{_one_of([part.word for part in same])}{_END}"
        else:
            yield from (part.regex for part in same)


def _one_of(words: Iterable[str]) -> str:
    """Return a regular expression for one of `words`, branching with each letter."""
    by_first: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        by_first.setdefault(word[:1], []).append(word[1:])
    branches = [
        re.escape(first) + (_one_of(rests) if any(rests) else "")
        for first, rests in by_first.items()
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _tokens(pattern: str) -> list[tuple[str, str]]:
    if wrong := re.search(r"\w[?(]", pattern):
        raise Unfit(f'"{pattern}" has “{wrong[0]}”; brackets go around what may be missing')
    tokens, at = [], 0
    for found in _TOKEN.finditer(pattern):
        if pattern[at : found.start()].strip():
            break
        at = found.end()
        kind = ("gap", "class", "mark", "word")[(found.lastindex or 1) - 1]
        tokens.append((kind, found[found.lastindex or 0]))
    if pattern[at:].strip() or not tokens:
        raise Unfit(f'"{pattern}" cannot be read from “{pattern[at:].strip()[:20]}” on')
    return tokens


def _sequence(
    tokens: list[tuple[str, str]], classes: Mapping[str, Part]
) -> tuple[Part, list[tuple[str, str]]]:
    """Translate up to the end, a bar or a closing bracket; return that and what is left."""
    parts: list[Part] = []
    while tokens and tokens[0] not in (("mark", "|"), ("mark", ")")):
        part, tokens = _item(tokens, classes)
        if tokens[:1] == [("mark", "?")]:
            part, tokens = Part(f"(?:{part.regex})?"), tokens[1:]
        parts.append(part)
    if len(parts) == 1:
        return parts[0], tokens
    needs = tuple(words for part in parts for words in part.needs)
    return Part("".join(part.regex for part in parts), needs), tokens


def _item(
    tokens: list[tuple[str, str]], classes: Mapping[str, Part]
) -> tuple[Part, list[tuple[str, str]]]:
    (kind, value), rest = tokens[0], tokens[1:]
    if kind == "gap" and value == ".":
        return Part(r"(?:[^.!?]*?(?<![\w']))"), rest
    if kind == "gap":
        return Part(rf"(?:{_ANY}+(?!{_ANY}) *){{0,{value}}}?"), rest
    if kind == "class":
        if value not in classes:
            raise Unfit(f"there is no class <{value}>")
        return classes[value], rest
    if kind == "word":
        return _word(value), rest
    if value == "(":
        return _brackets(rest, classes)
    return Part(_MARKS[value], (frozenset("?"),) if value == "%" else ()), rest


def _word(value: str) -> Part:
    if value.startswith("*"):
        return Part(rf"\w{{2,}}{value[1:]}{_END}")
    needs = (frozenset({value}),)
    if value.endswith("*"):
        return Part(rf"{re.escape(value[:-1])}\w*{_END}", needs)
    return Part(f"{re.escape(value)}{_END}", needs, "" if "¤" in value else value)


def _brackets(
    tokens: list[tuple[str, str]], classes: Mapping[str, Part]
) -> tuple[Part, list[tuple[str, str]]]:
    parts, closing = [], "|"
    while closing == "|":
        part, tokens = _sequence(tokens, classes)
        parts.append(part)
        if not tokens:
            raise Unfit("a bracket is not closed")
        closing, tokens = tokens[0][1], tokens[1:]
    return either(parts), tokens


def _cost(words: frozenset[str]) -> float:
    return sum(_COST.get(word, _RARE * (3 if word.endswith("*") else 1)) for word in words)
