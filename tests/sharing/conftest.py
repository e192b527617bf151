"""A desk for every test that asks for one."""

from collections.abc import Callable

import pytest

from journal.store.journal import Journal
from tests.sharing import desks


@pytest.fixture
def make_desk(journal: Callable[[], Journal]) -> Callable[..., desks.Desk]:
    """Give what makes a desk; its words say what is on Ana's card."""
    return lambda **card: desks.desk(journal, **card)


@pytest.fixture
def desk(make_desk: Callable[..., desks.Desk]) -> desks.Desk:
    """Give a desk whose coach has no key."""
    return make_desk()
