"""The figures I1 to I14: what each is, how much it needs, what would change it."""

from collections.abc import Callable
from typing import NamedTuple

from journal.analysis.growth import answers, phases, setbacks, tries, writing
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.material import Material
from journal.analysis.growth.summing import (
    Summing,
    by_week,
    grid,
    lean_and_gap,
    middle,
    share,
    times,
)
from journal.analysis.growth.windows import FOUR_WEEKS, TWELVE_WEEKS

SHARE_SOURCE = "share with its score interval at 80 % (Wilson 1927)"


class Rule(NamedTuple):
    """One figure.

    code        its code in data and docs; `name`: by which it is chosen
    title       what it is called on the screen
    definition  what is counted, of what, in one sentence
    least       so many events it needs
    find        finds its evidence in a whole journal
    sum_up      makes of evidence what the figure says
    moves       what would change it, in one sentence
    source      the formula, with author and year
    changes     whether "changed" may ever be said of it: only of shares that have a past
    is_trusted  tells of a journal whether it may be said there, by what the learner said of it
    has_past    whether the days before can be told, and not only how it is today
    days        over how many days it is
    """

    code: str
    name: str
    title: str
    definition: str
    least: int
    find: Callable[[Material], list[Evidence]]
    sum_up: Summing
    moves: str
    source: str = SHARE_SOURCE
    changes: bool = True
    is_trusted: Callable[[Material], bool] = lambda _material: True
    has_past: bool = True
    days: int = FOUR_WEEKS


def _safe(k: int, n: int) -> str:
    return "What you expect may be very safe" if k == 0 and n >= 5 else ""


RULES = (
    Rule(
        "I1", "tries", "Tries followed through",
        "Tries whose day to look came, with what was expected, what happened and what it teaches "
        "all written, of all tries whose day came; those let go with a reason are left out.",
        4, tries.followed_through, share("{k} of {n} tries followed through to what they teach"),
        "Looking at a try, and writing what it teaches.",
    ),
    Rule(
        "I2", "days", "From start to look",
        "Days from the start of a try to the look at it, for tries looked at.",
        4, tries.days_to_look, middle("{value} days in the middle, over {n} tries"),
        "A nearer or a later day to look.", "median", changes=False,
    ),
    Rule(
        "I3", "surprises", "What came differently",
        "Tries looked at where what came was different, of all looked at; those of which you can't "
        "tell are left out. Neither many nor few is better.",
        5, tries.came_differently, share("{k} of {n} tries came differently", _safe),
        "Tries whose end is open.",
    ),
    Rule(
        "I4", "stuck", "After being stuck",
        "Notes you signed as stuck, at least seven days old, that something linked to them "
        "followed within seven days (a try, a change around you, a question followed up, what "
        "somebody said, something that worked), of all such notes.",
        5, setbacks.after_stuck, share("{k} of {n} times stuck were followed by another way"),
        "Linking what you do next to the note it came from.",
    ),
    Rule(
        "I5", "if-thens", "If–thens tried",
        "Times that an if–then came up and was tried, of all times that one came up.",
        5, answers.if_thens_tried, share("{k} of {n} times that an if–then came up it was tried"),
        "What you do the next time that one comes up.",
    ),
    Rule(
        "I6", "elsewhere", "Lessons used elsewhere",
        "Times that a lesson was used in another setting than the one it came from; whether it "
        "worked is kept apart.",
        3, answers.used_elsewhere, times("once a lesson was used elsewhere",
                                         "{n} times a lesson was used elsewhere"),
        "Noting it when a lesson serves somewhere else.", "count", changes=False,
    ),
    Rule(
        "I7", "goals", "Goals that say “learn how”",
        "Active goals that you called something to learn, of all active goals of which you said "
        "what they are. A result to reach can be the right goal.",
        3, answers.goals_to_learn, share("{k} of {n} goals say “learn how”"),
        "The goals you set, and what you call them.", changes=False, has_past=False,
    ),
    Rule(
        "I8", "how-sure", "How sure, and how it came",
        "For each try looked at: how sure you were less your rating of the result, both 0 to 10; "
        "the mean, and the mean size.",
        6, tries.sure_against_came, lean_and_gap,
        "Saying how sure you are before, and how it came after.", "means", changes=False,
    ),
    Rule(
        "I9", "why", "Why, another view, what next",
        "Look backs on an event with a reason, another view and what comes next, as far as the "
        "rules see them, of all look backs on an event.",
        8, writing.three_moves, share("{k} of {n} look backs hold all three"),
        "A reason, another view and a next step in one look back.", is_trusted=writing.is_trusted,
    ),
    Rule(
        "I10", "around", "Changes around you",
        "What you noticed around you, what you changed, and what helped; by kind of surroundings.",
        0, answers.around_you, grid,
        "Noticing what is in the way, and changing it.", "counts", changes=False,
    ),
    Rule(
        "I11", "minds", "Changed your mind",
        "Times that you revised what you think, or changed or retired a lesson, with the reason.",
        1, answers.changed_mind,
        times("once you changed your mind", "{n} times you changed your mind"),
        "Looking again at what you think.", "count", changes=False,
    ),
    Rule(
        "I12", "said", "What people said, decided",
        "What people said to you that was decided with a reason (use, adapt, park, disagree), of "
        "all that was said. Disagreeing is a decision like the others.",
        4, answers.decided, share("{k} of {n} things that people said are decided"),
        "Deciding, with a reason.",
    ),
    Rule(
        "I13", "phases", "Before, during, after",
        "Weeks of the last twelve in which anything was kept, and in how many of them something "
        "was planned before, noted or done during, looked at after.",
        phases.LEAST, phases.touched, by_week,
        "A line before, a note during, a look after.", "counts of weeks", changes=False,
        days=TWELVE_WEEKS,
    ),
    Rule(
        "I14", "events", "About one event",
        "Look backs that pick a note or tell an event, of all look backs.",
        8, writing.about_one_event, share("{k} of {n} look backs are about one event"),
        "Picking one note to look at closely.",
    ),
)  # fmt: skip
"""The figures, after the definitions that the product was designed with (docs/growth.md)."""


def rule(name: str) -> Rule | None:
    """Return the figure with this code or name, whatever the case."""
    wanted = name.casefold()
    return next((each for each in RULES if wanted in (each.code.casefold(), each.name)), None)
