"""A try in two lines: "If …, I'll …" and "I expect … (7 of 10)"."""

import re
from typing import NamedTuple

from journal.practice.making import line


class Intention(NamedTuple):
    """When or where, and what the learner does then; either may be ""."""

    cue: str
    response: str


class Expectation(NamedTuple):
    """What is expected, and how sure of it the learner is: 0 to 10, or None."""

    prediction: str
    sure: int | None


_BEGINNING = r"(?ix)(?:if|when|whenever|once)\s+(?P<cue>\S.*?)"
_ILL = re.compile(r"(?i)(?:then\s+)?i(?:['’]ll| will)\s+(?=\S)")
_IF_ILL = re.compile(
    rf"{_BEGINNING}(?:\s*(?:,|;|→|->|…|\.\.\.))?\s+"
    r"(?:then\s+)?i(?:['’]ll|\ will)\s+(?P<response>\S.*)"
)
_IF = re.compile(
    rf"{_BEGINNING}(?:\s*(?:,|→|->|…|\.\.\.)\s*(?:then\s+)?|\s+then\s+)(?P<response>\S.*)"
)
_EXPECT = re.compile(r"(?i)i expect\s+(?:that\s+)?(?=\S)")
_SURE = re.compile(
    r"""(?ix)[\s,;:]*[(\[]?\s*(?:sure:?\s*)?(?<!\d)(?P<sure>10|[0-9])\s*(?:/|of|out\ of)\s*10\b
    (?:\s+sure)?\s*[)\]]?\s*[.!]?$"""
)


def intention(typed: str) -> Intention:
    """Return what a first line says; without an "if" all of it is what the learner does."""
    said = line(typed)
    if match := _IF_ILL.fullmatch(said) or _IF.fullmatch(said):
        return Intention(match["cue"], match["response"])
    return Intention("", what_then(said))


def what_then(typed: str) -> str:
    """Return what the learner does then, without the "I'll" that stands before it anyway."""
    said = line(typed)
    return _ILL.sub("", said, count=1) if _ILL.match(said) else said


def i_will(response: str) -> str:
    """Return what the learner does then as it is read: "I'll ask", or "I ask" where it says so."""
    return (
        response if response.startswith(("I ", "I'", "I’")) or not response else f"I'll {response}"
    )


def what_if(typed: str) -> str:
    """Return when or where, without the "if" that stands before it anyway."""
    said = line(typed)
    return said[3:].lstrip() if said[:3].casefold() == "if " else said


def expectation(typed: str) -> Expectation:
    """Return what a second line says: "fewer questions (7 of 10)".

    Nothing is refused: a number that is not from 0 to 10 stays among the words.
    """
    said = line(typed)
    sure = None
    if match := _SURE.search(said):
        sure = int(match["sure"])
        said = said[: match.start()]
    return Expectation(_EXPECT.sub("", said, count=1) if _EXPECT.match(said) else said, sure)
