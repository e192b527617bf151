"""What is purged is gone from every file, for good, whatever comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import NoSuchRecord, NothingFound
from journal.store.journal import Journal
from tests.store.making import note, opened, texts
from tests.store.sealed import everything, put, seal, unlocked

Opener = Callable[[Path, str], Journal]


def an_open_one(root: Path) -> Opener:
    return opened


def a_sealed_one(root: Path) -> Opener:
    seal(opened(root))
    return unlocked


@pytest.fixture(params=[an_open_one, a_sealed_one])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """What opens a journal on a computer: an open or a sealed one."""
    made: Opener = request.param(tmp_path)
    return made


def holds(root: Path, word: str) -> bool:
    """Tell whether a word stands in a file, which in a sealed journal it never does."""
    return any(word.encode() in data for data in everything(root).values())


def test_a_purged_record_is_nowhere(tmp_path: Path, opener: Opener) -> None:
    here = opener(tmp_path, "here")
    [gone, stays] = here.save(note("secret"), note("stays"))
    opener(tmp_path, "there").save(gone._replace(text="secret, edited"), op="edit")
    [trashed] = here.remove(here.get(gone.id))
    heard = list[set[str]]()
    here.subscribe(heard.append)
    here.purge(trashed)
    assert gone.id in heard[-1]
    assert not holds(tmp_path, "secret")
    for journal in (here, opener(tmp_path, "here"), opener(tmp_path, "there")):
        assert texts(journal) == ["stays"]
        assert texts(journal, trashed=True) == []
        assert journal.damage() == []
        with pytest.raises(NoSuchRecord):
            journal.get(gone.id)
        with pytest.raises(NoSuchRecord):
            journal.history(gone.id)
    here.save(note("after"))
    opener(tmp_path, "there").save(note("after, too"))
    assert texts(opener(tmp_path, "here")) == ["after", "after, too", "stays"]
    assert here.get(stays.id).text == "stays"


def test_every_line_keeps_its_number(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [gone] = journal.save(note("secret"))
    journal.save(note("stays"))
    journal.purge(journal.remove(gone)[0])
    [lines] = [data.splitlines() for name, data in everything(tmp_path).items() if "lines" in name]
    assert [line.partition(b",")[0] for line in lines] == [b'{"n":%d' % n for n in range(1, 5)]
    assert [b'"purged":true' in line for line in lines] == [True, False, True, False]


def test_a_copy_that_comes_back_is_never_shown_and_taken_out_again(
    tmp_path: Path, opener: Opener
) -> None:
    here = opener(tmp_path, "here")
    [gone] = here.save(note("secret"))
    old = {name: data for name, data in everything(tmp_path).items() if "lines" in name}
    copies = {name.replace(".jsonl", " (1).jsonl"): data for name, data in old.items()}
    here.purge(here.remove(gone)[0])
    put(tmp_path, {**everything(tmp_path), **copies})
    journal = opener(tmp_path, "here")
    with pytest.raises(NoSuchRecord):
        journal.get(gone.id)
    assert texts(journal) == []
    assert not holds(tmp_path, "secret")
    again = {name: data for name, data in everything(tmp_path).items() if name in copies}
    assert len(again) == 1
    assert again != copies
    assert texts(opener(tmp_path, "there")) == []


def test_the_order_reaches_an_open_window(tmp_path: Path, opener: Opener) -> None:
    here, there = opener(tmp_path, "here"), opener(tmp_path, "there")
    [gone] = here.save(note("secret"))
    assert texts(there) == ["secret"]
    here.purge(here.remove(gone)[0])
    assert texts(there) == []
    there.save(note("next"))
    assert texts(here) == ["next"]


def test_it_cannot_be_taken_back(tmp_path: Path, opener: Opener) -> None:
    journal = opener(tmp_path, "here")
    [gone] = journal.save(note("secret"))
    journal.purge(journal.remove(gone)[0])
    with pytest.raises(NothingFound):
        journal.undo()
    assert texts(journal, trashed=True) == []
    journal.save(note("next"))
    assert journal.undo().records[0].text == "next"


def test_another_computer_does_not_take_it_for_tampering(tmp_path: Path) -> None:
    seal(opened(tmp_path))
    here, there = unlocked(tmp_path, "here"), unlocked(tmp_path, "there")
    [gone] = here.save(note("secret"))
    there.load()
    there.close()
    here.purge(here.remove(gone)[0])
    assert unlocked(tmp_path, "there").damage() == []


def test_a_damaged_line_does_not_keep_others_from_it(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    [gone] = journal.save(note("secret"))
    journal.save(note("stays"))
    [name] = [name for name in everything(tmp_path) if "lines" in name]
    data = everything(tmp_path)[name]
    put(tmp_path, {**everything(tmp_path), name: data.replace(b"stays", b"stayz")})
    journal = opened(tmp_path)
    journal.purge(journal.remove(journal.get(gone.id))[0])
    assert not holds(tmp_path, "secret")
    assert holds(tmp_path, "stayz")
