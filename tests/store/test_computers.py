"""Two computers share a journal: by git, and by tools that make conflict copies."""

import shutil
import subprocess
from pathlib import Path

import pytest

from journal.records.criteria import Criteria
from journal.store.journal import Journal
from tests.store.making import Hands, files, note, opened, texts
from tests.store.sealed import seal, unlocked


def git(folder: Path, *words: str, fails: bool = False) -> None:
    """Run git in `folder`, as nobody in particular."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    command = ["git", "-C", str(folder), *who, *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode != 0) == fails, done.stdout + done.stderr


def commit(root: Path) -> None:
    git(root / "journal", "add", "--all")
    git(root / "journal", "commit", "--message", "so far")


@pytest.fixture
def shared(tmp_path: Path) -> tuple[Path, Path]:
    """Give two clones of one journal with a note in it."""
    if not shutil.which("git"):
        pytest.skip("NOT RUN: git is not installed")
    one, two = tmp_path / "one", tmp_path / "two"
    opened(one, "state").save(note("in the beginning"))
    git(one, "init", "--initial-branch=main", "journal")
    commit(one)
    two.mkdir()
    git(two, "clone", str(one / "journal"), "journal")
    return one, two


def pull(into: Path, other: Path, *, fails: bool = False) -> None:
    git(into / "journal", "pull", "--no-rebase", str(other / "journal"), "main", fails=fails)


def both(one: Path, two: Path) -> list[dict[str, object]]:
    """Return the whole of both journals, which must be the same."""
    first, second = (
        {str(each.doc_id): dict(each) for each in opened(root).table()} for root in (one, two)
    )
    assert first == second
    assert opened(one).on_both_sides() == opened(two).on_both_sides()
    return list(first.values())


def test_git_merges_a_sealed_journal(tmp_path: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("NOT RUN: git is not installed")
    one, two, hands = tmp_path / "one", tmp_path / "two", Hands()
    [first] = opened(one, "state", hands).save(note("in the beginning"))
    seal(opened(one, "state", hands))
    git(one, "init", "--initial-branch=main", "journal")
    commit(one)
    two.mkdir()
    git(two, "clone", str(one / "journal"), "journal")
    here, there = unlocked(one, "state", hands), unlocked(two, "state", hands)
    for number in range(3):
        here.save(note(f"here {number}"))
        there.save(note(f"there {number}"))
        opened(two, "state", hands).save(note(f"while locked {number}"))
        here.save(here.get(first.id)._replace(text=f"beginning {number}"), op="edit")
        commit(one)
        commit(two)
        pull(one, two)
        pull(two, one)
    there.save(there.get(first.id)._replace(text="there"), op="edit")
    here.save(here.get(first.id)._replace(text="here"), op="edit")
    commit(one)
    commit(two)
    pull(one, two)
    pull(two, one)
    tables = [
        {str(each.doc_id): dict(each) for each in unlocked(root, "state").table()}
        for root in (one, two)
    ]
    assert tables[0] == tables[1]
    assert len(tables[0]) == 10
    assert here.on_both_sides() == there.on_both_sides() == [first.id]
    assert here.damage() == there.damage() == []


def test_git_merges_what_two_computers_wrote(shared: tuple[Path, Path]) -> None:
    one, two = shared
    hands = Hands()
    here, there = opened(one, "state", hands), opened(two, "state", hands)
    for number in range(3):
        here.save(note(f"here {number}"))
        there.save(note(f"there {number}"))
        [first] = here.find(Criteria(phrases=("beginning",)))
        here.save(first._replace(text=f"beginning {number}"), op="edit")
        commit(one)
        commit(two)
        pull(one, two)
        pull(two, one)
        assert len(both(one, two)) == 2 * number + 3
    assert texts(here) == texts(there)
    assert here.damage() == there.damage() == []
    assert len(files(one)) == 2


@pytest.mark.parametrize("commits_markers", [True, False])
def test_a_cloned_computer_has_the_same_name(
    shared: tuple[Path, Path], *, commits_markers: bool
) -> None:
    one, two = shared
    shutil.copytree(one / "state", two / "state")
    hands = Hands()
    here, there = opened(one, "state", hands), opened(two, "state", hands)
    here.save(note("here"), note("here, too"))
    there.save(note("there"))
    assert list(files(one)) == list(files(two))
    commit(one)
    commit(two)
    pull(one, two, fails=True)
    [name] = files(one)
    conflict = files(one)[name]
    assert b"<<<<<<<" in conflict
    everything = ["here", "here, too", "in the beginning", "there"]
    assert texts(opened(one)) == everything
    assert opened(one).damage() == []
    here.save(note("here, later"))
    opened(one, "state", hands).save(note("here, in another window"))
    assert files(one)[name] == conflict
    if not commits_markers:
        lines = [each for each in conflict.splitlines(keepends=True) if each.startswith(b"{")]
        (one / "journal" / "lines-1" / name).write_bytes(b"".join(lines))
    commit(one)
    pull(two, one)
    now = files(two)[name]
    for window in (there, opened(two, "state", hands)):
        window.save(note("there, later"))
    assert files(two)[name] == now
    commit(two)
    pull(one, two)
    shown = sorted(str(each["text"]) for each in both(one, two))
    later = ["here, in another window", "here, later", "there, later", "there, later"]
    assert shown == sorted([*everything, *later])


COPIES = [
    "{stem}.sync-conflict-20261122-093015-ABCDEFG.jsonl",
    "{stem} (Anna's conflicted copy 2026-11-22).jsonl",
    "{stem} (conflicted copy 2026-11-22 093015).jsonl",
    "{stem} (1).jsonl",
    "{stem} (SFConflict anna 2026-11-22).jsonl",
    "{stem}_conflict-20261122-093015.jsonl",
    "{stem} 2.jsonl",
    "{stem}-LAPTOP.jsonl",
    "{stem}.jsonl.orig",
    "{stem}.jsonl~",
]


@pytest.mark.parametrize("copy", COPIES)
def test_conflict_copies_are_more_lines_of_the_same_file(tmp_path: Path, copy: str) -> None:
    one, two, hands = tmp_path / "one", tmp_path / "two", Hands()
    opened(one, "state", hands).save(note("in the beginning"))
    shutil.copytree(one, two)
    here, there = opened(one, "state", hands), opened(two, "state", hands)
    here.save(note("here"))
    there.save(note("there"))
    there.save(note("there, too"))
    [name] = files(one)
    synchronise(one, two, name, copy.format(stem=name.removesuffix(".jsonl")))
    everything = ["here", "in the beginning", "there", "there, too"]
    assert texts(opened(one)) == texts(opened(two)) == texts(here) == everything
    assert opened(one).damage() == opened(two).damage() == []
    before = files(one)
    here.save(note("later, in the old window"))
    opened(one, "state", hands).save(note("later, in a new one"))
    opened(two, "state", hands).save(note("later, there"))
    for root in (one, two):
        assert {kept: data for kept, data in files(root).items() if kept in before} == before
    assert len(both(one, one)) == 6


def synchronise(one: Path, two: Path, name: str, copy: str) -> None:
    """Do as such tools do: the last one's file stays, the other's becomes a copy beside it."""
    for root in (one, two):
        folder = root / "journal" / "lines-1"
        data = {one: files(one)[name], two: files(two)[name]}
        if copy not in files(one):
            (one / "journal" / "lines-1" / copy).write_bytes(data[one])
            (two / "journal" / "lines-1" / copy).write_bytes(data[one])
        (folder / ".arriving").write_bytes(files(two)[name])
        (folder / ".arriving").rename(folder / name)


def test_a_file_that_was_replaced_by_a_longer_one_is_left_to_who_did_it(tmp_path: Path) -> None:
    one, two, hands = tmp_path / "one", tmp_path / "two", Hands()
    here = opened(one, "state", hands)
    here.save(note("in the beginning"))
    shutil.copytree(one, two)
    opened(two, "state", hands).save(note("there"))
    [name] = files(two)
    arriving = one / "journal" / "lines-1" / ".arriving"
    arriving.write_bytes(files(two)[name])
    arriving.rename(arriving.with_name(name))
    here.save(note("here"))
    assert files(one)[name] == files(two)[name]
    assert texts(opened(one)) == ["here", "in the beginning", "there"]


@pytest.mark.parametrize(
    "name",
    [
        ".2026-11.bbbb.jsonl.icloud",
        ".syncthing.2026-11.bbbb.jsonl.tmp",
        ".2026-11.bbbb.jsonl.swp",
        "2026-13.bbbb.jsonl",
        "2026-11.bbbb.txt",
        "２０２６-11.bbbb.jsonl",
        "notes.jsonl",
    ],
)
def test_what_is_no_file_of_lines_is_left_alone(tmp_path: Path, name: str) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    stranger = tmp_path / "journal" / "lines-1" / name
    stranger.write_bytes(b"bplist00 what is this")
    assert texts(opened(tmp_path)) == ["one"]
    assert opened(tmp_path).damage() == []
    opened(tmp_path).save(note("two"))
    assert stranger.read_bytes() == b"bplist00 what is this"


def test_a_link_in_the_place_of_our_file_is_not_followed(tmp_path: Path) -> None:
    journal: Journal = opened(tmp_path)
    journal.save(note("one"))
    [name] = files(tmp_path)
    file, elsewhere = tmp_path / "journal" / "lines-1" / name, tmp_path / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for window in (journal, opened(tmp_path)):
        window.save(note("two"))
    assert elsewhere.read_bytes() == before
    assert texts(opened(tmp_path)) == ["two", "two"]


def test_another_host_takes_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(tmp_path).save(note("here"))
    [state] = (tmp_path / "here").glob("computer-*.json")
    state.rename(state.with_name("computer-elsewhere.json"))
    opened(tmp_path).save(note("on another host, with the same home"))
    assert len(files(tmp_path)) == 2
