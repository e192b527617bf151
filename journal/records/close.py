"""A close: the daily reflection, called a look back on every screen."""

from collections.abc import Iterable
from typing import NamedTuple


class Answer(NamedTuple):
    """What the learner answered, with the wording that was asked.

    prompt   "pack/prompt", for example "daily/moved"
    version  the version of the pack that asked
    wording  the question as it was put
    level    how much of it was shown: "full", "cue", "word" or "silent"
    text     the answer; never empty
    """

    prompt: str
    version: int
    wording: str
    level: str
    text: str


class Close(NamedTuple):
    """One look back on a day.

    form      "five" (minutes), "minute", "page" or "heavy"
    answers   in the order in which they were asked; skipped questions are not there
    picked    the id of the note that was looked at closely, or ""
    aside     ids of notes that were set aside for this look back
    tomorrow  one line for the next opening, or ""
    left      prompts that were not yet asked when it was interrupted; () when it is done
    """

    form: str = "five"
    answers: tuple[Answer, ...] = ()
    picked: str = ""
    aside: tuple[str, ...] = ()
    tomorrow: str = ""
    left: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The record's noun."""
        return "close"

    @property
    def words(self) -> tuple[str, ...]:
        """What the learner wrote, in order."""
        return (*(answer.text for answer in self.answers), self.tomorrow)


def own_words(answers: Iterable[Answer], tomorrow: str = "") -> str:
    """Return the text of a close: the learner's own words, without the questions."""
    return "\n\n".join([*(answer.text for answer in answers), *([tomorrow] if tomorrow else [])])
