"""The pages that the coach of the sample was given, and her answer: done again by the rules.

A page has a signature, and every event the digest of the one before: neither can be written down
beforehand. So what `data/coach/sample.toml` tells is done when the sample is opened.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from journal.practice.making import When, changed, own_of
from journal.practice.mind.feedbacks import came_of_it, decide, try_from
from journal.practice.tries.experiments import look_at, start
from journal.records.coach import Coach
from journal.records.excerpt import Choice, Excerpt
from journal.records.record import Record
from journal.records.shape import from_fields
from journal.sample import resolved
from journal.sharing.agreeing import Yes
from journal.sharing.answers import take_answer
from journal.sharing.giving import give, prepare
from journal.sharing.reply import proposal
from journal.sharing.shipped import table
from journal.store.journal import Journal


def give_sample_pages(journal: Journal, today: date, folder: Path) -> None:
    """Give the coach of the sample her pages, and take in what she answered.

    journal  has the records of `sample_records`, of the same `today`, and nothing else
    folder   where the files go; it is thrown away with the sample
    """
    zone = journal.clock.zone
    since: tuple[str, ...] = ()
    for said in resolved(table("sample")["page"], today):
        card = journal.get(said.pop("coach"))
        when, answer = _when(said.pop("at"), zone), said.pop("answer", None)
        choice = from_fields(Choice, said)._replace(since_of=since)
        page = prepare(journal, card, choice, when)
        give(journal, page, Yes(own_of(card, Coach).name), folder, when)
        since = (_answered(journal, page, answer, zone),) if answer else ()


def _answered(journal: Journal, page: Record, said: dict[str, Any], zone: str) -> str:
    """Take in an answer, decide about it, try what it proposes; return the id of that try."""
    code = own_of(page, Excerpt).code
    answer = take_answer(journal, said["text"].encode(), _when(said["at"], zone), named=code)
    when, told = _when(said["decided"], zone), said["try"]
    tried = changed(
        try_from(answer, when, proposal(answer), told["expected"]), sureness=told["sureness"]
    )
    [begun] = journal.save(
        start(tried, when.day, date.fromisoformat(told["look"])), op="experiment"
    )
    decided = came_of_it(decide(answer, said["decision"], said["why"], when.day), begun.id)
    journal.save(decided, op="edit")
    seen = _when(told["looked_at"], zone).day
    looked_at = look_at(begun, seen, told["difference"], told["happened"], teaches=told["teaches"])
    journal.save(looked_at, op="answer")
    return begun.id


def _when(said: str, zone: str) -> When:
    at = datetime.fromisoformat(said)
    return When(at, zone, at.date())
