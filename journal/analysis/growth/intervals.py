"""Shares and their uncertainty: the formulas, and where each comes from."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

CONFIDENCE = 0.8
"""How often an interval that is shown holds the share that it is about."""


class Interval(NamedTuple):
    """The lower and the upper bound of a share, each 0 to 1."""

    low: float
    high: float


def two_sided(level: float) -> float:
    """Return the standard normal quantile that leaves `level` outside, half on each side."""
    return NormalDist().inv_cdf(1 - level / 2)


def wilson(share: float, n: float, z: float) -> Interval:
    """Return the score interval of a share (Wilson 1927).

    share  0 to 1
    n      the number of events, above 0; it need not be whole, see `effective`
    z      the standard normal quantile, 1.28 for 80 %
    """
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def difference(then: tuple[float, float], now: tuple[float, float], z: float) -> Interval:
    """Return the interval of now less then, made of their two Wilson intervals (Newcombe 1998).

    then, now  each a share and its number of events

    It is his method 10; the bounds are -1 to 1.
    """
    (share_then, n_then), (share_now, n_now) = then, now
    low_then, high_then = wilson(share_then, n_then, z)
    low_now, high_now = wilson(share_now, n_now, z)
    less = sqrt((share_now - low_now) ** 2 + (high_then - share_then) ** 2)
    more = sqrt((high_now - share_now) ** 2 + (share_then - low_then) ** 2)
    between = share_now - share_then
    return Interval(between - less, between + more)


def wobble(weeks: float, spread: float, carry: float) -> float:
    """Return the variance, in log-odds, of a mean over `weeks` where weeks hang together.

    spread  the standard deviation from week to week, in log-odds
    carry   how much of one week's deviation is there in the next (first-order autoregression)

    The variance of a mean of an autoregressive series (Box and Jenkins 1970).
    """
    lags = range(1, max(1, round(weeks)))
    together = 1 + 2 * sum((1 - lag / weeks) * carry**lag for lag in lags)
    return spread**2 / weeks * together


def effective(n: int, share: float, variance: float) -> float:
    """Return how many independent events `n` are worth where their weeks hang together.

    The design effect (Kish 1965), with the `variance` of `wobble` brought from log-odds to shares.
    """
    return n / (1 + n * share * (1 - share) * variance)
