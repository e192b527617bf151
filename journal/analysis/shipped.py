"""The tables of words that come with the journal; the one place here that reads files."""

from functools import cache

from journal.analysis.cues import Table, parse_tables
from journal.analysis.families import Families
from journal.analysis.matching import Matcher
from journal.analysis.scales import Scales, parse_scales
from journal.resources import shipped


@cache
def shipped_table() -> Table:
    """Return the shipped table of cues; its files are read once, in the order of their names."""
    folder = shipped("data") / "cues"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=str)
    return parse_tables({file.name: file.read_text(encoding="utf-8") for file in files})


@cache
def shipped_matcher() -> Matcher:
    """Return what holds sentences against the shipped cues."""
    return Matcher(shipped_table())


@cache
def shipped_families() -> Families:
    """Return the shipped families of words."""
    return Families(_words("families.toml"))


@cache
def shipped_scales() -> Scales:
    """Return the shipped scales."""
    return Scales(shipped_families(), parse_scales(_words("weights.toml")))


def _words(name: str) -> str:
    return (shipped("data") / "words" / name).read_text(encoding="utf-8")
