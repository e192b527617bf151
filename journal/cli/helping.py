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
    "trash": (
        "journal trash",
        "journal trash restore k7q2xz",
        "journal trash purge k7q2xz",
    ),
    "history": ("journal history k7q2xz", "journal history last --json"),
    "undo": ("journal undo", "journal undo 3", "journal undo --list"),
    "redo": ("journal redo", "journal redo 2"),
    "item": (
        "journal item new --from last",
        'journal item new "Why does the second review always find more"',
        "journal item move k7q2xz sensing --person Ana",
        'journal item move k7q2xz settled --text "It looks for intent, not for code"',
        "journal item move k7q2xz ready",
        'journal item move k7q2xz shared --to "the team" --file ~/lesson.txt',
    ),
    "try": (
        'journal try new --if "a call drifts" --then "ask what we decide" '
        '--expect "fewer calls" --sure 7',
        'journal try result k7q2xz partly --happened "Two of three came to an end"',
        'journal try adapt k7q2xz --then "ask for it at the start"',
        "journal try card k7q2xz try.json",
    ),
    "plan": (
        'journal plan new "If a call drifts, I\'ll ask for the decision"',
        "journal plan answer k7q2xz helped",
    ),
    "belief": (
        'journal belief new "I think that checklists hide what they do not list"',
        'journal belief against k7q2xz "The new one has a blank line" --note m2c8pd',
        'journal belief revise k7q2xz "They hide it until somebody asks" --why "the audit"',
    ),
    "asset": ('journal asset new "Asking before answering" --note k7q2xz', "journal asset list"),
    "context": (
        'journal context new --in physical "The phone rings all morning"',
        'journal context change k7q2xz "Took it off the desk until ten" --look fri',
    ),
    "feedback": (
        'journal feedback new --who Ana "You answered before she had asked"',
        'journal feedback decide k7q2xz adapt --words "Not in every call"',
    ),
    "goal": (
        'journal goal new "Learning how to hear the question behind the question"',
        "journal goal edit last --leading 'asked before answering'",
        'journal goal seen k7q2xz "twice today" --sign "asked before answering"',
        "journal goal reach k7q2xz",
    ),
    "coach": (
        'journal coach add "Ana" --contact ana@example.org --key ana.pub --learner Sam',
        'journal coach hide Ana "Acme=a customer"',
    ),
    "share": (
        'journal share preview Ana --question "How do I ask sooner?" --passage k7q2xz.2 --want ask',
        "journal share give amber-kettle-robin-field --to ~/pages",
        "journal share withdraw amber-kettle-robin-field",
    ),
    "reply": ("journal reply answer.txt", "journal reply - --to amber-kettle-robin-field --later"),
    "close": ("journal close", "journal close --minute", "journal close --resume"),
    "day": ("journal day", "journal day yesterday", 'journal day "last friday"'),
    "review": (
        "journal review week",
        "journal review month 2026-10",
        "journal review week --answer",
        "journal review onthisday",
    ),
    "growth": ("journal growth", "journal growth --module1", "journal growth --html growth.html"),
    "status": ("journal status", "journal status --line"),
    "demo": ("journal demo", "journal demo --plain", "journal demo | head"),
    "read": ("journal read notes.md", "journal show last | journal read", "journal read - --json"),
    "import": ("journal import", "journal import markdown ~/notes --dry-run"),
    "export": ("journal export json journal.json", "journal export markdown ~/journal-pages"),
    "prompts": ("journal prompts", "journal prompts show daily", "journal prompts edit mine"),
    "join": ("journal join", "journal join k7q2xm", "journal join k7q2xm --keep 1"),
    "backup": ("journal backup", "journal backup create", "journal backup restore 17"),
    "repair": ("journal repair", "journal repair --yes --json"),
    "check": ("journal check", "journal check --read-data --json"),
    "doctor": ("journal doctor",),
    "paths": ("journal paths", "journal paths --json"),
    "encrypt": ("journal encrypt", "journal encrypt --key-file /media/stick/journal.key"),
    "decrypt": ("journal decrypt",),
    "unlock": ("journal unlock", "journal unlock --for 8h"),
    "lock": ("journal lock",),
    "passphrase": ("journal passphrase",),
    "recovery": ("journal recovery --check", "journal recovery"),
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
        parser = parser_of(args.topic)
        shell.put(parser.format_help().rstrip())
        for action in parser.actions.values():
            shell.put(f"\n{action.format_help().rstrip()}")
    return 0
