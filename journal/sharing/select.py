"""Choosing: what can be chosen, what of it, and how much. Nothing is chosen for the learner."""

import re
from collections.abc import Iterable, Mapping

from journal.errors import NoSuchRecord, Usage
from journal.records.close import Close
from journal.records.criteria import Criteria, matcher
from journal.records.excerpt import Choice, Chosen
from journal.records.experiment import Experiment
from journal.records.record import Record

MOST = 3
"""So many passages go on one page."""

FIELDS = ("sign", "asked", "tags", "sureness", "difference", "because", "teaches")
"""What can be shown besides the words: of a passage its sign, the question that was answered, tags
chosen one by one; of a try how sure the learner was, what differed, why it should work, and what
it teaches. There are no others."""

NOT_PASSAGES = ("experiment", "coach", "excerpt", "consent")
"""Kinds that are no passage: a try goes on a page as a card, the others never."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def proposed(records: Iterable[Record], criteria: Criteria) -> list[Record]:
    """Return what could be chosen as a passage, the newest first; choosing is the learner's.

    criteria  what it is narrowed to; an empty one shows everything
    """
    is_wanted = matcher(criteria)
    there = [r for r in records if r.kind not in NOT_PASSAGES and r.text.strip() and is_wanted(r)]
    return sorted(there, key=lambda record: record.at, reverse=True)


def parts(record: Record) -> tuple[str, ...]:
    """Return what can be chosen of a record: the answers of a look back, otherwise paragraphs."""
    if isinstance(record.own, Close):
        return tuple(words for words in record.own.words if words.strip())
    return tuple(part for part in _BLANK_LINE.split(record.text.strip()) if part)


def chosen_text(record: Record, part: int) -> str:
    """Return the words of a passage; `part` counts from 1, 0 is all. Raises Usage."""
    if not part:
        return record.text.strip()
    there = parts(record)
    if part > len(there):
        raise Usage(
            f"There is no part {part} in {record.id[:6]}.", f"It has {len(there)}; 0 is all of it."
        )
    return there[part - 1].strip()


def checked(choice: Choice, records: Mapping[str, Record]) -> Choice:
    """Return `choice` if a page can be made of it. Raises Usage or NoSuchRecord."""
    if not choice.question.strip():
        raise Usage("The page has no question yet.", "Say what you want to ask: --question TEXT")
    if not choice.passages and not choice.tries:
        raise Usage("Nothing is chosen yet.", "Choose one to three passages, or a try.")
    if len(choice.passages) > MOST:
        raise Usage(
            f"{len(choice.passages)} passages are chosen; a page has at most {MOST}.",
            "One conversation holds no more. Choose those that matter for your question.",
        )
    for chosen in choice.passages:
        _check_passage(chosen, there(records, chosen.id))
    for id_ in (*choice.tries, *choice.since_of):
        if not isinstance(there(records, id_).own, Experiment):
            raise Usage(f"{id_[:6]} is no try.", "Give it as a passage instead.")
    return choice


def there(records: Mapping[str, Record], id_: str) -> Record:
    """Return a record that was chosen. Raises NoSuchRecord, also where it lies in the trash."""
    record = records.get(id_)
    if record is None or record.trashed:
        raise NoSuchRecord(f"{id_[:6]} is not in the journal any more.", "Choose something else.")
    return record


def _check_passage(chosen: Chosen, record: Record) -> None:
    if record.kind == "experiment":
        raise Usage(f"{record.id[:6]} is a try, not a passage.", "Give it with --try.")
    if record.kind in NOT_PASSAGES:
        raise Usage(f"{record.id[:6]} is nothing that you wrote.", "Choose a note or a look back.")
    if not chosen_text(record, chosen.part):
        raise Usage(f"There are no words in {record.id[:6]}.", "Choose something else.")
