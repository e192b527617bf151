"""What labels are called where a learner reads them; those that are not here are not shown."""

from typing import NamedTuple


class Words(NamedTuple):
    """What is said of a sentence with a label, and what the list of such sentences is called.

    listed  "" where there is no list
    """

    said: str
    listed: str = ""


WORDS = {
    "frame:mastery": Words("getting better", "Sentences about getting better at something"),
    "frame:performance": Words(
        "showing ability", "Sentences about showing it, or how it looks to others"
    ),
    "frame:fixed": Words("ability as fixed", "Sentences that treat ability as given"),
    "regulation:forethought": Words("before: looking ahead", "Before: looking ahead"),
    "regulation:monitoring": Words("during: noticing", "During: noticing how it goes"),
    "regulation:strategy": Words(
        "during: a way of going about it", "During: a way of going about it"
    ),
    "regulation:help_seeking": Words("during: asking for help", "During: asking"),
    "regulation:effort": Words("during: effort and time", "During: effort and time"),
    "regulation:self_evaluation": Words("after: judging own work", "After: how it went, and why"),
    "regulation:adaptation": Words("after: changing the way", "After: doing it otherwise"),
    "move:reason": Words("a reason"),
    "move:comparison": Words("a comparison"),
    "move:alternative": Words("an alternative"),
    "move:self_question": Words("a question to oneself"),
    "move:changed_view": Words("a changed view", "Seeing something otherwise than before"),
    "intention:intention": Words("something to do", "What you mean to do"),
    "question:question": Words("an open question", "Questions that you hold open"),
}
"""By the name of the label and its value."""

LABELS = {label: words.listed for label, words in WORDS.items() if words.listed}
"""The labels that are listed, and what the list is called."""


def short(label: str) -> str:
    """Return the word for a label where it is typed: "help-seeking"."""
    return label.partition(":")[2].replace("_", "-")
