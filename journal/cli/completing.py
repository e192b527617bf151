"""`journal completion`: what bash, zsh and fish need to finish a word of a command."""

from shlex import quote
from typing import NamedTuple

from journal.cli.parsing import Arguments, Parser, parser_of
from journal.cli.shell import Shell
from journal.cli.verbs import VERBS


class Words(NamedTuple):
    """What can follow one verb: its options, its own choices, and those of its options."""

    options: list[str]
    choices: list[str]
    values: dict[str, list[str]]


def completion_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def completion_verb(shell: Shell, args: Arguments) -> int:
    """Write a completion script. It knows verbs and options, and never opens the journal."""
    words = {name: _words(name) for name in VERBS}
    shell.stdout.write({"bash": _bash, "zsh": _zsh, "fish": _fish}[args.shell](words))
    return 0


def _words(name: str) -> Words:
    words = Words([], [], {})
    for action in parser_of(name)._actions:  # argparse tells of them in no public way
        choices = [str(choice) for choice in action.choices or ()]
        if not action.option_strings:
            words.choices.extend(choices)
        for option in action.option_strings:
            if option.startswith("--"):
                words.options.append(option)
                words.values.update({option: choices} if choices else {})
    return words


def _values(words: dict[str, Words]) -> dict[str, list[str]]:
    """Return the choices of each option; an option means the same wherever it is."""
    return {option: them for each in words.values() for option, them in each.values.items()}


def _bash(words: dict[str, Words]) -> str:
    verbs = "".join(f"    {name}) words={_quoted(each)} ;;\n" for name, each in words.items())
    values = "".join(f"    {o}) words='{' '.join(v)}' ;;\n" for o, v in _values(words).items())
    return (
        "_journal() {\n"
        '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words\n'
        '  case "${COMP_WORDS[1]}" in\n'
        f"{verbs}  esac\n"
        '  case "$before" in\n'
        f"{values}  esac\n"
        f"  [ \"$COMP_CWORD\" -eq 1 ] && words='{' '.join(words)}'\n"
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))\n'
        "}\n"
        "complete -o default -F _journal journal\n"
    )


def _zsh(words: dict[str, Words]) -> str:
    verbs = " ".join(quote(f"{verb.name}:{verb.help}") for verb in VERBS.values())
    cases = "".join(
        f"    {name}) compadd -- {' '.join([*each.choices, *each.options])} ;;\n"
        for name, each in words.items()
    )
    values = "".join(
        f"    {option}) compadd -- {' '.join(them)}; return ;;\n"
        for option, them in _values(words).items()
    )
    return (
        "#compdef journal\n"
        "_journal() {\n"
        f"  local -a verbs=({verbs})\n"
        "  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n"
        '  case "$words[CURRENT-1]" in\n'
        f"{values}  esac\n"
        '  case "$words[2]" in\n'
        f"{cases}  esac\n"
        "  _files\n"
        "}\n"
        "compdef _journal journal\n"
    )


def _fish(words: dict[str, Words]) -> str:
    lines = ["complete -c journal -f -n __fish_use_subcommand"]
    for name, each in words.items():
        about = quote(VERBS[name].help)
        lines.append(f"complete -c journal -n __fish_use_subcommand -a {name} -d {about}")
        then = f"complete -c journal -n '__fish_seen_subcommand_from {name}'"
        if each.choices:
            lines.append(f"{then} -a '{' '.join(each.choices)}'")
        for option in each.options:
            values = f" -xa '{' '.join(each.values[option])}'" if option in each.values else ""
            lines.append(f"{then} -l {option.removeprefix('--')}{values}")
    return "\n".join(lines) + "\n"


def _quoted(words: Words) -> str:
    return quote(" ".join([*words.choices, *words.options]))
