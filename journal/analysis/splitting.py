"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

_BULLET = r"[ \t]*(?:[-*+•–]|\d{1,2}[.)])[ \t]+"
_PART = re.compile(  # begins with the few characters that it can begin with: those are found fast
    rf"[ \t\n](?:(?<=\n)(?:(?=[ \t]*\n|{_BULLET})|(?<=[.!?…:\n]\n))|(?<=[.!?…:][ \t])[ \t]*\n)"
)
_LEAD = re.compile(rf"(?:{_BULLET})?\s*")
_STOP = re.compile(r"""[.!?…\n](?:(?<!\n)[.!?…]*["'”’)\]*_]*(?=\s|\Z)|(?<=[^.!?…,;]\n)(?=[A-Z]))""")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|prof|no|nr|ca|approx|cf|fig|min|max"
    r"|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|re)\.\Z",
    re.IGNORECASE,
)
_NARROW = 60
"""A line shorter than this that is followed by a capital is a sentence of its own."""


def sentences(masked: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a masked text, without white space around it.

    An item of a list, and a short line before one that begins with a capital, is a sentence.
    """
    for start, end in _parts(masked):
        begin = start
        for stop in _STOP.finditer(masked, start, end):
            if _ends(masked, begin, stop):
                yield from _trimmed(masked, begin, stop.end())
                begin = stop.end()
        yield from _trimmed(masked, begin, end)


def _parts(masked: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for between in _PART.finditer(masked) if "\n" in masked else ():
        yield begin, between.start()
        begin = between.end()
    yield begin, len(masked)


def _ends(masked: str, begin: int, stop: re.Match[str]) -> bool:
    """Say whether a sentence that began at `begin` ends with what was found."""
    found = stop[0]
    if found == "\n":
        return stop.start() - max(begin, masked.rfind("\n", begin, stop.start())) < _NARROW
    after = masked[stop.end() : stop.end() + 3].lstrip()
    if found.startswith(("…", "..")):
        return not after[:1].islower()
    return not (found == "." and _SHORT.search(masked, max(begin, stop.start() - 7), stop.end()))


def _trimmed(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = _LEAD.match(masked, start, end)
    start = lead.end() if lead else start
    while end > start and masked[end - 1].isspace():
        end -= 1
    if start < end and (masked[start].isalpha() or any(map(str.isalpha, masked[start:end]))):
        yield start, end
