"""A page is prepared, read, agreed to and given; and taken back."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.errors import NoSuchRecord, NothingFound, NotWritten, Usage
from journal.practice.making import own_of
from journal.records.coach import Coach, Hidden, Role
from journal.records.consent import Consented
from journal.records.excerpt import Choice, Chosen, Excerpt, Form
from journal.records.record import having
from journal.sharing.agreeing import Yes
from journal.sharing.checking import check_file
from journal.sharing.consent import NoConsent
from journal.sharing.desk import events, page_named, pages, ready
from journal.sharing.giving import CANNOT_BE_RECALLED, give, prepare, renew, withdraw
from journal.sharing.overview import overview
from journal.sharing.preview import digest
from tests.sharing.desks import ANA, NOW, TODAY, Desk, on, prepared, states


@pytest.mark.parametrize("form", Form)
def test_what_was_read_is_what_leaves(desk: Desk, form: Form, tmp_path: Path) -> None:
    page = prepared(desk, form)
    seen = ready(desk.journal, page, TODAY)
    assert dict(seen.facts)["SHA-256"] == seen.excerpt.digest
    assert dict(seen.facts)["size"] == f"{len(seen.excerpt.payload.encode())} bytes"

    path = give(desk.journal, page, ANA, tmp_path, NOW)

    assert path.read_bytes() == seen.excerpt.payload.encode()
    assert path.name == dict(seen.facts)["file"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mtime % 86400 == 0
    assert list(tmp_path.glob("page*")) == [path]
    assert check_file(desk.journal, path).is_ours
    assert states(desk) == [Consented.PROPOSED, Consented.GIVEN]


def test_the_page_has_what_was_chosen_and_names_are_hidden(desk: Desk) -> None:
    text = own_of(prepared(desk), Excerpt).payload
    for said in ("From Sam, for Ana", "the customer rang", "7 of 10", "ask me questions"):
        assert said in text
    for unsaid in ("Acme", "three versions", "private", "surprise", desk.note.id, desk.card.id):
        assert unsaid not in text


def test_both_sides_have_the_consent_as_a_record(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk, Form.JSON)
    theirs = json.loads(own_of(page, Excerpt).payload)["page"]["receipt"]
    give(desk.journal, page, ANA, tmp_path, NOW)
    ours = json.loads(events(desk.journal, desk.card.id)[-1].own.receipt)
    assert set(theirs) == {
        "structure", "header", "processing", "parties", "events", "signed_with", "ledger_before",
    }  # fmt: skip
    for part in ("header", "processing", "parties", "signed_with"):
        assert ours[part] == theirs[part]
    assert theirs["processing"]["retention_until"] == "2027-01-23"
    assert any("cannot be recalled" in line for line in ours["processing"]["notice"]["text"])
    assert "who" in ours["processing"]["notice"]["text"][-1]
    assert ours["page"]["sha256"] == own_of(page, Excerpt).digest


@pytest.mark.parametrize("typed", ["", "Ben", "yes", "An"])
def test_without_the_name_nothing_leaves(desk: Desk, typed: str, tmp_path: Path) -> None:
    page = prepared(desk)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(NoConsent) as refused:
        give(desk.journal, page, Yes(typed), folder, NOW)
    assert refused.value.code == 7
    assert list(folder.iterdir()) == []
    assert states(desk) == [Consented.PROPOSED]


def test_an_entry_edited_meanwhile_changes_nothing_and_asks_for_new_consent(
    desk: Desk, tmp_path: Path
) -> None:
    page = prepared(desk)
    before = own_of(page, Excerpt).payload
    desk.journal.save(desk.note._replace(text="Something else."), op="edit")

    seen = ready(desk.journal, page, TODAY)

    assert seen.stale
    assert seen.excerpt.payload == before
    with pytest.raises(NoConsent, match="has changed since"):
        give(desk.journal, page, ANA, tmp_path, NOW)
    anew = prepared(desk)
    assert "Something else." in own_of(anew, Excerpt).payload
    assert not ready(desk.journal, anew, TODAY).stale


def test_a_page_of_which_something_was_purged_is_there_and_cannot_be_given(
    desk: Desk, tmp_path: Path
) -> None:
    page = prepared(desk)
    desk.journal.remove(desk.note)
    desk.journal.purge(desk.note)
    assert ready(desk.journal, page, TODAY).stale
    assert overview(desk.journal, TODAY)
    with pytest.raises(NoConsent, match="has changed since"):
        give(desk.journal, page, ANA, tmp_path, NOW)
    with pytest.raises(NoSuchRecord, match="not in the journal any more"):
        prepared(desk)


def test_a_purged_page_keeps_nobody_from_the_next_one(desk: Desk) -> None:
    page = prepared(desk)
    desk.journal.remove(page)
    desk.journal.purge(page)
    late = on(date(2027, 3, 1))
    assert prepare(desk.journal, desk.journal.get(desk.card.id), desk.choice, late)


def test_other_bytes_than_were_read_ask_for_new_consent(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    own = own_of(page, Excerpt)
    payload = own.payload.replace("the customer", "Acme")
    other = having(page, own._replace(payload=payload, digest=digest(payload)))
    desk.journal.save(other, op="edit")
    with pytest.raises(NoConsent):
        give(desk.journal, desk.journal.get(page.id), ANA, tmp_path, NOW)
    assert list(tmp_path.glob("page*")) == []


def test_a_name_stays_hidden_when_the_card_that_hid_it_is_in_the_trash(desk: Desk) -> None:
    ben = own_of(desk.card, Coach)._replace(name="Ben", hidden=(Hidden("needed", ""),))
    [card] = desk.journal.save(having(desk.card._replace(id="", version=""), ben), op="coach")
    desk.journal.remove(card)
    assert "asked what they needed first" not in own_of(prepared(desk), Excerpt).payload


def test_a_line_that_begins_with_a_year_is_no_list_in_markdown(desk: Desk) -> None:
    desk.journal.save(desk.note._replace(text="1999. I began.\n7) I went on."), op="edit")
    text = own_of(prepared(desk, Form.MARKDOWN), Excerpt).payload
    assert "1999\\. I began.\\\n7\\) I went on." in text


def test_what_is_not_on_the_page_may_change(desk: Desk) -> None:
    page = prepared(desk)
    desk.journal.save(desk.note._replace(starred=True, tags=("x",)), op="edit")
    desk.journal.save(desk.other._replace(text="Other words."), op="edit")
    assert not ready(desk.journal, page, TODAY).stale


@pytest.mark.parametrize(
    "card",
    [{"key": ""}, {"purpose": "Something else"}, {"hidden": (Hidden("needed", "x"),)}],
    ids=["key", "purpose", "names"],
)
def test_a_card_that_changes_asks_for_new_consent(
    make_desk: Callable[..., Desk], card: dict[str, object]
) -> None:
    age = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    desk = make_desk(key=age)
    page = prepared(desk)
    now = desk.journal.get(desk.card.id)
    changed = own_of(now, Coach)._replace(**card)  # type: ignore[arg-type]
    desk.journal.save(having(now, changed), op="edit")
    assert ready(desk.journal, page, TODAY).stale


def test_a_page_can_be_given_again_until_its_day_is_over(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    first = give(desk.journal, page, ANA, tmp_path, NOW)
    with pytest.raises(Usage, match="already"):
        give(desk.journal, page, ANA, tmp_path, NOW)
    again = give(desk.journal, page, ANA, tmp_path / "again.html", on(date(2027, 1, 23)))
    assert again.read_bytes() == first.read_bytes()

    late = on(date(2027, 1, 24))
    with pytest.raises(NoConsent, match="over"):
        give(desk.journal, page, ANA, tmp_path / "late.html", late)

    assert not (tmp_path / "late.html").exists()
    prepare(desk.journal, desk.journal.get(desk.card.id), desk.choice, late)
    assert Consented.EXPIRED in states(desk)


def test_a_withdrawal_blocks_and_writes_a_notice(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)

    notice = withdraw(desk.journal, page, tmp_path, NOW)

    assert notice is not None
    text = notice.read_text("utf-8")
    assert own_of(page, Excerpt).code in text
    assert "delete" in text
    assert "BEGIN SSH SIGNATURE" in text
    with pytest.raises(NoConsent, match="taken this page back"):
        give(desk.journal, page, ANA, tmp_path / "x.html", NOW)
    with pytest.raises(NoConsent, match="taken this page back"):
        renew(desk.journal, page, ANA, TODAY + timedelta(days=9), tmp_path, NOW)
    with pytest.raises(Usage) as refused:
        withdraw(desk.journal, page, tmp_path, NOW)
    assert refused.value.hint == CANNOT_BE_RECALLED


def test_a_page_that_has_not_left_is_refused_without_a_notice(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    assert withdraw(desk.journal, page, tmp_path, NOW) is None
    assert states(desk) == [Consented.PROPOSED, Consented.REFUSED]
    with pytest.raises(NoConsent, match="decided not to"):
        give(desk.journal, page, ANA, tmp_path, NOW)


def test_it_can_be_renewed_and_holds_longer(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    with pytest.raises(NoConsent, match="not been given"):
        renew(desk.journal, page, ANA, TODAY, tmp_path, NOW)
    give(desk.journal, page, ANA, tmp_path, NOW)
    evening = on(date(2027, 1, 20))
    with pytest.raises(NoConsent, match="60 days"):
        renew(desk.journal, page, ANA, evening.day + timedelta(days=61), tmp_path, evening)
    until = date(2027, 2, 20)
    notice = renew(desk.journal, page, ANA, until, tmp_path, evening)
    assert "20 February 2027" in notice.read_text("utf-8")
    assert ready(desk.journal, page, until).state is Consented.RENEWED
    assert ready(desk.journal, page, until + timedelta(days=1)).state is Consented.EXPIRED


@pytest.mark.parametrize("role", [Role.MANAGER, Role.INTERNAL])
def test_who_is_close_by_brings_a_question_first(
    make_desk: Callable[..., Desk], role: Role, tmp_path: Path
) -> None:
    desk = make_desk(role=role)
    page = prepared(desk)
    assert ready(desk.journal, page, TODAY).asks_free
    with pytest.raises(NoConsent, match="could you freely say no"):
        give(desk.journal, page, ANA, tmp_path, NOW)
    path = give(desk.journal, page, Yes("Ana", free=True), tmp_path, NOW)
    assert "freely" not in path.read_text("utf-8")
    other = prepared(desk)
    with pytest.raises(NoConsent, match="no consent"):
        give(desk.journal, other, Yes("Ana", free=False), tmp_path, NOW)
    assert states(desk)[-1] is Consented.REFUSED


def test_a_no_takes_nothing_of_what_has_left_away(
    make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = make_desk(role=Role.MANAGER)
    page = prepared(desk)
    give(desk.journal, page, Yes("Ana", free=True), tmp_path, NOW)
    unfree = Yes("Ana", free=False)
    with pytest.raises(NoConsent, match="nothing leaves"):
        renew(desk.journal, page, unfree, TODAY + timedelta(days=60), tmp_path, NOW)
    with pytest.raises(NoConsent, match="nothing leaves"):
        give(desk.journal, page, unfree, tmp_path / "again.html", NOW)
    assert states(desk) == [Consented.PROPOSED, Consented.GIVEN]
    assert withdraw(desk.journal, page, tmp_path, NOW) is not None


def test_it_can_be_renewed_more_than_once(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    days = [TODAY + timedelta(days=days) for days in (30, 40)]
    notices = [renew(desk.journal, page, ANA, day, tmp_path, NOW) for day in days]
    assert len(set(notices)) == 2


def test_undo_takes_back_nothing_of_it(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    withdraw(desk.journal, page, tmp_path, NOW)
    before = states(desk)
    with pytest.raises(NothingFound):
        undo_everything(desk)
    assert states(desk) == before
    assert pages(desk.journal)


def undo_everything(desk: Desk) -> None:
    while True:
        assert desk.journal.undo().op not in {"propose", "share", "withdraw"}


def test_a_folder_that_cannot_be_written_leaves_no_consent(desk: Desk, tmp_path: Path) -> None:
    page = prepared(desk)
    with pytest.raises(NotWritten):
        give(desk.journal, page, ANA, tmp_path / "nowhere" / "page.html", NOW)
    assert states(desk) == [Consented.PROPOSED]


def test_nothing_is_chosen_for_the_learner(desk: Desk) -> None:
    for choice in (
        Choice("A question?"),
        desk.choice._replace(question=" "),
        desk.choice._replace(passages=(Chosen(desk.note.id),) * 4),
        desk.choice._replace(passages=(Chosen(desk.note.id, 9),)),
        desk.choice._replace(passages=(Chosen(desk.tried.id),)),
        desk.choice._replace(passages=(Chosen(desk.card.id),)),
        desk.choice._replace(tries=(desk.note.id,)),
    ):
        with pytest.raises(Usage):
            prepare(desk.journal, desk.card, choice, NOW)
    with pytest.raises(NoConsent, match="at most"):
        prepare(desk.journal, desk.card, desk.choice, NOW, until=TODAY + timedelta(days=61))
    assert pages(desk.journal) == []
    assert states(desk) == []


def test_a_page_is_found_by_its_words(desk: Desk) -> None:
    page = prepared(desk)
    code = own_of(page, Excerpt).code
    assert page_named(desk.journal, code.replace("-", " ").upper()).id == page.id
    assert page_named(desk.journal, page.id[:5]).id == page.id
    assert len(code.split("-")) == 4
