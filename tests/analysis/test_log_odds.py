"""What is said more now than then, held against the whole vocabulary and against scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import polygamma, psi

from journal.analysis.log_odds import PRIOR, Share, standard_score

Lots = list[tuple[int, int]]

lots: st.SearchStrategy[Lots] = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=40
)


@given(lots)
def test_every_word_of_a_vocabulary_scores_as_the_authors_have_it(counts: Lots) -> None:
    words = np.array([both for both in counts if any(both)] + [(1, 1), (1, 1)], dtype=float)
    totals = words.sum(axis=0)
    alpha = PRIOR * words.sum(axis=1) / words.sum()
    with_prior = words + alpha[:, None]
    omega = with_prior / (with_prior.sum(axis=0) - with_prior)
    delta = np.log(omega[:, 1]) - np.log(omega[:, 0])
    zeta = delta / np.sqrt((1 / with_prior).sum(axis=1))

    then, now = (int(total) for total in totals)
    ours = [standard_score(Share(int(a), then), Share(int(b), now)) for a, b in words]

    assert ours == pytest.approx(zeta.tolist(), abs=1e-9)


@given(st.integers(10, 200), st.integers(10, 200), st.integers(2_000, 9_000))
def test_it_is_about_what_the_posterior_says(then: int, now: int, words: int) -> None:
    prior = PRIOR * (then + now) / (2 * words)
    shape = np.array([then + prior, now + prior])
    others = words + PRIOR - shape
    early, late = psi(shape) - psi(others)
    spread = np.sqrt((polygamma(1, shape) + polygamma(1, others)).sum())

    score = standard_score(Share(then, words), Share(now, words))

    assert score == pytest.approx((late - early) / spread, rel=0.12, abs=0.1)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(50, 5_000), st.integers(50, 5_000))
def test_the_other_way_round_it_is_the_opposite(k: int, m: int, n: int, o: int) -> None:
    one, other = Share(k, n), Share(m, o)

    assert standard_score(one, other) == pytest.approx(-standard_score(other, one))


@pytest.mark.parametrize(("then", "now"), [((0, 0), (0, 0)), ((5, 5), (7, 7)), ((0, 9), (0, 9))])
def test_where_nothing_can_be_compared_it_is_nought(
    then: tuple[int, int], now: tuple[int, int]
) -> None:
    assert standard_score(Share(*then), Share(*now)) == 0


def test_the_less_text_there_is_the_less_a_difference_says() -> None:
    scores = [standard_score(Share(0, n), Share(12, n)) for n in (60, 200, 600)]

    assert scores == sorted(scores)
    assert scores[0] < 1.5 < 2 < scores[2]
