"""The ledger of a coach: one chain of events, only added to; no two coaches share anything."""

import re
from datetime import timedelta
from pathlib import Path

from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.consent import Consented
from journal.records.excerpt import Excerpt, Form
from journal.records.record import having
from journal.sharing import ledger
from journal.sharing.desk import events, ready
from journal.sharing.giving import give, withdraw
from tests.sharing.desks import ANA, NOW, TODAY, Desk, prepared, states


def test_the_ledger_shows_what_was_changed_or_taken_out(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    withdraw(desk.journal, page, tmp_path, NOW)
    whole = events(desk.journal, desk.card.id)
    assert ledger.wrong(whole) == []
    first, second, third = whole
    assert ledger.wrong([first, third])
    assert ledger.wrong([second, third])
    assert ledger.wrong([first, third, second])
    for own in (
        second.own._replace(until=None),
        second.own._replace(free=True),
        second.own._replace(state=Consented.EXPIRED),
    ):
        changed = having(second.record, own)
        assert ledger.wrong(ledger.events_of([first.record, changed, third.record], desk.card.id))
    later = second.record._replace(at=second.record.at + timedelta(seconds=1))
    assert ledger.wrong(ledger.events_of([first.record, later, third.record], desk.card.id))


def test_a_line_of_the_ledger_in_the_trash_is_still_a_line(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    desk.journal.remove(*(event.record for event in events(desk.journal, desk.card.id)))
    desk.journal.remove(page)
    assert states(desk) == [Consented.PROPOSED, Consented.GIVEN]
    assert ready(desk.journal, page, TODAY).state is Consented.GIVEN
    assert ledger.wrong(events(desk.journal, desk.card.id)) == []


def test_the_page_holds_a_witness_of_the_ledger(desk: Desk, tmp_path: Path) -> None:
    give(desk.journal, prepared(desk), ANA, tmp_path, NOW)
    head = ledger.head(events(desk.journal, desk.card.id))
    assert head in own_of(prepared(desk), Excerpt).payload


def test_pages_for_two_coaches_have_no_identifier_in_common(desk: Desk) -> None:
    ben = own_of(desk.card, Coach)._replace(
        name="Ben", contact="ben@example.org", learner="S.", reach="", hidden=()
    )
    [card] = desk.journal.save(having(desk.card._replace(id="", version=""), ben), op="coach")
    for form in Form:
        one, two = (
            own_of(prepared(desk, form, desk.journal.get(each.id)), Excerpt)
            for each in (desk.card, card)
        )
        assert "Acme" not in two.payload
        assert one.code != two.code
        assert _identifiers(one.payload) & _identifiers(two.payload) == set()


def _identifiers(payload: str) -> set[str]:
    """Return all that nobody would write by chance: long runs of letters and digits of a key."""
    runs = re.findall(
        r"[A-Za-z0-9+/=]{24,}", re.sub("'sha256-[^']*'", "", payload.replace("\\n", "\n"))
    )
    style = r"AAAAC3NzaC1lZDI1NTE5AAAAI|U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg"
    return {run for run in runs if not re.match(style, run)} | set(
        re.findall(r"\b[0-9a-f]{32,}\b", payload)
    )
