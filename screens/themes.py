"""How the journal looks: paper and ink with one accent, by day, by night, and in high contrast."""

from textual.theme import Theme

NIGHT = Theme(
    name="night",
    dark=True,
    primary="#d9a05b",
    secondary="#d9a05b",
    accent="#d9a05b",
    foreground="#ddd8ce",
    background="#17181b",
    surface="#1f2125",
    panel="#2a2d32",
    success="#9fb98a",
    warning="#d9a05b",
    error="#e08a7a",
)
DAY = Theme(
    name="day",
    dark=False,
    primary="#8a4f0f",
    secondary="#8a4f0f",
    accent="#8a4f0f",
    foreground="#2b2925",
    background="#faf7f0",
    surface="#f2ede2",
    panel="#e4ddcd",
    success="#41683a",
    warning="#8a4f0f",
    error="#a2281b",
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffd75f",
    secondary="#ffd75f",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#3a3a3a",
    success="#87ff87",
    warning="#ffd75f",
    error="#ff8787",
    variables={"text-muted": "#ffffff"},
)

THEMES = (NIGHT, DAY, CONTRAST)

NAMES = {"night": "night", "day": "day", "contrast": "contrast", "terminal": "ansi-dark"}
"""What the setting says, and what Textual calls it; "terminal" uses the terminal's own colours."""
