"""`journal config`: settings, seen and changed."""

from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import Usage
from journal.settings import TABLE, plain, setting, shown
from journal.settings_file import change


def config_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal config`."""
    parser.add_argument("action", choices=("get", "set"), nargs="?")
    parser.add_argument("key", nargs="?")
    parser.add_argument("value", nargs="?")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def config_verb(shell: Shell, args: Arguments) -> int:
    """Show settings, or change one."""
    if args.action == "set":
        return _set(shell, args)
    if args.action == "get" and args.key:
        value = getattr(shell.settings, setting(args.key).key)
        shell.put_json({args.key: plain(value)}) if args.json else shell.put(shown(value))
        return 0
    values = shell.settings._asdict()
    if args.json:
        shell.put_json({key: plain(value) for key, value in values.items()})
        return 0
    for each in TABLE:
        shell.put(f"{each.key} = {shown(values[each.key])}")
        shell.put(Dim(f"    {each.help} It is {each.form}."))
    return 0


def _set(shell: Shell, args: Arguments) -> int:
    """Write one setting, and leave everything else in the file as it is."""
    if args.key is None or args.value is None:
        raise Usage("Which setting should be what?", "journal config set KEY VALUE")
    value = change(shell.places.settings, args.key, args.value)
    shell.put(f"{args.key} = {shown(value)}")
    shell.say(setting(args.key).help)
    return 0
