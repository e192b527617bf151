"""Where the shipped prompt packs and data are, installed or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped(name: str) -> Traversable:
    """Return the shipped folder `name`: "prompts" or "data".

    The package is looked at first: beside it in site-packages there could be a stranger's "data".
    """
    installed = files("journal") / "_shipped" / name
    return installed if installed.is_dir() else Path(__file__).resolve().parents[1] / name
