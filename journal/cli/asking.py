"""`journal prompts`: the questions that are asked, and the learner's own."""

from pathlib import Path

from journal.cli.editor import edited
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import JournalError, NothingFound, Unreadable, Usage
from journal.practice.look_back.prompts import Pack
from journal.prompt_files import load_packs
from journal.store import disk

NEW_PACK = """\
schema = 1
id = "{id}"
version = {version}
language = "{language}"

# A question; `journal prompts show daily` and docs/prompts.md show what it can have.
# One with the id of a shipped question in a pack with the shipped id takes its place.
# [[prompt]]
# id = "kept"
# step = "progress"
# full = "What is worth keeping from today?"
"""


def prompts_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal prompts`."""
    actions = ("list", "show", "edit", "check")
    parser.add_argument("action", choices=actions, nargs="?", default="list")
    parser.add_argument("pack", nargs="?", metavar="PACK", help="the pack to show or edit")
    parser.add_argument("--json", action="store_true", help="as JSON")


def prompts_verb(shell: Shell, args: Arguments) -> int:
    """List packs, show or edit one, or check the learner's own."""
    if args.action in ("show", "edit") and args.pack is None:
        raise Usage("Which pack?", f"journal prompts {args.action} PACK; `journal prompts` lists.")
    packs, wrong = load_packs(shell.places.packs)
    if args.action == "edit":
        return _edit(shell, args.pack, packs)
    if args.action == "check":
        return _check(shell, wrong, as_json=args.json)
    _say_wrong(shell, wrong)
    if args.action == "show":
        packs = [pack for pack in packs if pack.id == args.pack]
        if not packs:
            raise NothingFound(f"There is no pack {args.pack!r}.", "`journal prompts` lists them.")
    if args.json:
        shell.put_json([_json(pack) for pack in packs])
    for pack in [] if args.json else packs:
        _put(shell, pack, whole=args.action == "show")
    return 0


def _check(shell: Shell, wrong: list[JournalError], *, as_json: bool) -> int:
    if as_json:
        shell.put_json([error.message for error in wrong])
    else:
        _say_wrong(shell, wrong)
        shell.say(f"Your own packs are in {shell.places.packs}.")
    return Unreadable.code if wrong else 0


def _say_wrong(shell: Shell, wrong: list[JournalError]) -> None:
    for error in wrong:
        shell.show_error(error)


def _edit(shell: Shell, name: str, packs: list[Pack]) -> int:
    """Have the learner edit their own pack `name`; a new one begins with an example."""
    if not name.replace("-", "").isalnum():
        raise Usage(f"A pack cannot be called {name!r}.", "Small letters, digits and hyphens.")
    path = shell.places.packs / f"{name}.toml"
    if not shell.asks:
        raise Usage("There is no terminal to edit on.", f"The file is {path}")
    before = _text(shell, path, name, packs)
    after = edited(shell, before, "toml")
    if not after.strip() or after == before:
        shell.say("Unchanged.")
        return 0
    shell.rescuing(after, lambda: _write(path, after))
    return _check(shell, load_packs(shell.places.packs)[1], as_json=False)


def _text(shell: Shell, path: Path, name: str, packs: list[Pack]) -> str:
    if path.exists():
        return shell.decoded(path.read_bytes())
    version = max([0, *(pack.version for pack in packs if pack.id == name)]) + 1
    new = NEW_PACK.format(id=name, version=version, language=shell.settings.language)
    return new.removesuffix("\n")


def _write(path: Path, text: str) -> None:
    with disk.refusing(path):
        disk.make_folder(path.parent)
        disk.replace(path, f"{text}\n".encode())


def _json(pack: Pack) -> dict[str, object]:
    prompts = [prompt._asdict() for prompt in pack.prompts]
    return {**pack._asdict(), "prompts": prompts}


def _put(shell: Shell, pack: Pack, *, whole: bool) -> None:
    asked = [prompt for prompt in pack.prompts if not prompt.retired]
    questions = f"{len(asked)} question{'' if len(asked) == 1 else 's'}"
    title = f"{pack.id}  {pack.title}".rstrip()
    shell.put(title, Dim(f"  version {pack.version}, {questions}"))
    for prompt in asked if whole else []:
        shell.put("  ", Dim(f"{prompt.id}  "), prompt.full)
        if prompt.why:
            shell.put("      ", Dim(prompt.why))
