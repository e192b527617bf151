"""`journal check`: everything is read, and what cannot be read is named; nothing is changed."""

from journal.cli.lines import SHORT
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.errors import Damaged
from journal.store.change import Damage
from journal.store.kept.backups import newest_backup


def check_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal check`."""
    parser.add_argument(
        "--read-data", action="store_true", help="also every earlier version, and every backup"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def check_verb(shell: Shell, args: Arguments) -> int:
    """Read everything; end with 6 when something cannot be read."""
    damage = shell.journal.damage(versions=args.read_data)
    both = shell.journal.on_both_sides()
    records = len(shell.journal.table())
    backups = _wrong_backups(shell) if args.read_data else {}
    if args.json:
        found = [one._asdict() for one in damage]
        said = {"records": records, "damage": found, "edited_on_both_sides": both}
        shell.put_json({**said, "wrong_backups": backups} if args.read_data else said)
    else:
        _put(shell, damage, both, backups)
        places = f"{len(damage) or 'no'} damaged place{'' if len(damage) == 1 else 's'}"
        shell.put(f"{records} record{'' if records == 1 else 's'} read, {places}.")
    if damage:
        _hint(shell)
    return Damaged.code if damage or backups else 0


def _wrong_backups(shell: Shell) -> dict[str, list[str]]:
    from journal.cli.keeping.backing import wrong_backups

    return wrong_backups(shell)


def _put(
    shell: Shell, damage: list[Damage], both: list[str], backups: dict[str, list[str]]
) -> None:
    for one in damage:
        line = f", line {one.line}" if one.line else ""
        shell.put(f"{one.file}{line}: {one.reason}" if one.file else one.reason)
    for name, wrong in backups.items():
        shell.put(f"backup {name}: {'; '.join(wrong)}")
    for id_ in both:
        short = id_[:SHORT]
        shell.put(f"{short} was edited on two sides; `journal join {short}` shows both.")


def _hint(shell: Shell) -> None:
    shell.say("What cannot be read stays in its file, as it is; everything else is there.")
    if newest := newest_backup(shell.places):
        shell.say(f"The newest backup is {newest}.")
    shell.say("`journal repair` puts right what can be.")
