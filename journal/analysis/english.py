"""Whether a text is English: a vote of small words, because only English is read."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

_ENGLISH_TEXT = """
the a an and of to in is it that was for on with as at be this have from or had by not but what
all were when we there can your which their if will each about how up out them then she many
some so these would other into has more her two like him see could no than been who its now find
long down did get made may i my me he they his our us you are do does didn't don't i'm i'll i've
it's can't because after before again still today tomorrow next went got need needs asked over
off why where too just only
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
# German, Dutch, French, Spanish, Portuguese, Italian, Czech, Polish, Nordic, Finnish
_OTHERS_TEXT = """
der die das und ich nicht ist ein eine einen mit für auf den dem zu wir sie es auch aber wie
habe hat war bin noch nur wenn weil bei nach von aus heute morgen mir mich het een van ik niet
dat ook maar voor zijn hebben heb naar mijn wel nog dan werd wordt deze
le la les des un une et est je ne pas que qui dans pour sur avec ce cette mais nous vous il elle
mon ma mes aux du au el los las y es en por con para una no me mi lo como más pero muy hoy yo se
del su o os um uma não eu com mas é foi meu minha hoje gli che di non sono ho mio oggi ma
della nel anche più
je se na že jsem to si ale jak pro když byl byla jsme jako by tak už nie się jest na z do og jeg
det som på er ikke til av har med att och inte jag är var för den ett olen ja ei että on se
mutta
"""
_OTHERS = frozenset(_OTHERS_TEXT.split())
_SHARED = _ENGLISH & _OTHERS
_FEW = 10
"""Among so few words one word of another language says nothing."""

_ONLY_ENGLISH = _ENGLISH - _SHARED
_ONLY_OTHERS = _OTHERS - _SHARED

_LATIN = "\u02ff"
"""Letters behind this one belong to other scripts."""


def is_english(text: str) -> bool:
    """Say whether the words of `text` are mostly English; a few words are taken to be."""
    words = _WORD.findall(text[:4000].lower().replace("’", "'"))
    if not text.isascii() and sum(max(word) > _LATIN for word in words) * 2 > len(words):
        return False
    english = sum(map(_ONLY_ENGLISH.__contains__, words))
    others = sum(map(_ONLY_OTHERS.__contains__, words))
    return english >= others or (len(words) < _FEW and others < 2)
