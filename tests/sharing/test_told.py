"""Coaches and pages in words: cards, how it stands with a page, what the overview shows."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.errors import Usage
from journal.practice.deeds.deed import Deed, named
from journal.practice.making import own_of
from journal.records.coach import Coach, Role
from journal.records.consent import Consented
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing import card_deeds
from journal.sharing import desk as desks
from journal.sharing.answers import answer_typed, may_answer, take_answer, try_of
from journal.sharing.checking import check_file
from journal.sharing.giving import give, refuse, withdraw
from journal.sharing.overview import overview
from journal.sharing.seal import key_typed
from journal.sharing.told import page_card, standing
from tests.sharing.desks import ANA, NOW, TODAY, Desk, prepared
from tests.support.in_time import in_time

LATER = date(2027, 1, 23)


@pytest.mark.parametrize(
    ("state", "stale", "words"),
    [
        (Consented.PROPOSED, False, "waiting for your yes"),
        (Consented.PROPOSED, True, "changed since, prepare it anew"),
        (Consented.GIVEN, False, "given until 23 January 2027"),
        (Consented.RENEWED, True, "needs a new yes, given until 23 January 2027"),
        (Consented.EXPIRED, False, "over since 23 January 2027"),
        (Consented.WITHDRAWN, False, "taken back"),
        (Consented.REFUSED, False, "not given"),
        (None, False, "nothing is known of it"),
    ],
)
def test_every_state_has_its_words(state: Consented | None, stale: bool, words: str) -> None:
    assert standing(state, LATER, TODAY, stale=stale) == words


def rows(desk: Desk) -> list[str]:
    [group] = overview(desk.journal, TODAY)
    assert group.name == "Ana, external coach"
    return [row.words for row in group.rows]


def test_the_overview_has_pages_and_answers_but_not_what_was_given_up(
    desk: Desk, tmp_path: Path
) -> None:
    assert rows(desk) == ["A new page for Ana"]
    page, other = prepared(desk), prepared(desk)
    refuse(desk.journal, other, NOW)
    assert rows(desk)[1:] == ["Page of 24 November: waiting for your yes"]
    give(desk.journal, page, ANA, tmp_path, NOW)
    take_answer(desk.journal, b"Not for now.", NOW, later=True)
    take_answer(desk.journal, b"Why them?", NOW)
    assert sorted(rows(desk)[1:3]) == [
        "An answer, kept to be read when you want to",
        "Answer, not decided yet: Why them?",
    ]
    assert rows(desk)[3:] == ["Page of 24 November: given until 23 January 2027"]
    withdraw(desk.journal, page, tmp_path, NOW)
    assert rows(desk)[-1] == "Page of 24 November: taken back"


def test_the_card_of_a_page_says_what_is_on_it_and_what_happened(
    desk: Desk, tmp_path: Path
) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    events = desks.events(desk.journal, desk.card.id)
    card = page_card(desks.ready(desk.journal, page, TODAY), events, TODAY)
    said = [line.words for section in card.sections for line in section.lines]
    assert any("the customer rang" in line for line in said)
    assert said[-1] == "24 November 2026, 17:30: given until 23 January 2027"


def test_two_pages_for_one_coach_are_both_known_to_the_byte(desk: Desk, tmp_path: Path) -> None:
    for page in (prepared(desk), prepared(desk)):
        assert check_file(desk.journal, give(desk.journal, page, ANA, tmp_path, NOW)).is_ours


# --- cards by deeds


def begun(*said: str, taken: tuple[str, ...] = ()) -> Coach:
    deed = card_deeds.new_card(taken)
    filled = ("Ana", "peer", "Sam", "", "", "For now", "30", "", "")
    [record] = deed.do(Record("", NOW.at, NOW.zone, NOW.day, ""), said or filled, NOW)
    return own_of(record, Coach)


def test_a_card_begins_with_what_is_asked() -> None:
    assert begun() == Coach("Ana", Role.PEER, learner="Sam", purpose="For now", days=30)
    with pytest.raises(Usage, match="a coach called Ana already"):
        begun(taken=("ana",))


@pytest.mark.parametrize("days", ["0", "61", "x", "-3", "1000", "٣", ""])
def test_a_page_is_kept_for_one_to_sixty_days(days: str) -> None:
    with pytest.raises(Usage, match="from 1 to 60"):
        begun("Ana", "peer", "Sam", "", "", "For now", days, "", "")


def test_each_thing_on_a_card_can_be_changed(desk: Desk) -> None:
    deeds = card_deeds.of_card(desk.card, ("Ben",))
    said = {"role": "line manager", "days": "7", "key": "", "hide": "Ben"}
    card = desk.card
    for deed in deeds:
        answers = (said.get(deed.key, f"My {deed.key}"), *([""] * (len(deed.wants) - 1)))
        [card] = deed.do(card, answers, NOW)
    coach = own_of(card, Coach)
    assert (coach.name, coach.role, coach.days) == ("My name", Role.MANAGER, 7)
    assert [each.term for each in coach.hidden] == ["Acme", "Ben"]


def test_a_key_may_be_typed_or_named_as_a_file(tmp_path: Path) -> None:
    key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    file = tmp_path / "ana.pub"
    file.write_text(f"{key}\n")
    for typed in (key, str(file)):
        assert begun("Ana", "peer", "Sam", "", "", "For now", "30", typed, "").key == key
    with pytest.raises(Usage, match="no age or ssh-ed25519 public key"):
        begun("Ana", "peer", "Sam", "", "", "For now", "30", "not a key", "")


# --- answers


def test_an_answer_is_typed_or_in_a_file_that_is_named(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_bytes(b"From a file.")
    assert answer_typed(f" {file} ") == b"From a file."
    assert answer_typed("No such/file.txt") == b"No such/file.txt"


def test_which_pages_an_answer_may_be_to(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Usage, match="No page has been given yet"):
        may_answer(desk.journal, b"Hello")
    pages = sorted([prepared(desk), prepared(desk)], key=lambda page: page.id)
    codes = [desks.ready(desk.journal, page, TODAY).excerpt.code for page in pages]
    for page in pages:
        give(desk.journal, page, ANA, tmp_path, NOW)
    assert may_answer(desk.journal, b"Hello") == pages[::-1]
    form = f"Page: {codes[0]}\nA question: Why?".encode()
    assert may_answer(desk.journal, form) == [pages[0]]


def test_a_try_of_an_answer_begins_with_what_it_proposes(desk: Desk, tmp_path: Path) -> None:
    give(desk.journal, prepared(desk), ANA, tmp_path, NOW)
    said = "Something to try next time: If a call drifts,\nI'll ask for the decision"
    answer = take_answer(desk.journal, said.encode(), NOW)
    deed = try_of(answer)
    assert isinstance(deed, Deed)
    assert deed.wants[0].now == "If a call drifts, I'll ask for the decision"
    now, tried = deed.do(answer, (deed.wants[0].now, ""), NOW)
    assert tried.links == (answer.id,)
    assert getattr(now.own, "experiment", "") == tried.id
    assert named([deed], "try") == deed
    assert TODAY + timedelta(days=60) == LATER


@pytest.mark.parametrize("typed", ["~ish, I would say", "\udcff"])
def test_an_answer_that_looks_like_a_path_of_nobody_or_is_no_text_is_no_fault(
    desk: Desk, tmp_path: Path, typed: str
) -> None:
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    if typed.isprintable():
        assert own_of(take_answer(desk.journal, answer_typed(typed), NOW), Feedback).said == typed
    else:
        with pytest.raises(Usage, match="UTF-8"):
            take_answer(desk.journal, answer_typed(typed), NOW)


def test_a_key_of_nobody_or_that_cannot_be_read_is_said_to_be_none(tmp_path: Path) -> None:
    for typed in ("~nobody-there/key.pub", "/proc/self/mem"):
        with pytest.raises(Usage):
            key_typed(typed)


def test_a_file_that_begins_a_signature_and_never_ends_it_takes_no_time(
    desk: Desk, tmp_path: Path
) -> None:
    prepared(desk)
    path = tmp_path / "page.html"
    path.write_text("words\n<!--\n-----BEGIN SSH SIGNATURE-----" + " " * 100_000)
    with in_time(20):
        assert not check_file(desk.journal, path).is_ours
