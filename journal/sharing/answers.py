"""Answers from coaches: taken in as what they are, text from outside, and kept as feedback."""

import contextlib
from pathlib import Path

from journal.errors import Usage
from journal.paths import typed_path
from journal.practice.deeds.deed import TWO_LINES, Deed, named
from journal.practice.deeds.of_mind import of_feedback
from journal.practice.making import When, own_of
from journal.records.coach import Coach
from journal.records.feedback import DECISIONS
from journal.records.record import Record
from journal.sharing import desk
from journal.sharing.reply import LARGEST, answered, feedback, proposal, read_reply
from journal.store.journal import Journal

LONGEST_PATH = 1000
"""What has more characters is no path."""

LEADS_TO_A_TRY = ("use", "adapt")
"""Decisions after which a try is offered."""


def answer_in_file(path: Path) -> bytes:
    """Return the bytes of an answer, one more than is allowed at most. Raises Usage."""
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise Usage(f"{path} cannot be read: {reason}.", "Name the file of an answer.") from error


def answer_typed(typed: str) -> bytes:
    """Return an answer that was pasted, or that is in the file that was named. Raises Usage."""
    path = named_file(typed)
    return answer_in_file(path) if path else typed.encode(errors="surrogatepass")


def named_file(typed: str) -> Path | None:
    """Return the file that was named, None where what was typed names none."""
    line = typed.strip().strip("\"'")
    if not line or "\n" in line or len(line) > LONGEST_PATH:
        return None
    path = typed_path(line)
    with contextlib.suppress(OSError, ValueError):
        return path if path.is_file() else None
    return None


def may_answer(journal: Journal, data: bytes) -> list[Record]:
    """Return the pages that this could be the answer to, the newest first: one where it says so.

    Raises Usage where it is no answer, NoSuchRecord where it says it is to a page not given.
    """
    reply = read_reply(data)
    given = desk.given_pages(journal)
    if not given:
        raise Usage("No page has been given yet.", "An answer belongs to the page it answers.")
    return [answered(reply, given)] if reply.page else given[::-1]


def take_answer(
    journal: Journal, data: bytes, when: When, *, named: str = "", later: bool = False
) -> Record:
    """Keep an answer, bound to the page that it is to; return it as feedback that was saved.

    data   as it came: a file's bytes, or what was pasted in UTF-8
    named  the page it answers, as the learner says; "" where the answer says so itself
    later  it is kept unread

    Raises Usage or NoSuchRecord, with one sentence, where it cannot be kept; nothing has changed.
    """
    reply = read_reply(data)
    page = answered(reply, desk.given_pages(journal), named)
    coach = own_of(desk.coach_of(journal, page), Coach)
    return journal.save(feedback(reply, page, coach, when, later=later), op="feedback")[0]


def decisions(record: Record) -> list[Deed]:
    """Return what can be decided about an answer."""
    return [deed for deed in of_feedback(record) if deed.key in DECISIONS]


def try_of(record: Record) -> Deed | None:
    """Return the deed that makes a try of an answer; what it proposes stands there at first."""
    deed = named(of_feedback(record), "try")
    first, *others = TWO_LINES
    proposed = " ".join(proposal(record).split())
    return deed._replace(wants=(first._replace(now=proposed), *others)) if deed else None
