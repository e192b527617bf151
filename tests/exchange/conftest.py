"""A journal of its own for each test, and where the samples of other programs are."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.clock import Clock
from journal.paths import Places
from journal.store.journal import Journal

NOW = 1_795_000_000_000_000_000  # 18 November 2026


@pytest.fixture
def new_journal(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Journal]:
    def new(name: str) -> Journal:
        home = tmp_path_factory.mktemp(name)
        places = Places(home / "journal", home / "settings.toml", home / "state")
        return Journal(places, Clock(lambda: NOW, "Europe/Vienna"))

    return new


@pytest.fixture
def journal(new_journal: Callable[[str], Journal]) -> Journal:
    return new_journal("home")


@pytest.fixture(scope="session")
def samples() -> Path:
    beside = Path(__file__).parents[3] / "shared" / "samples"
    folder = Path(os.environ.get("JOURNAL_SAMPLES", beside))
    if not folder.is_dir():
        pytest.skip("the samples of other programs are not here (JOURNAL_SAMPLES)")
    return folder
