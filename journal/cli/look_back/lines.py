"""What a longer look back asks of single lines, asked one line each and kept at once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from journal.cli.nouns.doing import Ask, answers, chosen_deed
from journal.cli.nouns.noun import when_now
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.deeds.deed import Deed
from journal.practice.longer.asking import Asked, asked_of
from journal.practice.longer.parts import Section
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

NEXT = Callable[[str], str | None]
"""Asks a question; the answer, "" where it is skipped, None where the input ends."""

_AROUND = ("note", "experiment", "plan")
"""The kinds that may belong to a record of a line."""


class _Ended(Exception):
    """Nothing more is answered."""


class Lines(NamedTuple):
    """How the lines of a section are gone through.

    show  says a section before its lines are asked about
    save  keeps what a deed made
    """

    shell: Shell
    ask: NEXT
    show: Callable[[Section], None]
    save: Callable[[tuple[Record, ...], Deed], None]

    def go_through(self, section: Section) -> bool | None:
        """Ask about each line of a section; tell whether something was done, None at the end."""
        asked = asked_of(section, self.shell.journal.find(Criteria(_AROUND)))
        if asked:
            self.show(section)
        try:
            done = [self._answered(section, each) for each in asked]
        except _Ended:
            return None
        return any(done)

    def _answered(self, section: Section, asked: Asked) -> bool:
        """Ask what is to be done with one line, and do it; tell whether something was done."""
        words = f"{one_line(asked.line.words)}: "
        try:
            deed = self._chosen(asked.deeds, f"{words}{section.asks} ")
            said = answers(deed, self._after(words), self.shell.say) if deed else None
            if deed is None or said is None:
                return False
            record = self.shell.journal.get(asked.record.id)
            self.save(deed.do(record, said, when_now(self.shell)), deed)
        except Usage as error:
            self.shell.say(f"{error.message} {error.hint} It is left as it was.")
            return False
        return True

    def _chosen(self, deeds: Sequence[Deed], before: str) -> Deed | None:
        return deeds[0] if len(deeds) == 1 else chosen_deed(deeds, "", self._after(before))

    def _after(self, before: str) -> Ask:
        return lambda question: self._typed(f"{before}{question}")

    def _typed(self, question: str) -> str:
        typed = self.ask(question)
        if typed is None:
            raise _Ended
        return typed.strip()
