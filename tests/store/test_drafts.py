"""Drafts outlive their window, and are offered once it is gone."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from journal.store.drafts import Drafts
from tests.store.making import environment, program


def offered(folder: Path, session: str = "another") -> list[tuple[str, str, dict[str, Any]]]:
    """Return what a new session is offered."""
    left = Drafts(folder, session).left_behind()
    return [(draft.place, draft.text, draft.more) for draft in left]


def test_a_draft_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, "mine")
    drafts.keep("today", "one")
    drafts.keep("today", "one and two", sign="stuck")
    drafts.keep("loop", "something else")
    assert offered(tmp_path) == []
    drafts.close()
    left = [("loop", "something else", {}), ("today", "one and two", {"sign": "stuck"})]
    assert sorted(offered(tmp_path)) == left
    Drafts(tmp_path, "another").drop("mine")
    assert offered(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_session_that_has_kept_everything_leaves_nothing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, "mine")
    drafts.keep("today", "one")
    drafts.keep("today", "")
    drafts.close()
    assert list(tmp_path.iterdir()) == []


def test_two_sessions_do_not_see_each_other(tmp_path: Path) -> None:
    one, two = Drafts(tmp_path, "one"), Drafts(tmp_path, "two")
    one.keep("today", "from one")
    two.keep("today", "from two")
    assert [*one.left_behind(), *two.left_behind(), *offered(tmp_path)] == []
    one.close()
    assert [draft.text for draft in two.left_behind()] == ["from one"]
    two.close()
    assert len(offered(tmp_path)) == 2


def test_a_killed_window_leaves_its_draft_and_a_living_one_does_not(tmp_path: Path) -> None:
    code = """
from journal.store.drafts import Drafts
drafts = Drafts(root, "killed")
drafts.keep("today", "half a thought\\ud800")
say("kept")
sys.stdin.read()
"""
    with subprocess.Popen(
        program(code, tmp_path), env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"kept\n"
        assert offered(tmp_path) == []
        process.kill()
        process.wait()
        assert offered(tmp_path) == [("today", "half a thought\ud800", {})]


@pytest.mark.parametrize("text", ["", "{", "[5]", '[{"place": 1}]', "[" * 100_000, "null"])
def test_a_draft_that_cannot_be_read_stays_and_is_not_offered(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.json").write_text(text)
    assert offered(tmp_path) == []
    assert (tmp_path / "mine.json").read_text() == text


def test_reading_where_there_are_no_drafts_makes_nothing(tmp_path: Path) -> None:
    assert offered(tmp_path / "drafts") == []
    Drafts(tmp_path / "drafts", "mine").close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sees", ["the next window", "a journal that is sealed"])
def test_what_was_written_when_it_was_killed_does_not_stay(tmp_path: Path, sees: str) -> None:
    half = ".killed.json.123.new"
    mine = Drafts(tmp_path, "mine")
    mine.keep("today", "mine")
    mine_half = tmp_path / ".mine.json.124.new"
    for path in (tmp_path / half, mine_half):
        path.write_text('[{"place": "today", "text": "canary", "more": {}}]')
    another = Drafts(tmp_path, "another")
    if sees == "the next window":
        another.left_behind()
    else:
        another.write_anew(sealed=True)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [mine_half.name, "mine.json", "mine.lock"]
