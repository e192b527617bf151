"""What all tests share: a journal of their own, far from the one of whoever runs them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from journal.clock import system_clock
from journal.paths import places
from journal.store.journal import Journal

settings.register_profile("unhurried", deadline=None)  # a busy computer is no defect
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a fresh JOURNAL_HOME; it does not exist yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JOURNAL_HOME", str(folder))
    monkeypatch.delenv("JOURNAL_NOW", raising=False)
    return folder


@pytest.fixture
def journal() -> Iterator[Callable[[], Journal]]:
    """Give what opens the journal in JOURNAL_HOME once more, as another window would."""
    opened: list[Journal] = []

    def open_one() -> Journal:
        opened.append(Journal(places(), system_clock()))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
