"""The look back on a day: which questions, in which order and wording, and what is kept of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from journal.errors import Usage
from journal.practice.look_back.angle import Choice, Unseen, Wishes, choose
from journal.practice.look_back.fading import Fading, Level, level
from journal.practice.look_back.history import Past, looked_back
from journal.practice.look_back.prompts import ANGLES, Pack, Prompt, asked, by_key
from journal.records.close import Answer, Close
from journal.records.record import Record, Sign
from journal.settings import Settings

FORMS = {
    "five": ("gather", "progress", "event", "question", "try", "tomorrow"),
    "minute": ("minute", "tomorrow"),
    "page": ("page",),
    "heavy": ("heavy",),
}
"""The steps of each form. A heavy day has one kind question, and none about causes."""

_PICKED = {
    Sign.SURPRISE: "asked because you marked this as a surprise",
    Sign.QUESTION: "asked because you marked this as a question",
    Sign.WORKED: "asked because you marked this as something that worked",
    Sign.STUCK: "asked because you marked this as stuck",
    Sign.SAID: "asked because you marked this as something someone said",
    Sign.LINK: "asked because you marked this as a link",
}


class Question(NamedTuple):
    """One question as it is put today.

    prompt, version  what an answer will name
    step             one of the steps of the form; the questions of a step stand together
    level            how much is shown; at "silent" a face shows only the field
    wording          the words for that level, never empty: they are kept with the answer
    example          one answer as somebody might write it, in full only, otherwise ""
    why              why it is asked at all, or ""
    because          why it is asked today, and in this way
    """

    prompt: str
    version: int
    step: str
    level: str
    wording: str
    example: str
    why: str
    because: str


class Manner(NamedTuple):
    """How the learner wants to be asked: the settings of the look back.

    preference  the angle they like best, or ""
    tomorrow    whether the line for tomorrow is asked for
    accepted    when they took up an offer of more help, by family
    """

    preference: str = ""
    tomorrow: bool = True
    accepted: Mapping[str, Collection[datetime]] = {}
    fading: Fading = Fading()
    unseen: Unseen = Unseen()


def manner_of(settings: Settings, *, tomorrow: bool = True) -> Manner:
    """Return how the learner wants to be asked, as they have set it."""
    return Manner(
        settings.angle,
        tomorrow,
        fading=Fading(settings.fade_made, settings.fade_of, settings.fade_of),
        unseen=Unseen(settings.unseen_days),
    )


def plan(
    packs: Iterable[Pack],
    form: str,
    notes: Sequence[Record],
    closes: Iterable[Record],
    day: date,
    *,
    picked: str = "",
    due_experiment: bool = False,
    manner: Manner = Manner(),  # noqa: B008 - immutable
) -> list[Question]:
    """Return the questions of a look back on `day`, in order.

    `notes` are those gathered for it, `closes` the earlier look backs, `picked` the id of the
    note that is looked at closely. Raises Usage when `form` is not one of FORMS.
    """
    if form not in FORMS:
        raise Usage(f'There is no look back of the form "{form}".', f"Forms: {', '.join(FORMS)}.")
    asking = _Asking(list(packs), list(closes), manner, _sign(notes, picked))
    wishes = Wishes(
        due_experiment, any(note.sign == Sign.STUCK for note in notes), manner.preference
    )
    steps = [step for step in FORMS[form] if _has_room(step, notes, manner)]
    return [question for step in steps for question in asking.step(step, day, wishes)]


def remaining(
    close: Close,
    packs: Iterable[Pack],
    closes: Iterable[Record],
    *,
    manner: Manner = Manner(),  # noqa: B008 - immutable
) -> list[Question]:
    """Return exactly the questions that were left in an interrupted `close`, in their order.

    A question that was retired meanwhile is not there.
    """
    asking = _Asking(list(packs), list(closes), manner)
    prompts = by_key(asking.packs)
    left = [prompts[key] for key in close.left if key in prompts]
    return [asking.question(prompt) for prompt in left if not prompt.retired]


def answered(
    close: Close,
    questions: Sequence[Question],
    given: Mapping[str, str],
    reached: int | None = None,
) -> Close:
    """Return `close` with what was `given`: by prompt, the text that was typed.

    An empty text skips and leaves no trace; one for an earlier answer replaces or removes it. Of
    the questions from number `reached` on, those without a text are `left`; None is all reached.
    Raises Usage when a text answers none of the questions: no word may be lost.
    """
    unasked = given.keys() - {question.prompt for question in questions}
    if unasked:
        raise Usage(f"There is no question {min(unasked)} in this look back.")
    return close._replace(
        answers=_answers(close, questions, given),
        tomorrow=_tomorrow(close, questions, given),
        left=tuple(q.prompt for q in questions[_end(questions, reached) :] if not _said(q, given)),
    )


def _end(questions: Sequence[Question], reached: int | None) -> int:
    return len(questions) if reached is None else reached


def _said(question: Question, given: Mapping[str, str]) -> str:
    return given.get(question.prompt, "").strip()


def _answers(
    close: Close, questions: Sequence[Question], given: Mapping[str, str]
) -> tuple[Answer, ...]:
    """Return the answers of `close` with the new ones, in the order of the questions."""
    kept = [answer for answer in close.answers if answer.prompt not in given]
    new = [
        Answer(q.prompt, q.version, q.wording, q.level, said)
        for q in questions
        if q.step != "tomorrow" and (said := _said(q, given))
    ]
    order = {question.prompt: number for number, question in enumerate(questions)}
    return tuple(sorted(kept + new, key=lambda answer: order.get(answer.prompt, -1)))


def _tomorrow(close: Close, questions: Sequence[Question], given: Mapping[str, str]) -> str:
    lines = [given[q.prompt] for q in questions if q.step == "tomorrow" and q.prompt in given]
    return " ".join(" ".join(lines).split()) if lines else close.tomorrow


def _sign(notes: Iterable[Record], picked: str) -> Sign | None:
    return next((note.sign for note in notes if note.id == picked), None)


def _has_room(step: str, notes: Sequence[Record], manner: Manner) -> bool:
    if step == "gather":
        return not notes
    return manner.tomorrow or step != "tomorrow"


class _Asking(NamedTuple):
    """What is needed to put a prompt into today's words."""

    packs: list[Pack]
    closes: list[Record]
    manner: Manner
    picked: Sign | None = None

    def step(self, step: str, day: date, wishes: Wishes) -> list[Question]:
        """Return the questions of `step`: of each family one, and of the angles one."""
        pool = asked(self.packs, step)
        past = looked_back(self.closes)
        if step == "question":
            choice = choose(self.packs, self.closes, day, wishes, self.manner.unseen)
            pool = [prompt for prompt in pool if _fits(prompt, choice)]
            turn = len(past) // len(ANGLES)
            return [self.question(_fresh(pool, past, turn), choice.because)] if pool else []
        families = dict.fromkeys(prompt.family for prompt in pool)
        pools = ([prompt for prompt in pool if prompt.family == family] for family in families)
        return [self.question(_fresh(pool, past, len(past))) for pool in pools]

    def question(self, prompt: Prompt, because: str = "") -> Question:
        """Return `prompt` as it is put today; `because` is its reason where there is a choice."""
        shown = self._level(prompt.family)
        if prompt.step == "event" and self.picked:
            because = _PICKED[self.picked]
        return Question(
            prompt=prompt.key,
            version=prompt.version,
            step=prompt.step,
            level=shown.name,
            wording=prompt.wording(shown.name),
            example=prompt.example if shown.name == "full" else "",
            why=prompt.why,
            because=because or shown.reason,
        )

    def _level(self, family: str) -> Level:
        return level(
            family,
            self.packs,
            self.closes,
            accepted=self.manner.accepted,
            rule=self.manner.fading,
        )


def _fits(prompt: Prompt, choice: Choice) -> bool:
    return prompt.angle == choice.angle and choice.phase in ("", prompt.phase)


def _fresh(pool: Sequence[Prompt], past: Sequence[Past], turn: int) -> Prompt:
    """Return the prompt that was answered the longest time ago; among those never: by `turn`."""
    last = {
        answer.prompt: number for number, one in enumerate(past) for answer in one.close.answers
    }
    oldest = min(last.get(prompt.key, -1) for prompt in pool)
    waiting = [prompt for prompt in pool if last.get(prompt.key, -1) == oldest]
    return waiting[turn % len(waiting)]
