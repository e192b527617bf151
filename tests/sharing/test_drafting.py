"""A page that is being made: kept, found again, drawn as it would be, and prepared once."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import Usage
from journal.practice.making import own_of
from journal.records.consent import Consented
from journal.records.excerpt import Choice, Chosen, Excerpt, Form
from journal.sharing import drafting
from journal.sharing.consent import NoConsent
from journal.sharing.desk import events, ready
from journal.sharing.drafting import Draft
from journal.sharing.giving import give, renew, withdraw
from journal.sharing.ledger import wrong
from journal.store.journal import Journal
from tests.sharing.desks import ANA, NOW, TODAY, Desk, on, prepared, states


def test_a_draft_is_found_again_in_this_window_and_by_the_next(
    desk: Desk, journal: Callable[[], Journal]
) -> None:
    draft = Draft(desk.choice, TODAY + timedelta(days=3), Form.MARKDOWN)
    assert not drafting.is_kept(desk.journal, desk.card)
    drafting.write_down(desk.journal, desk.card, draft)
    assert drafting.kept(desk.journal, desk.card, TODAY) == draft
    other = journal()
    assert drafting.kept(other, desk.card, TODAY) == Draft(), "the window that has it still lives"
    desk.journal.close()
    assert drafting.is_kept(other, desk.card)
    assert drafting.kept(other, desk.card, TODAY) == draft
    drafting.forget(other, desk.card)
    assert not drafting.is_kept(other, desk.card)


def test_what_is_gone_or_past_is_left_out(desk: Desk) -> None:
    choice = desk.choice._replace(passages=(Chosen(desk.note.id), Chosen(desk.other.id)))
    drafting.write_down(desk.journal, desk.card, Draft(choice, TODAY))
    desk.journal.save(desk.note._replace(trashed=True), op="trash")
    found = drafting.kept(desk.journal, desk.card, TODAY + timedelta(days=1))
    assert found.choice.passages == (Chosen(desk.other.id),)
    assert found.choice.tries == desk.choice.tries
    assert found.until is None


def test_a_page_made_anew_takes_the_place_of_the_one_that_was_given(
    desk: Desk, tmp_path: Path
) -> None:
    old = prepared(desk)
    give(desk.journal, old, ANA, tmp_path, NOW)
    code = own_of(old, Excerpt).code
    draft = drafting.again(desk.journal, old)

    new = drafting.prepare(desk.journal, desk.card, draft, NOW)

    seen = ready(desk.journal, new, TODAY)
    assert any(code in sentence for sentence in seen.agree)
    assert ("in the place of", code) in seen.facts
    assert f"“{code}”: please delete that one" in seen.excerpt.payload
    assert ready(desk.journal, old, TODAY).state is Consented.GIVEN, "until the new one is given"
    give(desk.journal, new, ANA, tmp_path, NOW)
    assert ready(desk.journal, old, TODAY).state is Consented.SUPERSEDED
    assert ready(desk.journal, new, TODAY).state is Consented.GIVEN
    assert wrong(events(desk.journal, desk.card.id)) == []
    with pytest.raises(NoConsent, match="newer page has taken the place"):
        give(desk.journal, old, ANA, tmp_path / "again.html", NOW)
    with pytest.raises(NoConsent, match="newer page has taken the place"):
        renew(desk.journal, old, ANA, TODAY, tmp_path, NOW)
    with pytest.raises(Usage, match="newer page has taken the place"):
        withdraw(desk.journal, old, tmp_path, NOW)
    assert withdraw(desk.journal, new, tmp_path, NOW)


def test_a_page_made_anew_of_one_that_was_taken_back_takes_no_place(
    desk: Desk, tmp_path: Path
) -> None:
    old = prepared(desk)
    give(desk.journal, old, ANA, tmp_path, NOW)
    withdraw(desk.journal, old, tmp_path, NOW)
    assert drafting.again(desk.journal, old).replaces == ""


def test_what_a_later_version_left_behind_is_no_draft(desk: Desk) -> None:
    desk.journal.drafts.keep(f"{drafting.PLACE}{desk.card.id}", "text", draft={"choice": 3})
    assert drafting.kept(desk.journal, desk.card, TODAY) == Draft()


def test_it_is_drawn_as_it_will_be(desk: Desk) -> None:
    drawn = drafting.now(desk.journal, desk.card, Draft(desk.choice), TODAY)
    assert drawn.page.passages[0].text.startswith("the customer rang")
    assert [(find.said, find.shown) for find in drawn.finds] == [("Acme", "the customer")]
    assert drawn.terms.amount == "1 passage and 1 try"
    page = drafting.prepare(desk.journal, desk.card, Draft(desk.choice), NOW)
    assert "the customer rang" in own_of(page, Excerpt).payload
    with pytest.raises(NoConsent):
        drafting.now(desk.journal, desk.card, Draft(desk.choice, TODAY - timedelta(days=1)), TODAY)


def test_nothing_chosen_can_be_drawn_too(desk: Desk) -> None:
    assert drafting.now(desk.journal, desk.card, Draft(), TODAY).terms.amount == ""


def test_the_same_is_prepared_once_and_another_gives_the_former_up(desk: Desk) -> None:
    draft = Draft(desk.choice)
    first = drafting.prepare(desk.journal, desk.card, draft, NOW)
    again = drafting.prepare(desk.journal, desk.card, draft._replace(page=first.id), NOW)
    assert again == first
    assert states(desk) == [Consented.PROPOSED]
    otherwise = draft._replace(page=first.id, choice=Choice("Why?", (Chosen(desk.other.id),)))
    second = drafting.prepare(desk.journal, desk.card, otherwise, NOW)
    assert second.id != first.id
    assert states(desk) == [Consented.PROPOSED, Consented.PROPOSED, Consented.REFUSED]


def test_what_was_prepared_yesterday_is_prepared_anew(desk: Desk) -> None:
    first = drafting.prepare(desk.journal, desk.card, Draft(desk.choice), NOW)
    tomorrow = on(TODAY + timedelta(days=1))
    again = drafting.prepare(desk.journal, desk.card, drafting.of_page(first), tomorrow)
    assert again.id != first.id
