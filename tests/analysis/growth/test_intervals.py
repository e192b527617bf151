"""The formulas, held against scipy and against published examples."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import toeplitz
from scipy.stats import binomtest, norm

from journal.analysis.growth.intervals import difference, effective, two_sided, wilson, wobble

shares = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(shares, st.sampled_from([0.5, 0.8, 0.95, 0.999]))
def test_wilson_is_scipys(share: tuple[int, int], confidence: float) -> None:
    k, n = share
    theirs = binomtest(k, n).proportion_ci(confidence, "wilson")

    ours = wilson(k / n, n, two_sided(1 - confidence))

    assert ours == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.floats(1e-7, 0.9))
def test_the_quantile_is_scipys(level: float) -> None:
    assert two_sided(level) == pytest.approx(norm.isf(level / 2), rel=1e-9)


@pytest.mark.parametrize(
    ("now", "then", "bounds"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0)),
        ((10, 10), (0, 10), (0.6075, 1.0)),
    ],
)
def test_differences_are_those_of_newcombe_1998_table_ii(
    now: tuple[int, int], then: tuple[int, int], bounds: tuple[float, float]
) -> None:
    (k_now, n_now), (k_then, n_then) = now, then

    found = difference((k_then / n_then, n_then), (k_now / n_now, n_now), two_sided(0.05))

    assert found == pytest.approx(bounds, abs=1e-4)


@given(st.integers(1, 30), st.floats(0.01, 2), st.floats(0, 0.95))
def test_the_wobble_is_the_mean_of_the_whole_covariance(
    weeks: int, spread: float, carry: float
) -> None:
    covariance = spread**2 * toeplitz([carry**lag for lag in range(weeks)])

    assert wobble(weeks, spread, carry) == pytest.approx(covariance.mean())


@given(st.integers(1, 500), st.floats(0.01, 0.99), st.floats(0, 3))
def test_events_that_hang_together_are_worth_fewer(n: int, share: float, variance: float) -> None:
    worth = effective(n, share, variance)
    chance = share * (1 - share)

    assert 0 < worth <= n
    assert chance / worth == pytest.approx(chance / n + chance**2 * variance)  # two variances


def test_no_wobble_leaves_events_as_they_are() -> None:
    assert effective(12, 0.4, 0) == 12
    assert two_sided(1) == pytest.approx(0)
    assert two_sided(0.2) < inf
