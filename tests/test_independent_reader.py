"""A program that knows nothing but the written format reads what we seal."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from journal.records.criteria import Criteria
from tests.store.making import Hands, note, opened
from tests.store.sealed import PASSPHRASE, seal, unlocked

READER = Path(__file__).with_name("independent_sealed_reader.py")


def said(root: Path, passphrase: str = PASSPHRASE) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-I", str(READER), str(root / "journal")],
        input=f"{passphrase}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_reads_every_line(tmp_path: Path) -> None:
    hands = Hands()
    journal = opened(tmp_path, "here", hands)
    journal.save(note("ünder\nway 🎈" * 40), note("two", tags=("a",)))
    seal(journal, PASSPHRASE)
    for number in range(20):
        unlocked(tmp_path, "here", hands).save(note("x" * number))
        opened(tmp_path, "there", hands).save(note(f"while locked {number} " + "y" * 7 * number))
    ours = unlocked(tmp_path)
    found = {id_: doc for change in said(tmp_path) for id_, doc in change["set"].items()}
    assert {id_: doc["text"] for id_, doc in found.items()} == {
        record.id: record.text for record in ours.find(Criteria())
    }
    assert len(found) == 42
    assert [change["op"] for change in said(tmp_path)].count("add-locked") == 20


def test_it_has_no_code_of_ours() -> None:
    names = set[str]()
    for node in ast.walk(ast.parse(READER.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    assert {name.partition(".")[0] for name in names} == {
        *("json", "struct", "sys", "base64", "collections", "hashlib", "pathlib", "typing"),
        *("unicodedata", "zlib", "cryptography"),
    }
