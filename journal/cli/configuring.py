"""`journal config completion`: settings, and completions for shells."""

from shlex import quote

from journal.cli.parsing import Arguments, Parser, parser_of
from journal.cli.shell import Dim, Shell
from journal.cli.verbs import VERBS
from journal.errors import Usage
from journal.settings import TABLE, parse, setting, shown
from journal.store import disk


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
        value = shown(getattr(shell.settings, setting(args.key).key))
        shell.put_json({args.key: value}) if args.json else shell.put(value)
        return 0
    values = {each.key: shown(getattr(shell.settings, each.key)) for each in TABLE}
    if args.json:
        shell.put_json(values)
        return 0
    for each in TABLE:
        shell.put(f"{each.key} = {values[each.key]}")
        shell.put(Dim(f"    {each.help} It is {each.form}."))
    return 0


def _set(shell: Shell, args: Arguments) -> int:
    """Write one setting, and leave everything else in the file as it is."""
    if args.key is None or args.value is None:
        raise Usage("Which setting should be what?", "journal config set KEY VALUE")
    import tomlkit

    value = shown(parse(args.key, args.value))
    path = shell.places.settings
    _ = shell.settings  # refuses to write over a file that cannot be read
    document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    document[args.key] = value
    with disk.refusing(path):
        disk.make_folder(path.parent)
        disk.replace(path, tomlkit.dumps(document).encode())
    shell.put(f"{args.key} = {value}")
    return 0


def completion_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def completion_verb(shell: Shell, args: Arguments) -> int:
    """Write a completion script. It knows verbs and options, and never opens the journal."""
    options = {name: _options(name) for name in VERBS}
    shell.stdout.write({"bash": _bash, "zsh": _zsh, "fish": _fish}[args.shell](options))
    return 0


def _options(name: str) -> list[str]:
    """Return the words that can follow a verb: options, and the choices of its arguments."""
    words: list[str] = []
    for action in parser_of(name)._actions:
        words += [option for option in action.option_strings if option.startswith("--")]
        words += [] if action.option_strings else [str(each) for each in action.choices or ()]
    return words


def _bash(options: dict[str, list[str]]) -> str:
    cases = "".join(f"    {name}) words='{' '.join(w)}' ;;\n" for name, w in options.items())
    return (
        "_journal() {\n"
        '  local current="${COMP_WORDS[COMP_CWORD]}" words\n'
        '  case "${COMP_WORDS[1]}" in\n'
        f"{cases}  esac\n"
        f"  [ \"$COMP_CWORD\" -eq 1 ] && words='{' '.join(options)}'\n"
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))\n'
        "}\n"
        "complete -o default -F _journal journal\n"
    )


def _zsh(options: dict[str, list[str]]) -> str:
    verbs = " ".join(quote(f"{verb.name}:{verb.help}") for verb in VERBS.values())
    cases = "".join(f"    {name}) compadd -- {' '.join(w)} ;;\n" for name, w in options.items())
    return (
        "#compdef journal\n"
        "_journal() {\n"
        f"  local -a verbs=({verbs})\n"
        "  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n"
        '  case "$words[2]" in\n'
        f"{cases}  esac\n"
        "  _files\n"
        "}\n"
        "compdef _journal journal\n"
    )


def _fish(options: dict[str, list[str]]) -> str:
    lines = ["complete -c journal -f -n __fish_use_subcommand"]
    for name, words in options.items():
        first, then = "__fish_use_subcommand", f"'__fish_seen_subcommand_from {name}'"
        about = VERBS[name].help.replace("'", "\\'")
        lines.append(f"complete -c journal -n {first} -a {name} -d '{about}'")
        lines.append(f"complete -c journal -n {then} -a '{' '.join(words)}'")
    return "\n".join(lines) + "\n"
