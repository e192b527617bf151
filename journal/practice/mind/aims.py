"""How the wording of a learning goal reads: as something to learn, or as a result to reach."""

import re

_TO_LEARN = re.compile(
    r"(?:i(?:'d| would)? (?:want|like) to )?(?:"
    r"learn(?:ing)?|find(?:ing)? out|work(?:ing)? out|understand(?:ing)?|discover(?:ing)?"
    r")\b",
    re.IGNORECASE,
)


def reads_as_learning(aim: str) -> bool:
    """Tell whether an aim is worded as something to learn: "Learning how to …", "Find out when …".

    Where people do not yet know how, such goals help more than results to reach (Seijts and
    Latham 2005). The wording is only ever suggested: a target can be right.
    """
    return _TO_LEARN.match(aim.strip()) is not None
