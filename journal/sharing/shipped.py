"""The words and rules of this part that are data: read from the shipped folder when needed."""

import tomllib
from functools import cache
from typing import Any

from journal.resources import shipped


@cache
def table(name: str) -> dict[str, Any]:
    """Return what `data/coach/<name>.toml` says."""
    return tomllib.loads((shipped("data") / "coach" / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """Return the words that stand in a text of such a file."""
    return tuple(table(name)[key].split())
