"""What became of tries: followed through, how long, what came, how sure against how it came."""

from collections.abc import Iterator
from datetime import date

from journal.analysis.growth.evidence import Evidence, whole
from journal.analysis.growth.material import Material
from journal.records.experiment import Difference, Experiment, Stage
from journal.records.record import Record

_LOOKED_AT = (
    Stage.REVIEWED, Stage.ADOPTED, Stage.ADAPTED, Stage.REPEATED, Stage.UNCLEAR,
)  # fmt: skip


def own_tries(material: Material) -> Iterator[tuple[Record, Experiment]]:
    """Yield the tries that the learner has begun; not those of colleagues."""
    for record, own in material.of(Experiment):
        if not own.whose and own.state is not Stage.DRAFTED:
            yield record, own


def looked_at(material: Material) -> Iterator[tuple[Record, Experiment, date]]:
    """Yield the tries that were looked at, and the day of the look."""
    for record, own in own_tries(material):
        if own.reviewed and own.state in _LOOKED_AT:
            yield record, own, own.reviewed


def called(own: Experiment) -> str:
    """Return what a try is called in one line."""
    return own.response or own.cue


def followed_through(material: Material) -> list[Evidence]:
    """Return the tries that were due: they count with an expectation, what happened, a lesson.

    Those that were let go with a reason are left out.
    """
    found = []
    for record, own in own_tries(material):
        due = min((day for day in (own.look, own.reviewed) if day), default=None)
        let_go = own.state is Stage.DROPPED and own.why
        is_over = due and (due < material.today or own.reviewed)
        if due and is_over and not let_go:
            parts = (
                ("what was expected", own.prediction), ("what happened", own.happened),
                ("what it teaches", own.teaches),
            )  # fmt: skip
            there = [name for name, words in parts if words]
            lacks = [name for name, words in parts if not words]
            why = f"lacks {_listed(lacks)}" if lacks else f"has {_listed(there)}"
            found.append(whole(record, due, called(own))._replace(counts=not lacks, why=why))
    return found


def days_to_look(material: Material) -> list[Evidence]:
    """Return the tries that were looked at, each with its days from start to look."""
    return [
        whole(record, day, called(own))._replace(
            value=float((day - own.started).days) if own.started else None,
            counts=True if own.started else None,
            why="days from its start to the look" if own.started else "its start is not known",
        )
        for record, own, day in looked_at(material)
    ]


def came_differently(material: Material) -> list[Evidence]:
    """Return the tries that were looked at: they count where what came was different."""
    return [
        whole(record, day, called(own))._replace(
            counts=None
            if own.difference in (None, Difference.UNKNOWN)
            else own.difference is Difference.DIFFERENT,
            part=own.difference or Difference.UNKNOWN,
            why=f"it came: {own.difference or Difference.UNKNOWN}",
        )
        for record, own, day in looked_at(material)
    ]


def sure_against_came(material: Material) -> list[Evidence]:
    """Return the tries that were looked at, each with how sure less how it came."""
    found = []
    for record, own, day in looked_at(material):
        each = whole(record, day, called(own))
        if own.sureness is None or own.result is None:
            lacks = "how sure you were" if own.sureness is None else "your rating of the result"
            found.append(each._replace(counts=None, why=f"lacks {lacks}"))
        else:
            why = f"sure {own.sureness} of 10, came {own.result} of 10"
            found.append(each._replace(value=float(own.sureness - own.result), why=why))
    return found


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
