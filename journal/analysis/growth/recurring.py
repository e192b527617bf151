"""Themes as lists: what comes back in the last entries, each time with the sentence around it."""

from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.suggested import Own, Suggested
from journal.analysis.growth.then_now import own_themes, sentence_around, theme_entries
from journal.analysis.themes import Mention
from journal.records.mark import Named
from journal.visible import one_line

THEME = "theme"
"""How the labels of these lists begin."""

MOST = 6
"""So many themes at most, those that come back most often."""

KEPT = (Named.PERSON, Named.RESOURCE)
"""What a word that is listed elsewhere was confirmed as."""


def recurring(material: Material) -> list[Suggested]:
    """Return the themes that come back most often, each with its sentences, the newest first."""
    found = own_themes(theme_entries(material))
    found = [theme for theme in found if material.marked.named(theme.phrase) not in KEPT][:MOST]
    return [
        _list(theme.phrase, [mentioned(material, each) for each in reversed(theme.mentions)])
        for theme in found
    ]


def _list(phrase: str, evidence: list[Evidence]) -> Suggested:
    once = tuple({(each.id, each.start): each for each in evidence}.values())
    return Suggested(f"{THEME}:{phrase}", f"“{phrase}”", once, Own(len(once), 0, 0, None))


def mentioned(material: Material, mention: Mention) -> Evidence:
    """Return the sentence around a mention as evidence, with what is mentioned as its cue."""
    said = sentence_around(material, mention)
    return Evidence(
        said.id, said.day, one_line(said.words), said.start, said.end,
        cue_start=mention.start, cue_end=mention.end,
    )  # fmt: skip
