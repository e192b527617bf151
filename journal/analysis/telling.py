"""Whether a sentence tells of something that was, was done or is so with the writer."""

import re

_PAST = re.compile(
    r"""(?<![\w'])(?:(?!need|speed|feed|seed|bleed|weed|deed|indeed|bed|red|shed|fed\b|led\b)[a-z]{2,}ed
    |was|were|wasn't|weren't|had|hadn't|did|didn't|went|got|came|saw|said|told|took|made|gave|felt
    |found|knew|thought|left|kept|began|begun|ran|sat|stood|lost|broke|brought|bought|built|caught
    |chose|cut|did|drew|drove|fell|forgot|gone|done|been|grew|heard|held|hid|hit|laid|lay|learnt
    |let|lit|meant|met|overcooked|paid|put|rang|read|rode|sang|sank|sent|set|shook|shot|shut|slept
    |slid|sold|spent|spoke|stole|stuck|struck|swore|taught|threw|tore|understood|woke|won|wore
    |wrote|written|became|beat|bent|bit|blew|burnt|couldn't|ate|drank|flew|froze|mistook|misread
    |led|fed|lent|i've|we've|i'd|wrkd|spat|stank|swept|swam|wound|wept|dealt|dug|hung|knelt|split
    |mended|sting|stung|turned|proved)(?![\w'])""",
    re.VERBOSE,
)
_OWN = re.compile(
    r"(?<![\w'])(?:i|i'm|im|me|my|myself|mine|we|our)(?![\w'])(?! (?:\w+ )?"
    r"(?:will|would|want|need|must|should|have to|going to|start|do)\b)"
)
_WISH = re.compile(
    r"(?<![\w'])(?:i'll|i'd (?:like|love|rather|never)|i would|i want|we'll|if i were|i start"
    r"|i can't|i'll never|if you)(?![\w'])"
)
_PASSIVE = re.compile(r"(?<![\w'])(?:is|are|be|isn't|aren't|is not|are not|to be) (?:\w+ )?\w+ed\b")
_STATED = re.compile(
    r"(?<![\w'])(?:is|are|isn't|aren't|it's|that's|there's|has|have|can|can't|cannot|will|won't|would"
    r"|must|should|you|you'd|you're|you'll|your|needs?|wants?|never|always|goes?|gets?|does|doesn't"
    r"|don't|what|how|who|to|\w{3,}s|nobody|every|anyone)(?![\w'])"
)
_FRAGMENT = 8


def tells(folded: str) -> tuple[int, int] | None:
    """Return where a folded sentence tells of an own experience; None where it does not."""
    if _WISH.search(folded):
        return None
    passive = _PASSIVE.search(folded)
    if past := _PAST.search(folded, passive.end() if passive else 0):
        return past.span()
    if own := _OWN.search(folded):
        return own.span()
    words = folded.split()
    if len(words) <= _FRAGMENT and not _STATED.search(folded):
        return 0, len(folded)
    return None
