"""`journal read`: what the language part sees in a text, with the words that it rests on."""

import json

from journal.analysis.english import is_english
from journal.analysis.growth.label_words import WORDS
from journal.analysis.reading import Sentence, read
from journal.analysis.scheme import line
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.paths import typed_path
from journal.visible import json_safe, one_line


def read_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal read`."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="a text; - is a pipe")
    parser.add_argument("--json", action="store_true", help="one JSON object a line and sentence")


def read_verb(shell: Shell, args: Arguments) -> int:
    """Say of each sentence of a text what it may show, and by which words and rule."""
    text = shell.read_stdin() if args.file == "-" else shell.decoded(_bytes(args.file))
    if not is_english(text):
        raise NothingFound("This does not look like English, and only English can be read.")
    sentences = read(text)
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        if args.json:
            shell.put(json_safe(json.dumps(_object(words, sentence), ensure_ascii=False)))
        else:
            _put_sentence(shell, text, sentence)
    return 0 if sentences else NothingFound.code


def _bytes(file: str) -> bytes:
    try:
        return typed_path(file).read_bytes()
    except OSError as error:
        raise Usage(f"{one_line(file)} could not be opened: {error.strerror}.") from error


def _object(words: str, sentence: Sentence) -> dict[str, object]:
    evidence = [label._asdict() for label in sentence.labels]
    return {**line(words, [sentence]), "start": sentence.start, "evidence": evidence}


def _put_sentence(shell: Shell, text: str, sentence: Sentence) -> None:
    shell.put(one_line(text[sentence.start : sentence.end]))
    for label in sentence.labels:
        if words := WORDS.get(f"{label.name}:{label.value}"):
            there = one_line(text[label.start : label.end])
            shell.put("  ", f"{words.said}: “{there}”", Dim(f"  {label.cue}"))
