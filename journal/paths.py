"""Where things live: the journal, the settings, and what belongs to this computer alone."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

APP = "learning-journal"


class Places(NamedTuple):
    """The folders and files of one learner on one computer.

    `journal` may be kept in a synchronised folder; `state` (the computer's name in the journal,
    the lock, drafts, backups) must not. `second` is a further folder for backups, if there is one.
    """

    journal: Path
    settings: Path
    state: Path
    second: Path | None = None

    @property
    def packs(self) -> Path:
        """The learner's own prompt packs."""
        return self.journal / "prompts"

    @property
    def drafts(self) -> Path:
        """Text that was being written."""
        return self.state / "drafts"


def places() -> Places:
    """Return where things live, by `JOURNAL_HOME` or else by the custom of the system."""
    home = os.environ.get("JOURNAL_HOME")
    if home:
        root = typed_path(home).absolute()
        return Places(root / "journal", root / "settings.toml", root / "state")
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        config = dirs.user_config_path / "settings.toml"
        return Places(dirs.user_data_path / "journal", config, dirs.user_state_path / "state")
    return Places(
        _xdg("XDG_DATA_HOME", ".local/share") / "journal",
        _xdg("XDG_CONFIG_HOME", ".config") / "settings.toml",
        _xdg("XDG_STATE_HOME", ".local/state"),
    )


def typed_path(typed: str) -> Path:
    """Return the path that was typed, "~" as the home it stands for; as it is where there is none.

    Raises nothing: what begins so may be no path at all.
    """
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - Path's own raises for unknown users


def _xdg(variable: str, default: str) -> Path:
    """Return our folder under one of the XDG base directories; relative values do not count."""
    base = os.environ.get(variable, "")
    root = Path(base) if base.startswith("/") else Path.home() / default
    return root / APP
