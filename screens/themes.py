"""How the journal looks: paper and ink with one accent, by day, by night, and in high contrast."""

from typing import NamedTuple

from textual.theme import Theme


class Look(NamedTuple):
    """The colours of one theme.

    ink, paper     what is read, and what it stands on
    raised, edge   what lies over the paper, and what marks its border
    chosen         what is behind the highlighted row: plain to see, also without colours
    accent         the one colour
    good, wrong    for the rare places where these must be told apart
    muted          what stands back, or "" for what Textual makes of the ink
    """

    name: str
    dark: bool
    ink: str
    paper: str
    raised: str
    edge: str
    chosen: str
    accent: str
    good: str
    wrong: str
    muted: str = ""

    def theme(self) -> Theme:
        """Return it as Textual takes it."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.accent,
            secondary=self.accent,
            warning=self.accent,
            accent=self.accent,
            foreground=self.ink,
            background=self.paper,
            surface=self.raised,
            panel=self.edge,
            success=self.good,
            error=self.wrong,
            variables=self._variables(),
        )

    def _variables(self) -> dict[str, str]:
        """Return what Textual would otherwise make of the accent: blocks and bars of it."""
        bars = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
        return {
            "block-cursor-background": self.chosen,
            "block-cursor-foreground": self.ink,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": self.edge,
            "block-cursor-blurred-foreground": self.ink,
            "block-cursor-blurred-text-style": "none",
            "scrollbar": self.edge,
            "scrollbar-hover": self.chosen,
            "scrollbar-active": self.accent,
            **dict.fromkeys(bars, self.paper),
            **({"text-muted": self.muted} if self.muted else {}),
        }


LOOKS = (
    Look(
        name="night",
        dark=True,
        ink="#ddd8ce",
        paper="#17181b",
        raised="#1f2125",
        edge="#2a2d32",
        chosen="#4a4337",
        accent="#d9a05b",
        good="#9fb98a",
        wrong="#e08a7a",
    ),
    Look(
        name="day",
        dark=False,
        ink="#2b2925",
        paper="#faf7f0",
        raised="#f2ede2",
        edge="#e9e2d3",
        chosen="#dcc9a6",
        accent="#8a4f0f",
        good="#41683a",
        wrong="#a2281b",
    ),
    Look(
        name="contrast",
        dark=True,
        ink="#ffffff",
        paper="#000000",
        raised="#000000",
        edge="#3a3a3a",
        chosen="#5c5c5c",
        accent="#ffd75f",
        good="#87ff87",
        wrong="#ff8787",
        muted="#ffffff",
    ),
)

THEMES = tuple(look.theme() for look in LOOKS)

NAMES = {**{look.name: look.name for look in LOOKS}, "terminal": "ansi-dark"}
"""What the setting says, and what Textual calls it; "terminal" uses the terminal's own colours."""
