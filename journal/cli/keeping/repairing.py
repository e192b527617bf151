"""`journal repair`: what cannot be read, put back, taken in or reported; nothing is deleted."""

from journal.cli.agreeing import must_agree
from journal.cli.keeping.late import offer_late
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Damaged
from journal.store.kept.fates import TAKEN_IN_AS_EDIT, in_words
from journal.store.kept.repairing import ROOT_BACK, Repaired, Wrong, repair, wrong_with


def repair_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal repair`."""
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def repair_verb(shell: Shell, args: Arguments) -> int:
    """Repair the journal after a backup of everything; end with 6 where something is lost."""
    wrong = wrong_with(shell.journal)
    done = _repaired(shell, args, wrong) if wrong.root or wrong.fates else None
    _report(shell, args, done)
    offer_late(shell, args, "")
    return Damaged.code if done and done.lost else 0


def _repaired(shell: Shell, args: Arguments, wrong: Wrong) -> Repaired | None:
    """Say what is wrong and what would be done about it, ask, and do it."""
    if wrong.root:
        shell.say("journal.json cannot be read, or is not as it was written.")
    for fate in wrong.fates:
        shell.say(in_words(fate))
    shell.tell(
        "First everything is kept as a backup, as it is. Then the journal is built anew from every "
        "line that can be read, and from backups."
    )
    must_agree(shell, args, "Repair it?")
    return repair(shell.journal)


def _report(shell: Shell, args: Arguments, done: Repaired | None) -> None:
    if args.json:
        fates = [{**fate._asdict(), "lost": fate.is_lost} for fate in done.fates] if done else []
        before = done.before.name if done else None
        shell.put_json({"before": before, "lost": done.lost if done else 0, "lines": fates})
    elif done is None:
        shell.put("Nothing to repair: every line can be read.")
    if done is None:
        return
    for fate in [] if args.json else done.fates:
        shell.put(in_words(fate))
    lost = f"{done.lost or 'no'} line{'' if done.lost == 1 else 's'} lost"
    shell.say(f"Repaired, {lost}. As it was before, it is in {done.before.folder}.")
    if any(fate.fate == ROOT_BACK for fate in done.fates):
        shell.tell("The passphrase of that backup's time is the one that opens it now.")
    if any(fate.fate == TAKEN_IN_AS_EDIT for fate in done.fates):
        shell.tell("What was taken in as an edit: `journal history ID` shows what it said before.")
