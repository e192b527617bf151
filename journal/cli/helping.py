"""`journal help`: examples first."""

from journal import __version__
from journal.cli.parsing import Arguments, Parser, parser_of
from journal.cli.shell import Shell
from journal.cli.verbs import VERBS
from journal.errors import EXIT_CODES, Usage

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
    "undo": ("journal undo", "journal undo 3", "journal undo --list"),
    "close": ("journal close", "journal close --minute", "journal close --resume"),
    "review": ("journal review week", "journal review onthisday"),
    "import": ("journal import", "journal import markdown ~/notes --dry-run"),
    "export": ("journal export json journal.json", "journal export markdown ~/journal-pages"),
    "config": ("journal config", "journal config set day_ends 05:00"),
    "completion": ('eval "$(journal completion bash)"',),
    "status": ("journal status", "journal status --line"),
}
"""Commands to copy, per verb."""


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
        "  journal close           look back on the day\n\n"
        f"{verbs}\n\n"
        "`journal help VERB` says more; `journal help exit-codes` lists how commands end."
    )


def help_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal help`."""
    parser.add_argument("topic", nargs="?", metavar="VERB", help="a verb, or exit-codes")


def help_verb(shell: Shell, args: Arguments) -> int:
    """Show help on a verb, or on exit codes."""
    if args.topic is None:
        shell.put(overview())
    elif args.topic == "exit-codes":
        for code, meaning in EXIT_CODES.items():
            shell.put(f"{code:4}  {meaning}")
    elif args.topic in VERBS:
        for example in EXAMPLES.get(args.topic, ()):
            shell.put(f"  {example}")
        shell.put(parser_of(args.topic).format_help().rstrip())
    else:
        raise Usage(f"There is no verb {args.topic!r}.", "`journal help` lists them all.")
    return 0
