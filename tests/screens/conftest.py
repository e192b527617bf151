"""What tests of the screens share and name as an argument."""

from pathlib import Path

import pytest

from tests.screens.coaching import NOW


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home of its own, into which files go, on a Tuesday evening."""
    monkeypatch.setenv("JOURNAL_NOW", NOW)
    folder = tmp_path / "away"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder
