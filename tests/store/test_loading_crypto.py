"""Who has no passphrase pays nothing for those who have: an open journal loads no cryptography."""

from pathlib import Path

from tests.store.making import note, opened, run
from tests.store.sealed import seal

LIVING = """
from journal.records.criteria import Criteria
journal = opened(root)
[kept] = journal.save(note("one"))
journal.save(kept._replace(text="two"), op="edit")
journal.drafts.keep("today", "unfinished")
journal.find(Criteria())
journal.damage()
journal.purge(*journal.remove(journal.get(kept.id)))
journal.close()
say(*(name for name in sys.modules if name.partition(".")[0] in ("nacl", "_cffi_backend")))
"""


def test_an_open_journal_loads_none(tmp_path: Path) -> None:
    assert run(LIVING, tmp_path) == [""]


def test_adding_while_locked_works_out_no_passphrase(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.save(note("one"))
    seal(journal)
    code = """
    opened(root).save(note("two"))
    say("nacl" in sys.modules, "journal.store.sealed.slots" in sys.modules)
    """
    assert run(code, tmp_path) == ["True False"]
