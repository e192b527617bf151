"""`journal help`: examples first."""

from journal import __version__
from journal.cli.parsing import Arguments, Parser, parser_of
from journal.cli.shell import Shell
from journal.cli.verbs import VERBS
from journal.errors import EXIT_CODES

EXAMPLES = {
    "add": (
        'journal add "Nearly missed the new pump alarm"',
        "journal add + drew it before writing it",
        'journal add --at "yesterday 17:30" -t ward "Asked her first this time"',
        "git log -1 --format=%B | journal add -",
    ),
    "list": ("journal list -n 5", "journal list --from monday --tag ward", "journal list --json"),
    "show": ("journal show last", "journal show k7q2xz --json"),
    "search": ('journal search pump -night "second count"', "journal search from:2w sign:stuck"),
    "edit": ("journal edit last", "journal edit k7q2xz -t ward --sign worked"),
    "rm": ("journal rm k7q2xz", "journal undo"),
    "trash": ("journal trash", "journal trash restore k7q2xz"),
    "history": ("journal history k7q2xz", "journal history last --json"),
    "undo": ("journal undo", "journal undo 3", "journal undo --list"),
    "redo": ("journal redo", "journal redo 2"),
    "close": ("journal close", "journal close --minute", "journal close --resume"),
    "day": ("journal day", "journal day yesterday", 'journal day "last friday"'),
    "review": ("journal review week", "journal review month 2026-10", "journal review onthisday"),
    "status": ("journal status", "journal status --line"),
    "demo": ("journal demo", "journal demo --plain", "journal demo | head"),
    "import": ("journal import", "journal import markdown ~/notes --dry-run"),
    "export": ("journal export json journal.json", "journal export markdown ~/journal-pages"),
    "prompts": ("journal prompts", "journal prompts show daily", "journal prompts edit mine"),
    "check": ("journal check", "journal check --json"),
    "doctor": ("journal doctor",),
    "paths": ("journal paths", "journal paths --json"),
    "config": ("journal config", "journal config set day_ends 05:00"),
    "completion": ('eval "$(journal completion bash)"', "journal completion fish | source"),
    "help": ("journal help add", "journal help exit-codes"),
}
"""Commands to copy, per verb."""

CODES = "exit-codes"
TOPICS = (*VERBS, CODES)
"""What there is help on."""


def version() -> str:
    """Return the version line."""
    return f"journal {__version__}"


def overview() -> str:
    """Return what `journal --help` says."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb.name:{width}}  {verb.help}" for verb in VERBS.values())
    return (
        "A private learning journal. It stays on this computer.\n\n"
        '  journal                 open it\n  journal add "…"         keep a note\n'
        "  journal close           look back on the day\n"
        "  journal --plain         all of it one line at a time, for a screen reader\n\n"
        f"{verbs}\n\n"
        "`journal help VERB` says more; `journal help exit-codes` lists how commands end."
    )


def help_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal help`."""
    parser.add_argument(
        "topic", nargs="?", metavar="VERB", choices=TOPICS, help="a verb, or exit-codes"
    )


def help_verb(shell: Shell, args: Arguments) -> int:
    """Show help on a verb, or on exit codes."""
    if args.topic is None:
        shell.put(overview())
    elif args.topic == CODES:
        for code, meaning in EXIT_CODES.items():
            shell.put(f"{code:4}  {meaning}")
    else:
        for example in EXAMPLES[args.topic]:
            shell.put(f"  {example}")
        shell.put(parser_of(args.topic).format_help().rstrip())
    return 0
