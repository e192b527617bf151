"""Which sentence of a record is meant: by its number, by the list that has it, or the only one."""

from collections.abc import Iterable

from journal.analysis.growth.label_words import LABELS, short
from journal.analysis.growth.marked import Marked
from journal.cli.nouns.noun import add_id
from journal.cli.numbers import number_typed
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Dim, Shell
from journal.errors import NothingFound, Usage
from journal.on_passages import in_lists, spans
from journal.practice.deeds.of_passage import Passage
from journal.records.criteria import Criteria
from journal.records.record import Record
from journal.visible import one_line

NUMBERS = "`journal growth sentences ID` numbers them."
LISTS = {short(label): label for label in LABELS}
"""The lists, by the words that a shell takes for them."""


def sentence_arguments(parser: Parser) -> None:
    """Add the arguments that name a sentence of a record."""
    add_id(parser)
    parser.add_argument("--sentence", type=number, metavar="N", help="which of its sentences")


def number(typed: str) -> int:
    """Return the number of a sentence. Raises Usage."""
    if (found := number_typed(typed)) is None:
        raise Usage(f"“{one_line(typed)}” is no number of a sentence.", NUMBERS)
    return found


def span_of(record: Record, wanted: int | None) -> tuple[int, int]:
    """Return the sentence that was named, or the only one. Raises Usage."""
    there = spans(record.text)
    if wanted is None and len(there) == 1:
        return there[0]
    if wanted is None:
        raise Usage(f"Which sentence? There are {len(there)}.", f"{NUMBERS} Then add --sentence N.")
    if not 0 < wanted <= len(there):
        raise Usage(f"There is no sentence {wanted}; there are {len(there)}.", NUMBERS)
    return there[wanted - 1]


def one_of(record: Record, passages: Iterable[Passage], args: Arguments) -> Passage:
    """Return the one of some passages that was named, or the only one. Raises Usage."""
    label = LISTS[args.list] if getattr(args, "list", None) else ""
    span = span_of(record, args.sentence) if args.sentence is not None else ()
    left = [
        each
        for each in passages
        if label in ("", each.label) and span in ((), (each.start, each.end))
    ]
    if len(left) == 1:
        return left[0]
    if not left:
        raise Usage("No list has such a sentence of it.", NUMBERS)
    raise Usage(
        "Which one? More than one would fit.", f"{NUMBERS} Then add --sentence N, or --list LIST."
    )


def marked_in(shell: Shell, record: Record) -> Marked:
    """Return what the learner said of the passages of a record."""
    return Marked([*shell.journal.find(Criteria(kinds=("mark",))), record])


def by_rules(record: Record, marked: Marked) -> list[Passage]:
    """Return the sentences of a record that lists have by a rule, but those said to be not it."""
    return [
        each
        for each in in_lists(record)
        if not marked.is_not_this(record, each.label, each.start, each.end)
    ]


def of_lists(record: Record, marked: Marked) -> list[Passage]:
    """Return the sentences of a record that lists have, by a rule or because they were added."""
    found = by_rules(record, marked)
    known = {(each.label, each.start) for each in found}
    return found + [
        Passage(place.start, place.end, one_line(record.text[place.start : place.end]), label)
        for label in LABELS
        for place in marked.missed(label)
        if (label, place.start) not in known
    ]


def sentences_arguments(parser: Parser) -> None:
    """Add the arguments of `journal growth sentences`."""
    add_id(parser)
    parser.add_argument("--json", action="store_true", help="as a JSON array")


def sentences(shell: Shell, args: Arguments) -> int:
    """Show the sentences of a record with their numbers, and the lists that have them."""
    record = shell.journal.get(args.id)
    listed = of_lists(record, marked_in(shell, record))
    found = [
        (n, span, [short(each.label) for each in listed if (each.start, each.end) == span])
        for n, span in enumerate(spans(record.text), 1)
    ]
    if args.json:
        shell.put_json(
            [
                {"sentence": n, "start": start, "end": end, "text": record.text[start:end],
                 "lists": lists}
                for n, (start, end), lists in found
            ]
        )  # fmt: skip
    for n, (start, end), lists in [] if args.json else found:
        shell.put(f"{n}. {one_line(record.text[start:end])}", Dim(f"  {', '.join(lists)}"))
    return 0 if found else NothingFound.code
