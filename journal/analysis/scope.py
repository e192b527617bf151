"""Whose words are they, and do they hold? Rules on the surroundings of a cue in its sentence.

All text here is folded, but for `Surroundings.names`, which needs capitals.
"""

import re
from functools import cached_property

_CLAUSE = re.compile(
    r"[;:.!?–—()]|,(?! *(?:well|yes|no|too|then|again)\b)"
    r"|\b(?:and|but|because|although|though|while|whereas|when|until|which|who|that|so|if)\b"
)
_FIRST = re.compile(
    r"(?<![\w'])(?:i|i'm|i've|i'd|i'll|im|me|my|mine|myself|we|we're|we've|us|our)\b"
)
_PEOPLE = (
    r"(?:trainers?|teachers?|boss|bosses|managers?|tutors?|mentors?|coach|lads?|sisters?|brothers?"
    r"|mum|mom|dad|father|mother|mothers|daughter|son|colleagues?|apprentices?|students?|pupils?"
    r"|kids|children|learners?|clients?|customers?|patients?|interns?|friends?|neighbours?"
    r"|foreman|chef|director|examiner|inspector|grandad|grandmother|granny|wife|husband|partner"
    r"|team|others|men|women|girls?|boys?|guys?|parents?|supervisor|lecturer|professor|nurse"
    r"|consultant|instructor|trainees?|people|folk)"
)
_OTHERS = re.compile(
    rf"(?<![\w'])(?:he|she|they|his|her|their|he's|she's|they're|he'd|she'd|they'd|they've|everyone|everybody"
    rf"|somebody|someone|nobody|people|it's|you|you're|your|you've"
    rf"|(?:my|our|the|his|her|their|a|an|some|two|these|those) (?:\w+ )?{_PEOPLE}|{_PEOPLE})"
    rf"(?![\w'])"
)
_SAY = (
    r"(?:said|says|say|saying|tells?|told|thinks?|thought|reckons?|reckoned|believes?|believed"
    r"|claims?|claimed|calls|called|insists?|insisted|swears?|swore|promised|promises|writes"
    r"|wrote|asks|asked|keeps|kept|explained|explains|admitted|admits|warned|wants?|wanted|used"
    r"|pretended|worries|worried|felt|feels|laughed)"
)
_OWN_PART = re.compile(
    r"(?:\b(?:but|and|so|until|today|yet|now)\b|[;,–—]) *(?:\w+ ){0,3}?(?:i|i'm|i've|my|we)\b"
)
_SAID_BEHIND = re.compile(
    rf", *(?:(?:he|she|they|the \w+|my \w+|our \w+|\w+) {_SAY}|{_SAY} (?:the|my|our|\w+))\b[^,]*\Z"
)
_SAID_BY_ME = re.compile(r", *i \w+")
_NOT = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|without|neither|nor|stopped|nothing|nobody|no|isn't|less"
    r"|wasn't|cannot)|n't)(?: [^ ,.;:!?]+){0,2} *\Z"
)
_NOT_AT_ALL = re.compile(
    r"(?:not only|not just|can't wait|couldn't wait|why not|no doubt|no wonder)\b"
)
_SUPPOSING = ("if", "as though", "imagine", "suppose")
_SUPPOSED = re.compile(
    r"\b(?:if(?! (?:\w+ )?(?:i )?(?:ask|have))|as though|imagine|suppose)\b[^,;.]*\Z"
)
_SAYING = re.compile(rf" *(?:\w+ )?{_SAY}\b")
_SAID = re.compile(rf" {_SAY}\Z")
_LONGEST_SAID = 12
"""No word of saying, with the space before it, has so many letters."""

_THING = re.compile(r"(?<![\w'])(?:it|it's|this|that|that's|the|its|these|those|there)(?![\w'])")
_NAME = re.compile(
    r"(?=[A-Z])(?:\A|(?<=[,;:] )|(?<=\band )|(?<=\bbut )|(?<=\bthat )|(?<=\bso ))"
    r"(?!I\b|It\b|This\b|That\b|There\b|Today\b|What\b|Which\b|My\b|We\b|Something\b|Nothing\b|Who\b)"
    r"[A-Z][a-z]+ (?:\w+ly )?(?:is|was|has|had|will|wants?|thinks?|says?|said|told|gave|came|beat"
    r"|got|went|took|made|knows?|feels?|felt|can't|won't|isn't|reckons|pretended|asked|showed"
    r"|learned|learnt|improved|finally)\b"
)


class Surroundings:
    """A sentence around what was found in it; `plain` as it was written, `folded` as it is read."""

    def __init__(self, plain: str, folded: str) -> None:
        self.plain = plain
        self.folded = folded

    def holds(self, start: int, end: int, keeps: frozenset[str]) -> bool:
        """Say whether words found from `start` to `end` hold; `keeps` names rules left out."""
        return (
            ("negated" in keeps or not self._negated(start))
            and ("supposed" in keeps or not self._supposed(start))
            and ("reported" in keeps or not self._reported(start, end))
            and ("others" in keeps or self._own(start, end))
        )

    @cached_property
    def _others(self) -> list[tuple[int, int]]:
        """Where other people are the ones who do something."""
        named = [found.span() for found in _NAME.finditer(self.plain)]
        return sorted([*named, *(found.span() for found in _OTHERS.finditer(self.folded))])

    @cached_property
    def _firsts(self) -> list[int]:
        return [found.end() for found in _FIRST.finditer(self.folded)]

    @cached_property
    def _clauses(self) -> list[int]:
        return [0, *(found.end() for found in _CLAUSE.finditer(self.folded))]

    def _clause(self, at: int) -> int:
        """Return where the clause begins in which `at` is."""
        return max(begin for begin in self._clauses if begin <= at)

    def _negated(self, start: int) -> bool:
        before = self.folded[self._clause(start) : start]
        return bool(_NOT.search(before)) and not _NOT_AT_ALL.search(before)

    def _supposed(self, start: int) -> bool:
        return any(word in self.folded for word in _SUPPOSING) and bool(
            _SUPPOSED.search(self.folded, 0, start)
        )

    def _reported(self, start: int, end: int) -> bool:
        for _, behind in self._others:
            if behind > start:
                break
            said = _SAYING.match(self.folded, behind) or _SAID.search(
                self.folded, max(0, behind - _LONGEST_SAID), behind
            )
            if said and not _OWN_PART.search(self.folded, behind, max(start, behind) + 3):
                return True
        after = _SAID_BEHIND.search(self.folded, end)
        return bool(after) and not _SAID_BY_ME.match(self.folded, after.start() if after else 0)

    def _own(self, start: int, end: int) -> bool:
        """Say whether what was found is said of the writer: by I and my, or by naming nobody."""
        clause = self._clause(start)
        own = [at for at in self._firsts if clause <= at - 1 < end]
        other = [
            behind for begin, behind in self._others if clause <= begin < max(start, clause + 1)
        ]
        if own and other:
            return max(own) > max(other)
        if own or other:
            return bool(own)
        if _THING.match(self.folded, clause, start):
            return any(at <= start for at in self._firsts)
        earlier = [behind for begin, behind in self._others if begin < clause]
        return not earlier or any(at <= start for at in self._firsts)
