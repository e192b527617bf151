"""Themes as lists: what comes back in the entries, each time with the sentence around it."""

from typing import NamedTuple

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.own_themes import LEANS, Lean, all_themes, lean
from journal.analysis.themes import Mention, Theme
from journal.visible import one_line

COMES_BACK = "What you come back to"

THEME = "theme"
"""How the ids of these lists begin."""

MOST = 6
"""So many themes at most, those that come back most often."""


class Recurring(NamedTuple):
    """A theme with the sentences in which it stands, the newest first.

    lean  when it is there more; None where it is too few to say
    """

    phrase: str
    evidence: tuple[Evidence, ...]
    lean: Lean | None = None

    @property
    def title(self) -> str:
        """The theme as it is shown."""
        return f"“{self.phrase}”"

    @property
    def said(self) -> str:
        """How often it is there, and when more: "7 times, more now than in the first weeks"."""
        times = f"{len(self.evidence)} times"
        return f"{times}, {LEANS[self.lean]}" if self.lean else times


def recurring(material: Material) -> list[Recurring]:
    """Return the themes that come back most often, each with its sentences."""
    return [_list(material, theme) for theme in material.once(all_themes)[:MOST]]


def _list(material: Material, theme: Theme) -> Recurring:
    evidence = [mentioned(material, each) for each in reversed(theme.mentions)]
    once = {(each.id, each.start): each for each in evidence}
    return Recurring(theme.phrase, tuple(once.values()), lean(material, theme))


def mentioned(material: Material, mention: Mention) -> Evidence:
    """Return the sentence around a mention as evidence, with what is mentioned as its cue."""
    record = material.by_id[mention.id]
    start, end = material.sentence_at(record, mention.start)
    return Evidence(
        record.id, record.day, one_line(record.text[start:end]), start, end,
        cue_start=mention.start, cue_end=mention.end,
    )  # fmt: skip
