"""When nobody is there: no key for long, or the computer slept; a touch begins anew."""

from hypothesis import given
from hypothesis import strategies as st

from journal.idling import ASLEEP, Idling, Moment


class Clocks:
    """Two clocks that a test moves."""

    def __init__(self) -> None:
        self.at = Moment(100.0, 1_000_000.0)

    def __call__(self) -> Moment:
        return self.at

    def go_by(self, seconds: float, asleep: float = 0.0) -> None:
        """Let time go by awake, and then asleep."""
        self.at = Moment(self.at.counted + seconds, self.at.wall + seconds + asleep)


@given(st.integers(1, 120), st.floats(0, 59.9))
def test_it_is_due_after_the_minutes_and_not_before(minutes: int, less: float) -> None:
    clocks = Clocks()
    idling = Idling(clocks)
    clocks.go_by(minutes * 60 - 60 + less)
    assert not idling.is_due(minutes)
    clocks.go_by(60 - less + 0.1)
    assert idling.is_due(minutes)
    idling.touch()
    assert not idling.is_due(minutes)


def test_after_sleep_it_is_due_even_where_a_key_came_first() -> None:
    clocks = Clocks()
    idling = Idling(clocks)
    clocks.go_by(1, asleep=ASLEEP + 1)
    idling.touch()
    assert idling.is_due(15)
    assert not idling.is_due(15)


def test_a_clock_that_is_set_back_locks_nothing() -> None:
    clocks = Clocks()
    idling = Idling(clocks)
    clocks.go_by(1, asleep=-3600)
    assert not idling.is_due(1)


def test_never_is_never() -> None:
    clocks = Clocks()
    idling = Idling(clocks)
    clocks.go_by(1e6, asleep=1e6)
    assert not idling.is_due(0)
