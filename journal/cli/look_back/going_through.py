"""Going through the questions of a longer look back, one line each, and reading it again."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from journal.cli.lines import SHORT
from journal.cli.look_back.lines import Lines
from journal.cli.look_back.longer import LONGER, Longer, begun, gone_through, has_words
from journal.cli.look_back.looking_back import take_every_end_as_ctrl_c
from journal.cli.nouns.noun import keep
from journal.cli.shell import Dim, Shell
from journal.errors import Usage
from journal.practice.deeds.deed import Deed
from journal.practice.longer.parts import Section
from journal.records.record import Record
from journal.visible import one_line, storable


def put_section(shell: Shell, section: Section) -> None:
    """Write one part of a longer look back, a line each."""
    shell.put()
    shell.put(section.heading)
    for line in section.lines:
        beside = f"  ({one_line(line.beside)})" if line.beside else ""
        id_ = f"{line.record.id[:SHORT]}  " if line.record else ""
        shell.put("  ", Dim(id_), one_line(line.words), Dim(beside))


def go_through(shell: Shell, span: str, day: date) -> int:
    """Ask the questions of a longer look back, each answered by a line of stdin; its id."""
    if span not in (*LONGER, "first"):
        raise Usage("Only a week, a month, a quarter and the first page have questions.",
                    "A day has its own: journal close")  # fmt: skip
    longer = begun(shell, span, day)
    take_every_end_as_ctrl_c()
    interrupted = False

    def ask(question: str) -> str | None:
        nonlocal interrupted
        shell.tell(question)
        try:
            line = shell.stdin.readline()
        except KeyboardInterrupt:
            interrupted = True
            return None
        return storable(line) if line else None

    lines = Lines(shell, ask, partial(_tell, shell), partial(_save, shell))
    after = gone_through(longer, lines, ask, shell.say)
    code = _keep(shell, longer, after)
    if interrupted:
        raise KeyboardInterrupt
    return code


def _tell(shell: Shell, section: Section) -> None:
    """Say a section before its lines are asked about; stdout is for the id alone."""
    shell.tell(section.heading)


def _save(shell: Shell, made: Sequence[Record], deed: Deed) -> None:
    """Keep what was done with a line, and say so."""
    text = "\n\n".join(record.text for record in made)
    shell.rescuing(text, lambda: shell.journal.save(*made, op=deed.op))
    shell.say(f"Kept: {deed.words}.")


def _keep(shell: Shell, before: Longer, after: Longer) -> int:
    if after.record == before.record or not has_words(after.review):
        if not after.moved:
            shell.say("Nothing was written, and nothing was kept.")
        return 0
    shell.say(f"Kept; `journal review {after.review.span} --answer` goes on."
              if after.review.left else "Kept.")  # fmt: skip
    return keep(shell, after.record, op="review")
