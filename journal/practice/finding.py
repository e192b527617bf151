"""What a learner types to find something, and where in a text it is.

`parse_search` reads words and filters, `matcher` judges a record, `hits` says what to highlight.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from journal.dates import Span, parse_range
from journal.errors import Usage
from journal.records.criteria import Criteria
from journal.records.record import SIGNS, Sign, type_of_kind
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
_TYPED = re.compile(
    r"""(?P<prefix>-?(?:[a-z]+:)?)"(?P<quoted>[^"]*)(?:"|$)
    |(?P<bare>(?:from|to|on):(?:last|this|next)\s+\S+|kind:look\s+back|\S+)""",
    re.VERBOSE | re.IGNORECASE,
)
_FILTER = re.compile(r"(-?)(tag|kind|from|to|on|sign|is):(.*)", re.DOTALL | re.IGNORECASE)


def parse_search(words: str | Sequence[str], today: date, order: str = "") -> Criteria:
    """Return what is looked for by `words`: one line as typed, or the arguments of a command.

    Known are: words, -word, "a phrase", tag:x, -tag:x, kind:close, from:2w, to:…, on:…, sign:stuck
    and is:starred. An argument with a space in it is a phrase, since the shell took its quotes;
    what has another word before a colon is plain. Several dates narrow one another. `today` is the
    logical day and `order` as in `journal.dates`. Raises Usage where a filter is not understood.
    """
    criteria = Criteria()
    for term in _of_line(words) if isinstance(words, str) else _of_arguments(words):
        criteria = _narrowed(criteria, term, today, order)
    return criteria


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
    for typed in _TYPED.finditer(line.translate(_CURLY)):
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
    kinds = tuple(kind for kind in wanted if kind in type_of_kind)
    if kinds:
        return criteria._replace(kinds=(*criteria.kinds, *kinds))
    on_screen = {kind: word for word, nouns in reversed(SCREEN_KINDS.items()) for kind in nouns}
    there_is = ", ".join(on_screen.get(kind, kind) for kind in type_of_kind)
    raise Usage(f"There is no kind “{one_line(value)}”.", f"There is: {there_is}.")


def _with_sign(criteria: Criteria, value: str) -> Criteria:
    sign = SIGNS.get(value) or next((sign for sign in Sign if sign == value.lower()), None)
    if not sign:
        raise Usage(f"There is no sign “{one_line(value)}”.", f"There is: {', '.join(Sign)}.")
    if criteria.sign not in (None, sign):
        raise Usage("A note has only one sign, and two are asked for.", "Search for one of them.")
    return criteria._replace(sign=sign)


def _with_star(criteria: Criteria, value: str) -> Criteria:
    if value.lower() != "starred":
        raise Usage(f"“is:{one_line(value)}” is not known.", "There is: is:starred.")
    return criteria._replace(starred=True)


_MARKED = {"kind": _with_kind, "sign": _with_sign, "is": _with_star}
