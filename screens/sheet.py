"""The style sheet of the app, of which each text is parsed once.

Textual parses everything again whenever a screen brings a sheet of its own, and when the app
starts with a theme other than Textual's: three times before the first place is seen. What was
parsed holds as long as the colours of the theme do.
"""

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

TEXTS = 512
"""So many texts stay parsed: all that the screens and widgets have, with room to spare."""


class Sheet(Stylesheet):
    """A style sheet that remembers what it has parsed."""

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(TEXTS)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Let `variables` hold; only other ones than before make all that was parsed invalid."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take in what has changed; the rest is as it was."""
        self.parse()
