"""What a learner types to find something, and where in a text it is.

`parse_search` reads words and filters, `parse_typing` those that are still being typed; `matcher`
judges a record, `hits` says what to highlight.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from journal.dates import Span, parse_range
from journal.errors import Usage
from journal.records.criteria import Criteria, matcher, merged
from journal.records.kinds import KINDS
from journal.records.phrases import beginning, needles
from journal.records.record import SIGNS, Record, Sign
from journal.visible import one_line

SCREEN_KINDS = {
    "lookback": ("close",),
    "look back": ("close",),
    "question": ("item",),
    "lesson": ("item",),
    "try": ("experiment", "plan"),
}
"""What the screens call a kind, and the record's nouns."""

_CURLY = str.maketrans("“”„", '"""')
_TYPED = r"""(?xi)
    (?P<prefix>-?(?:[a-z]+:)?)"(?P<quoted>[^"]*)(?:"|$)
    |(?P<bare>(?:from|to|on):(?:last|this|next)\s+\S+|kind:look\s+back|\S+)"""
_FILTER = re.compile(r"(-?)(tag|kind|from|to|on|sign|is):(.*)", re.DOTALL | re.IGNORECASE)


def parse_search(words: str | Sequence[str], today: date, order: str = "") -> Criteria:
    """Return what is looked for by `words`: one line as typed, or the arguments of a command.

    Known are: words, -word, "a phrase", tag:x, -tag:x, kind:close, from:2w, to:…, on:…, sign:stuck,
    is:starred and is:trash (what lies there instead of what does not). An argument with a space in
    it is a phrase, since the shell took its quotes; what has another word before a colon is plain.
    Several dates narrow one another. `today` is the logical day and `order` as in `journal.dates`.
    Raises Usage where a filter is not understood.
    """
    criteria = Criteria()
    for term in _of_line(words) if isinstance(words, str) else _of_arguments(words):
        criteria = _narrowed(criteria, term, today, order)
    return criteria


class Sought(NamedTuple):
    """What is looked for while it is being typed.

    criteria  all that is typed to its end
    begun     the word or phrase that the cursor is behind: its last word may go on; or ""
    """

    criteria: Criteria
    begun: str = ""

    def matcher(self) -> Callable[[Record], bool]:
        """Return the function that says whether a record is what is sought."""
        is_wanted = matcher(self.criteria)
        if not self.begun:
            return is_wanted
        begun = beginning(self.begun)
        return lambda record: begun.is_in(record.text) and is_wanted(record)

    def in_context(self) -> "Callable[[str], Line]":
        """Return the function that finds in a text the first line with a hit."""
        sought = [*needles(self.criteria.phrases), *([beginning(self.begun)] if self.begun else [])]

        def line_of(text: str) -> Line:
            first = [span for each in sought if (span := next(each.spans(text), None))]
            if not first:
                return Line(next((line for line in text.split("\n") if line.strip()), ""), [])
            at, end = min(first)
            start = text.rfind("\n", 0, at) + 1
            line = text[start:].partition("\n")[0]
            spans = [(at - start, min(end - start, len(line)))]  # a phrase may end on the next one
            return Line(line, merged([*spans, *(s for each in sought for s in each.spans(line))]))

        return line_of


class Line(NamedTuple):
    """One line of a text, and where in it the hits are: [start, end) in characters, in order."""

    text: str
    hits: list[tuple[int, int]]


def parse_typing(line: str, today: date, order: str = "") -> Sought:
    """Return what is looked for by a line that is being typed; see `parse_search`.

    A plain word at its end counts as the beginning of one until a space is behind it, and so does
    a phrase until its second quote. Raises Usage where a filter is not understood (yet).
    """
    typed = list(re.finditer(_TYPED, line.translate(_CURLY)))
    last = typed[-1] if typed else None
    if last is None or last.end() < len(line) or not _is_open(last):
        return Sought(parse_search(line, today, order))
    [term] = _of_line(last.group())
    begun = " ".join(term.value.split())
    return Sought(parse_search(line[: last.start()], today, order), "" if begun == "-" else begun)


def _is_open(typed: re.Match[str]) -> bool:
    """Say whether a plain word or phrase, not a negative one or a filter, may go on."""
    prefix, bare = typed.group("prefix", "bare")
    if bare is None:
        return not prefix and not typed.group().endswith('"')
    term = _term(bare)
    return not term.name and not term.negative


class _Term(NamedTuple):
    """One thing that was typed; a plain word or phrase has no `name`."""

    negative: bool
    name: str
    value: str


def _of_arguments(words: Iterable[str]) -> Iterator[_Term]:
    for word in words:
        if '"' in word:
            yield from _of_line(word)
        else:
            yield _term(word)


def _of_line(line: str) -> Iterator[_Term]:
    for typed in re.finditer(_TYPED, line.translate(_CURLY)):
        prefix, quoted, bare = typed.group("prefix", "quoted", "bare")
        if bare is not None:
            yield _term(bare)
        elif prefix in ("", "-"):
            yield _Term(prefix == "-", "", quoted)
        else:
            yield _term(prefix + quoted)


def _term(word: str) -> _Term:
    if match := _FILTER.fullmatch(word):
        return _Term(bool(match[1]), match[2].lower(), match[3])
    if word.startswith("-") and len(word) > 1:
        return _Term(negative=True, name="", value=word[1:])
    return _Term(negative=False, name="", value=word)


def _narrowed(criteria: Criteria, term: _Term, today: date, order: str) -> Criteria:
    name, value = term.name, " ".join(term.value.split())
    if not name:
        return _with_phrase(criteria, value, term.negative) if value else criteria
    if not value:
        raise Usage(f"“{name}:” needs a word after it.", "Put it right after the colon.")
    if name == "tag":
        return _with_tag(criteria, value.removeprefix("#"), term.negative)
    if term.negative:
        raise Usage(f"“-{name}:” is not known.", "A minus goes before a word, a phrase or tag:.")
    if name in ("from", "to", "on"):
        return _with_days(criteria, name, parse_range(value, today, order))
    return _MARKED[name](criteria, value)


def _with_phrase(criteria: Criteria, phrase: str, negative: bool) -> Criteria:  # noqa: FBT001
    if negative:
        return criteria._replace(not_phrases=(*criteria.not_phrases, phrase))
    return criteria._replace(phrases=(*criteria.phrases, phrase))


def _with_tag(criteria: Criteria, tag: str, negative: bool) -> Criteria:  # noqa: FBT001
    if negative:
        return criteria._replace(not_tags=(*criteria.not_tags, tag))
    return criteria._replace(tags=(*criteria.tags, tag))


def _with_days(criteria: Criteria, name: str, span: Span) -> Criteria:
    first, last = criteria.first, criteria.last
    if name != "to":
        first = max(first or span[0], span[0])
    if name != "from":
        last = min(last or span[1], span[1])
    return criteria._replace(first=first, last=last)


def _with_kind(criteria: Criteria, value: str) -> Criteria:
    wanted = SCREEN_KINDS.get(value.lower(), (value.lower(),))
    kinds = tuple(kind for kind in wanted if kind in KINDS)
    if kinds:
        return criteria._replace(kinds=(*criteria.kinds, *kinds))
    on_screen = {kind: word for word, nouns in reversed(SCREEN_KINDS.items()) for kind in nouns}
    there_is = ", ".join(on_screen.get(kind, kind) for kind in KINDS)
    raise Usage(f"There is no kind “{one_line(value)}”.", f"There is: {there_is}.")


def _with_sign(criteria: Criteria, value: str) -> Criteria:
    sign = SIGNS.get(value) or next((sign for sign in Sign if sign == value.lower()), None)
    if not sign:
        raise Usage(f"There is no sign “{one_line(value)}”.", f"There is: {', '.join(Sign)}.")
    if criteria.sign not in (None, sign):
        raise Usage("A note has only one sign, and two are asked for.", "Search for one of them.")
    return criteria._replace(sign=sign)


def _with_state(criteria: Criteria, value: str) -> Criteria:
    if value.lower() == "starred":
        return criteria._replace(starred=True)
    if value.lower() == "trash":
        return criteria._replace(trashed=True)
    raise Usage(f"“is:{one_line(value)}” is not known.", "There is: is:starred, is:trash.")


_MARKED = {"kind": _with_kind, "sign": _with_sign, "is": _with_state}
