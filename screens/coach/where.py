"""Where the files go that leave: the learner's home, and in the sample the folder that goes."""

from pathlib import Path
from typing import Any

from textual.app import App

from journal.sharing.files import usual_folder
from journal.store.journal import Journal
from screens.base import AppBase


def folder_for(app: App[Any], journal: Journal) -> Path:
    """Return the folder into which a page or a notice is written, unless another is named."""
    return usual_folder(journal.places.journal, is_sample=in_sample(app))


def in_sample(app: App[Any]) -> bool:
    """Tell whether the sample is shown: nothing of it is to stay anywhere."""
    return isinstance(app, AppBase) and app.is_sample


def short(path: Path) -> str:
    """Return a path as it is read: "~/pages" for a folder in the learner's home."""
    home = Path.home()
    return (
        f"~/{path.relative_to(home)}"
        if path.is_relative_to(home) and path != home
        else ("~" if path == home else str(path))
    )
