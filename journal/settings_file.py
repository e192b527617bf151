"""Changing a setting: written at once, with everything else in the file left as it is."""

from pathlib import Path
from typing import Any

from journal.settings import load, parse, plain
from journal.store import disk


def change(path: Path, key: str, typed: str) -> Any:
    """Set `key` to what `typed` means in the TOML file at `path`; return its value.

    Comments and order stay. Raises Usage (no such setting, or it cannot be that; or the file
    cannot be read, and is then not written over) and NotWritten.
    """
    value = parse(key, typed)
    load(path)
    import tomlkit

    document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    document[key] = plain(value)
    with disk.refusing(path):
        disk.make_folder(path.parent)
        disk.replace(path, tomlkit.dumps(document).encode())
    return value
