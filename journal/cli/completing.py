"""`journal completion`: what bash, zsh and fish need to finish a word of a command."""

from collections.abc import Iterator
from shlex import quote
from typing import NamedTuple

from journal.cli.parsing import DEFAULT_ACTION, Arguments, Parser, parser_of
from journal.cli.shell import Shell
from journal.cli.verbs import VERBS


class Words(NamedTuple):
    """What can follow a verb or an action: its options, its own choices, those of its options."""

    options: list[str]
    choices: list[str]
    values: dict[str, list[str]]


def completion_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def completion_verb(shell: Shell, args: Arguments) -> int:
    """Write a completion script. It knows verbs and options, and never opens the journal."""
    words = {name: each for verb in VERBS for name, each in _words(verb)}
    shell.stdout.write({"bash": _bash, "zsh": _zsh, "fish": _fish}[args.shell](words))
    return 0


def _words(verb: str) -> Iterator[tuple[str, Words]]:
    """Yield "trash list" and what can follow it, …, then "trash" and what can follow that."""
    parser = parser_of(verb)
    for action, own in parser.actions.items():
        yield f"{verb} {action}", _words_of(own)
    usual = parser.actions.get(DEFAULT_ACTION, parser)
    yield verb, _words_of(usual)._replace(choices=_words_of(parser).choices)


def _words_of(parser: Parser) -> Words:
    words = Words([], [], {})
    for action in parser._actions:  # argparse tells of them in no public way
        choices = [str(choice) for choice in action.choices or () if _is_word(str(choice))]
        if not action.option_strings:
            words.choices.extend(choices)
        for option in action.option_strings:
            if option.startswith("--"):
                words.options.append(option)
                words.values.update({option: choices} if choices else {})
    return words


def _is_word(choice: str) -> bool:
    """Tell whether a shell takes it for one word, so that it can be finished."""
    return choice.replace("-", "").isalnum()


def _values(words: dict[str, Words]) -> dict[str, list[str]]:
    """Return the choices of each option, wherever it is."""
    found: dict[str, dict[str, None]] = {}
    for each in words.values():
        for option, them in each.values.items():
            found.setdefault(option, {}).update(dict.fromkeys(them))
    return {option: list(them) for option, them in found.items()}


def _bash(words: dict[str, Words]) -> str:
    typed = "".join(f"    {_case(name)}) words={_quoted(w)} ;;\n" for name, w in words.items())
    values = "".join(f"    {o}) words='{' '.join(v)}' ;;\n" for o, v in _values(words).items())
    return (
        "_journal() {\n"
        '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words\n'
        '  local typed="${COMP_WORDS[1]}"\n'
        '  [ "$COMP_CWORD" -gt 2 ] && typed="$typed ${COMP_WORDS[2]}"\n'
        '  case "$typed" in\n'
        f"{typed}  esac\n"
        '  case "$before" in\n'
        f"{values}  esac\n"
        f"  [ \"$COMP_CWORD\" -eq 1 ] && words='{' '.join(VERBS)}'\n"
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))\n'
        "}\n"
        "complete -o default -F _journal journal\n"
    )


def _zsh(words: dict[str, Words]) -> str:
    verbs = " ".join(quote(f"{verb.name}:{verb.help}") for verb in VERBS.values())
    cases = "".join(
        f"    {_case(name)}) compadd -- {' '.join([*each.choices, *each.options])} ;;\n"
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
        '  local typed="$words[2]"\n'
        '  (( CURRENT > 3 )) && typed="$typed $words[3]"\n'
        '  case "$typed" in\n'
        f"{cases}  esac\n"
        "  _files\n"
        "}\n"
        "compdef _journal journal\n"
    )


def _case(name: str) -> str:
    """Return the pattern of a verb or an action; what stands behind a verb may be anything."""
    return quote(name) if " " in name else f"{name}|{name}\\ *"


def _fish(words: dict[str, Words]) -> str:
    lines = ["complete -c journal -f -n __fish_use_subcommand"]
    for verb in VERBS.values():
        about = quote(verb.help)
        lines.append(f"complete -c journal -n __fish_use_subcommand -a {verb.name} -d {about}")
    for name, each in words.items():
        then = f"complete -c journal -n '{_seen(name)}'"
        if each.choices:
            lines.append(f"{then} -a '{' '.join(each.choices)}'")
        for option in each.options:
            values = f" -xa '{' '.join(each.values[option])}'" if option in each.values else ""
            lines.append(f"{then} -l {option.removeprefix('--')}{values}")
    return "\n".join(lines) + "\n"


def _seen(name: str) -> str:
    return "; and ".join(f"__fish_seen_subcommand_from {word}" for word in name.split())


def _quoted(words: Words) -> str:
    return quote(" ".join([*words.choices, *words.options]))
