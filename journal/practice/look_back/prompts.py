"""What can be asked: prompts, the packs that they come in, and how to find one."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from journal.settings import ANGLES as ANGLES

DAY = ("gather", "progress", "event", "question", "try", "tomorrow", "minute", "heavy", "page")
"""The steps of a look back on a day: the five, the end page, and the three shorter forms."""

REVIEWS = {
    "week": ("week", "context", "principle", "focus"),
    "month": ("month", "pulse"),
    "quarter": ("quarter", "snapshot"),
    "first": ("first",),
}
"""The steps of a longer look back, by how long it is, in the order in which they come."""

STEPS = (*DAY, *chain.from_iterable(REVIEWS.values()), "coaching", "doubt", "story")
"""Where a prompt is asked: on a day, on a longer time, of a try, a belief or plan, in a story."""

PHASES = ("before", "during", "after")
"""Forethought, performance and self-reflection (Zimmerman, 2000), in plain words."""

LEVELS = ("full", "cue", "word", "silent")
"""How much of a prompt is shown, from most to least."""


class Prompt(NamedTuple):
    """One question, in its three lengths.

    pack, version  the pack that asks, and its version
    id             its name inside the pack
    step           one of STEPS
    family         the move it asks for; fading counts per family, and of a family one is asked
    angle          one of ANGLES where step is "question", otherwise ""
    phase          one of PHASES, or ""
    full, cue      the question, and its short form
    word           the shortest form
    example        one answer as somebody might write it, or ""
    why            why it is asked, or ""
    retired        no longer asked; old answers still find it here
    """

    pack: str
    version: int
    id: str
    step: str = ""
    family: str = ""
    angle: str = ""
    phase: str = ""
    full: str = ""
    cue: str = ""
    word: str = ""
    example: str = ""
    why: str = ""
    retired: bool = False

    @property
    def key(self) -> str:
        """What an answer calls this prompt: "pack/id"."""
        return f"{self.pack}/{self.id}"

    def wording(self, level: str) -> str:
        """Return the words for `level`, one of LEVELS.

        For "silent" it is the one word: it names the answer, though nothing is asked with it.
        """
        return {"full": self.full, "cue": self.cue}.get(level, self.word)


class Pack(NamedTuple):
    """Prompts that belong together; once merged there is one pack of an id in a language."""

    id: str
    version: int
    language: str
    title: str
    prompts: tuple[Prompt, ...]


def in_language(packs: Iterable[Pack], language: str) -> list[Pack]:
    """Return the packs in `language`, or the English ones where there are none."""
    all_ = list(packs)
    spoken = [pack for pack in all_ if pack.language == language]
    return spoken or [pack for pack in all_ if pack.language == "en"]


def by_key(packs: Iterable[Pack]) -> dict[str, Prompt]:
    """Return every prompt under the name that answers use, the retired ones included."""
    return {prompt.key: prompt for pack in packs for prompt in pack.prompts}


def asked(packs: Iterable[Pack], step: str) -> list[Prompt]:
    """Return the prompts of `step` that are in use, in the order of the packs."""
    prompts = (prompt for pack in packs for prompt in pack.prompts)
    return [prompt for prompt in prompts if prompt.step == step and not prompt.retired]


def merge(shipped: Iterable[Pack], own: Iterable[Pack]) -> list[Pack]:
    """Return the packs in use: the shipped ones with the learner's own laid over them.

    A prompt of the same pack and id is replaced, a new one is added at the end of its pack, a
    retired one is kept as retired. A pack of a new name comes last, and so does one in another
    language, which is a translation and leaves the original alone.
    """
    packs = {(pack.id, pack.language): pack for pack in shipped}
    for pack in own:
        key = (pack.id, pack.language)
        packs[key] = _laid_over(packs[key], pack) if key in packs else pack
    return list(packs.values())


def _laid_over(below: Pack, above: Pack) -> Pack:
    prompts = {prompt.id: prompt for prompt in below.prompts}
    for prompt in above.prompts:
        old = prompts.get(prompt.id)
        prompts[prompt.id] = _replaced(old, prompt) if old else prompt
    return above._replace(title=above.title or below.title, prompts=tuple(prompts.values()))


def _replaced(old: Prompt, new: Prompt) -> Prompt:
    """Return what is asked instead of `old`; a change that names no family stays in the old one."""
    if new.retired:
        return old._replace(retired=True)
    return new._replace(family=old.family) if new.family == new.id else new
