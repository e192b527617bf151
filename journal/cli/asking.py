"""`journal prompts`: the questions that are asked, and the learner's own."""

from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Unreadable
from journal.practice.prompts import Pack
from journal.prompt_files import load_packs


def prompts_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal prompts`."""
    parser.add_argument("action", choices=("list", "show", "check"), nargs="?", default="list")
    parser.add_argument("pack", nargs="?", help="the pack to show")
    parser.add_argument("--json", action="store_true", help="as JSON")


def prompts_verb(shell: Shell, args: Arguments) -> int:
    """List packs, show one, or check the learner's own."""
    packs, wrong = load_packs(shell.places.packs)
    for error in wrong:
        shell.show_error(error)
    if args.action == "check":
        shell.say(f"Your own packs are in {shell.places.packs}.")
        return Unreadable.code if wrong else 0
    if args.action == "show":
        packs = [pack for pack in packs if pack.id == args.pack]
        if not packs:
            raise NothingFound(f"There is no pack {args.pack!r}.", "`journal prompts` lists them.")
    if args.json:
        shell.put_json([_json(pack) for pack in packs])
    for pack in [] if args.json else packs:
        _put(shell, pack, whole=args.action == "show")
    return 0


def _json(pack: Pack) -> dict[str, object]:
    prompts = [prompt._asdict() for prompt in pack.prompts]
    return {**pack._asdict(), "prompts": prompts}


def _put(shell: Shell, pack: Pack, *, whole: bool) -> None:
    asked = [prompt for prompt in pack.prompts if not prompt.retired]
    shell.put(f"{pack.id}  {pack.title}", Dim(f"  version {pack.version}, {len(asked)} questions"))
    for prompt in asked if whole else []:
        shell.put("  ", Dim(f"{prompt.id}  "), prompt.full)
        shell.put("      ", Dim(prompt.why))
