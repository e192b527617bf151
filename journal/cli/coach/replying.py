"""`journal reply`: what a coach answered, in any words and from anywhere, kept with its page."""

from journal.cli.nouns.noun import when_now
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.paths import typed_path
from journal.practice.making import own_of
from journal.records.feedback import Feedback
from journal.sharing.answers import answer_in_file, take_answer
from journal.sharing.reply import LARGEST


def reply_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal reply`."""
    parser.add_argument("file", metavar="FILE|-", help="the answer; - reads it from a pipe")
    parser.add_argument("--to", metavar="PAGE", default="", help="the page that it answers")
    parser.add_argument("--later", action="store_true", help="keep it unread until you want it")


def reply_verb(shell: Shell, args: Arguments) -> int:
    """Keep an answer as feedback; its id is the result."""
    kept = take_answer(
        shell.journal, _answer(shell, args.file), when_now(shell), named=args.to, later=args.later
    )
    said = own_of(kept, Feedback)
    if args.later:
        shell.say(f"Kept for later. When you want to read it: journal feedback read {kept.id[:6]}")
    else:
        shell.say(f"{said.who} answers:")
        shell.say(said.said)
        shell.say(f"What you do with it is yours: journal feedback decide {kept.id[:6]} ANSWER")
    shell.put(kept.id)
    return 0


def _answer(shell: Shell, named: str) -> bytes:
    """Return an answer as it came, one byte more than is allowed at most."""
    if named == "-":
        return shell.stdin.buffer.read(LARGEST + 1)
    return answer_in_file(typed_path(named))
