"""Whether something is said more often in one lot of text than in another, beyond chance."""

from math import log, sqrt
from typing import NamedTuple

PRIOR = 500.0
"""The weight of the prior in words: about a dozen notes."""


class Share(NamedTuple):
    """Something was said `k` times among `n` words; 0 ≤ k ≤ n."""

    k: int
    n: int


def standard_score(then: Share, now: Share) -> float:
    """Return by how many standard deviations something is said more now than then; 0 for no text.

    The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
    equations 16, 18, 20 and 22), taken of the words that it is and of all others. The prior is
    PRIOR words in which it is as frequent as in both lots together, so that rare words do not
    shout: with little text even much of a difference says little.
    """
    both = Share(then.k + now.k, then.n + now.n)
    if not 0 < both.k < both.n:
        return 0.0
    prior = PRIOR * both.k / both.n
    early, late = (each.k + prior for each in (then, now))
    others_early, others_late = (each.n - each.k + PRIOR - prior for each in (then, now))
    odds = log(late / others_late) - log(early / others_early)
    return odds / sqrt(1 / late + 1 / early)
