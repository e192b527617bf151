"""The place Loop: the four stages, each with what is in it."""

from journal.cli.look_back.gathering import goals
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Talk
from journal.practice.longer.parts import Line
from journal.practice.look_back.afterwards import goal_on_top
from journal.practice.loop.stages import stages
from journal.records.criteria import Criteria
from journal.visible import one_line

IN_LOOP = ("item", "experiment", "plan", "context", "belief", "feedback")
"""The kinds that the place Loop shows."""

_EMPTY = (
    "Here is what you want to find out, make sense of, try and pass on. Nothing is here yet. "
    ":question begins one, :try tries something."
)


def read_loop(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read the four stages, each with what is in it."""
    if aim := goal_on_top(goals(talk.voice)):
        talk.say(one_line(aim))
    loop = stages(talk.journal.find(Criteria(kinds=IN_LOOP)), talk.voice.today)
    if not loop.kept and not any(part.rows for part in loop.parts):
        talk.say(_EMPTY)
        return
    entries = []
    for part in loop.parts:
        lines = [Line(row.record, row.title, row.beside) for row in part.rows]
        heading = f"{part.name}, {part.gloss}{'.' if lines else ': nothing now.'}"
        entries += entries_under(heading, lines)
    talk.say(":m and a number moves one on.")
    if loop.kept:
        talk.say(f"{loop.kept[:1].upper()}{loop.kept[1:]}; :lessons kept reads them.")
    talk.read_list(entries)
