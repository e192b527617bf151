"""Where the shipped prompt packs and data are, installed or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped(name: str) -> Traversable:
    """Return the shipped folder `name` ("prompts" or "data").

    A checkout is looked at first: an editable install leaves a copy in the package that is older.
    """
    checkout = Path(__file__).resolve().parents[1]
    if (checkout / "pyproject.toml").is_file():
        return checkout / name
    return files("journal") / "_shipped" / name
