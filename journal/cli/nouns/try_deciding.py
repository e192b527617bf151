"""`journal try adopt adapt repeat drop unclear`: what follows from a try that was looked at."""

from journal.cli.nouns.needing import also, look_typed, option_or_answer, words_option
from journal.cli.nouns.noun import Noun, add_id, keep, keep_change, record_of, when_now
from journal.cli.nouns.trying import FIRST, add_lines, add_parts, parts_typed
from journal.cli.parsing import Action, Arguments, Parser
from journal.cli.shell import Shell
from journal.practice.making import own_of
from journal.practice.tries.experiments import start
from journal.practice.tries.two_lines import intention
from journal.practice.tries.what_next import NEXT, decide
from journal.records.experiment import Experiment
from journal.records.record import Record

VERBS = {"adopt": "adopt", "adapt": "adapt", "repeat": "repeat", "drop": "drop",
         "unclear": "can't tell"}  # fmt: skip
"""What is typed, and the word that the rule has for it."""


def deciding(noun: Noun) -> tuple[Action, ...]:
    """Return one action for each step that can follow."""
    return tuple(_action(noun, name, word) for name, word in VERBS.items())


def _action(noun: Noun, name: str, word: str) -> Action:
    def add_arguments(parser: Parser) -> None:
        add_id(parser)
        words_option(parser, "why", "why")
        if NEXT[word].again:
            add_lines(parser)
            add_parts(parser)

    def run(shell: Shell, args: Arguments) -> int:
        return _next(shell, args, record_of(shell, noun, args.id), word)

    return Action(name, NEXT[word].words, run, add_arguments)


def _next(shell: Shell, args: Arguments, record: Record, word: str) -> int:
    """Keep what follows; where another try does, it is the result."""
    why = args.why or ""
    if word == "drop" and not why:
        why = option_or_answer(shell, args.why, "Why do you let it go? A word is enough.", "--why")
    other = _changes(shell, args, word) if NEXT[word].again else {}
    after, *child = decide(record, word, when_now(shell), why, **other)
    if not child:
        return keep_change(shell, record, after, NEXT[word].words.capitalize(), op="decide")
    [follows] = child
    if own_of(follows, Experiment).prediction:
        follows = start(follows, shell.today, look_typed(shell, args))
    shell.say("Another try follows.")
    return keep(shell, follows, after, op="decide")


def _changes(shell: Shell, args: Arguments, word: str) -> dict[str, str]:
    """Return the lines in which the next try differs from this one."""
    typed = {"cue": args.cue, "response": args.response, "prediction": args.expect}
    said = {name: words for name, words in typed.items() if words is not None} | parts_typed(args)
    if said or word != "adapt" or not shell.asks:
        return said
    cue, response = intention(also(shell, None, FIRST))
    expected = also(shell, None, "What do you expect now? Enter: the same.")
    changed = {"cue": cue, "response": response, "prediction": expected}
    return {name: words for name, words in changed.items() if words}
