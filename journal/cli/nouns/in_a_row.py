"""Questions gone through in a row, a line of stdin each; what is said becomes a page."""

from journal.cli.look_back.gathering import packs
from journal.cli.nouns.noun import Noun, add_id, keep, record_of, when_now
from journal.cli.parsing import Action, Arguments
from journal.cli.shell import Shell
from journal.errors import Usage
from journal.practice.deeds.in_a_row import in_a_row
from journal.visible import storable


def in_a_row_action(noun: Noun, name: str, about: str) -> Action:
    """Return the action that asks about a record of `noun`; the id of the page is the result."""

    def run(shell: Shell, args: Arguments) -> int:
        record = record_of(shell, noun, args.id)
        deed = next(iter(in_a_row(record, packs(shell))), None)
        if deed is None:
            raise Usage(f"This {noun.name} is not asked about.", "It has to be a lesson by now.")
        said = []
        for wanted in deed.wants:
            shell.tell(wanted.words)
            said.append(storable(shell.stdin.readline()))
        _, page = deed.do(record, tuple(said), when_now(shell))
        return keep(shell, page, op=deed.op)

    return Action(name, about, run, add_id)
