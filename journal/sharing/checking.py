"""Holding a file against what was agreed to: whether it is a page of ours, to the byte."""

from pathlib import Path
from typing import NamedTuple

from journal.errors import Usage
from journal.practice.making import own_of
from journal.records.excerpt import Excerpt
from journal.sharing import desk
from journal.sharing.preview import digest
from journal.sharing.render import taken_apart
from journal.sharing.signing import is_signed_by
from journal.store.journal import Journal

_LARGEST = 10_000_000
_SEALED = b"age-encryption.org/"


class Checked(NamedTuple):
    """What was found: one sentence, and whether the file is a page as it was agreed to."""

    words: str
    is_ours: bool


def check_file(journal: Journal, path: Path) -> Checked:
    """Say whether a file is a page from this journal. Raises Usage where it cannot be read."""
    data = _read(path)
    if data.startswith(_SEALED):
        return Checked("It is sealed; only the coach can open it.", is_ours=False)
    text = data.decode("utf-8", "replace")
    message, signature = taken_apart(text)
    excerpts = [own_of(page, Excerpt) for page in desk.pages(journal)]
    for excerpt in excerpts:
        if excerpt.digest == digest(text):
            return Checked(f"This is {excerpt.code}, to the byte as you read it.", is_ours=True)
    if any(is_signed_by(key, message.encode(), signature) for key in {e.signer for e in excerpts}):
        return Checked(
            "What is signed in it is yours; something was added around it.", is_ours=False
        )
    return Checked("This is no page of yours, or it was changed.", is_ours=False)


def _read(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_LARGEST)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise Usage(f"{path} cannot be read: {reason}.", "Name the file of a page.") from error
