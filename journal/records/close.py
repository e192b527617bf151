"""A close: the daily reflection, called a look back on every screen."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from journal.records.typed import text, texts


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

    def to_fields(self) -> dict[str, Any]:
        """Return the fields of this kind as JSON values."""
        fields: dict[str, Any] = self._asdict()
        fields["answers"] = [answer._asdict() for answer in self.answers]
        fields["aside"] = list(self.aside)
        fields["left"] = list(self.left)
        return fields

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> "Close":
        """Take the fields of this kind out of `fields`.

        Raises TypeError, KeyError or ValueError when they are not what `to_fields` writes.
        """
        answers = fields.pop("answers", [])
        return cls(
            form=text(fields.pop("form", "five")),
            answers=tuple(_answer(answer) for answer in answers),
            picked=text(fields.pop("picked", "")),
            aside=texts(fields.pop("aside", [])),
            tomorrow=text(fields.pop("tomorrow", "")),
            left=texts(fields.pop("left", [])),
        )


def own_words(answers: Iterable[Answer], tomorrow: str = "") -> str:
    """Return the text of a close: the learner's own words, without the questions."""
    return "\n\n".join([*(answer.text for answer in answers), *([tomorrow] if tomorrow else [])])


def _answer(fields: dict[str, Any]) -> Answer:
    return Answer(
        text(fields["prompt"]),
        int(fields["version"]),
        text(fields["wording"]),
        text(fields["level"]),
        text(fields["text"]),
    )
