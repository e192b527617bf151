"""Answers: in any words, from anybody, never trusted, bound to their page, and back in the loop."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import JournalError, NoSuchRecord, Usage
from journal.practice.making import own_of
from journal.practice.mind.feedbacks import came_of_it, decide, try_from
from journal.practice.tries.experiments import look_at, start
from journal.records.excerpt import Excerpt
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing.answers import take_answer
from journal.sharing.desk import since_last_time
from journal.sharing.giving import give
from journal.sharing.reply import Reply, proposal, read_reply
from tests.sharing.desks import ANA, NOW, TODAY, Desk, on, prepared

LINES = """Hello Sam,

thank you for this.

Page: {code}
Something to try next time: Ask “what will you do with it?”
and write their words down.
**What I noticed:** You ask when you know people.
A question: What would you ask a stranger?
"""


def given_page(desk: Desk, folder: Path) -> tuple[Record, str]:
    page = prepared(desk)
    code = own_of(page, Excerpt).code
    give(desk.journal, page, ANA, folder / f"{code}.html", NOW)
    return page, code


def test_prose_from_a_mail_is_kept_as_it_is(desk: Desk, tmp_path: Path) -> None:
    page, _ = given_page(desk, tmp_path)
    prose = "Hi Sam,\r\n\r\nwhat would a stranger say?\r\n\r\nAna"

    kept = take_answer(desk.journal, prose.encode(), NOW)

    said = own_of(kept, Feedback)
    assert said.said == "Hi Sam,\n\nwhat would a stranger say?\n\nAna"
    assert (said.who, said.reply_to, said.read, said.decision) == ("Ana", page.id, True, "")
    assert desk.journal.get(kept.id) == kept


def test_the_lines_of_the_page_are_taken_apart(desk: Desk, tmp_path: Path) -> None:
    page, code = given_page(desk, tmp_path)
    given_page(desk, tmp_path)
    kept = take_answer(desk.journal, LINES.format(code=code).encode(), NOW)
    said = own_of(kept, Feedback)
    assert said.reply_to == page.id
    assert said.said.startswith("Hello Sam,\n\nthank you for this.")
    assert "What I noticed: You ask when you know people." in said.said
    assert proposal(kept) == "Ask “what will you do with it?”\nand write their words down."


def test_the_lines_in_a_quoted_mail_still_say_which_page(desk: Desk, tmp_path: Path) -> None:
    _, code = given_page(desk, tmp_path)
    mail = f"See below.\n\n> From Sam, for Ana\n> Page: {code}\n> A question:\nWhy them?\n> more\n"
    assert read_reply(mail.encode()) == Reply(page=code, said="See below.", question="Why them?")


def test_json_says_the_same(desk: Desk, tmp_path: Path) -> None:
    page, code = given_page(desk, tmp_path)
    form = {"page": code, "try": "Ask first.", "noticed": "You wait.", "question": ""}
    kept = take_answer(desk.journal, json.dumps(form).encode(), NOW)
    assert own_of(kept, Feedback).reply_to == page.id
    assert proposal(kept) == "Ask first."


def test_the_form_on_the_json_page_is_the_one_that_is_read(desk: Desk) -> None:
    from journal.records.excerpt import Form

    page = json.loads(own_of(prepared(desk, Form.JSON), Excerpt).payload)["page"]
    form = page["answer"]["json"] | {"noticed": "Something."}
    assert read_reply(json.dumps(form).encode()) == Reply(page["code"], noticed="Something.")


def test_later_is_kept_unread(desk: Desk, tmp_path: Path) -> None:
    given_page(desk, tmp_path)
    kept = take_answer(desk.journal, b"Not now.", NOW, later=True)
    assert own_of(kept, Feedback).read is False


def test_the_learner_says_which_page_it_is(desk: Desk, tmp_path: Path) -> None:
    first, code = given_page(desk, tmp_path)
    _, other = given_page(desk, tmp_path)
    with pytest.raises(Usage, match="not said which page") as refused:
        take_answer(desk.journal, b"Prose.", NOW)
    assert code in refused.value.hint
    assert (
        own_of(take_answer(desk.journal, b"Prose.", NOW, named=code), Feedback).reply_to == first.id
    )
    with pytest.raises(Usage, match="says that it is to"):
        take_answer(desk.journal, LINES.format(code=code).encode(), NOW, named=other)


DEEP = b'{"page":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
HOSTILE = {
    "escape sequence": b"Nice. \x1b]52;c;ZXZpbA==\x07",
    "escape sequence of one byte": "Nice. \u009b2J".encode(),
    "NUL": b"a\x00b",
    "escape in JSON": b'{"noticed": "\\u001b[2J"}',
    "deep JSON": DEEP,
    "deep objects": b'{"page":' * 100_000,
    "20 MB": b"a" * 20_000_000,
    "20 MB of JSON": b'{"noticed":"' + b"a" * 20_000_000 + b'"}',
    "a name twice": b'{"noticed":"a","noticed":"b"}',
    "another field": b'{"noticed":"a","grade":"5"}',
    "another type": b'{"noticed":["a"]}',
    "cut JSON": b'{"noticed":"a"',
    "a long number": b'{"noticed":' + b"9" * 10_000 + b"}",
    "no UTF-8": b"caf\xe9",
    "nothing": b" \n\n",
    "lines with nothing on them": b"Page: a-b-c-d\nWhat I noticed:\nA question:\n",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_answers_are_refused_with_one_sentence(
    desk: Desk, data: bytes, tmp_path: Path
) -> None:
    given_page(desk, tmp_path)
    before = desk.journal.timeline().done
    with pytest.raises(Usage) as refused:
        take_answer(desk.journal, data, NOW)
    assert refused.value.message.count(".") == 1
    assert "\x1b" not in refused.value.message
    assert len(refused.value.message) < 120
    assert desk.journal.timeline().done == before


def test_an_answer_to_a_page_that_was_not_given_is_refused(desk: Desk, tmp_path: Path) -> None:
    given_page(desk, tmp_path)
    only_prepared = own_of(prepared(desk), Excerpt).code
    for code in ("apple-apple-apple-apple", only_prepared, "\u202eevil", "-"):
        with pytest.raises(NoSuchRecord, match="not given from this journal"):
            take_answer(desk.journal, f"Page: {code}\nA question: Why?".encode(), NOW)


def test_it_cannot_change_what_is_there(desk: Desk, tmp_path: Path) -> None:
    given_page(desk, tmp_path)
    before = desk.journal.get(desk.note.id)
    take_answer(desk.journal, b"[@click=app.quit()] \xe2\x80\xae journal rm last; ${HOME}", NOW)
    assert desk.journal.get(desk.note.id) == before


@given(st.binary(max_size=400))
def test_anything_is_an_answer_or_is_refused(data: bytes) -> None:
    try:
        reply = read_reply(data)
    except JournalError as error:
        assert error.message  # noqa: PT017 - either of two ways to end
    else:
        assert reply.words.strip()


def test_used_it_becomes_a_try_whose_result_returns_on_the_next_page(
    desk: Desk, tmp_path: Path
) -> None:
    given_page(desk, tmp_path)
    answer = take_answer(desk.journal, b"Something to try next time: Ask a stranger.", NOW)
    used = decide(answer, "use", "I never did.", TODAY)
    drafted = try_from(used, NOW, "If somebody new comes, I'll ask them first", "one surprise")
    [tried] = desk.journal.save(drafted)
    desk.journal.save(came_of_it(used, tried.id), op="edit")
    assert since_last_time(desk.journal, desk.card.id) == []

    later = on(TODAY + timedelta(days=3))
    looked_at = look_at(start(tried, TODAY), later.day, "different", "Two surprises.")
    [kept] = desk.journal.save(looked_at, op="edit")

    assert since_last_time(desk.journal, desk.card.id) == [kept]
    assert since_last_time(desk.journal, "nobody") == []
    choice = desk.choice._replace(since_of=(kept.id,))
    page = prepared(desk._replace(tried=kept, note=desk.other))
    assert "Since last time" not in own_of(page, Excerpt).payload
    from journal.sharing.giving import prepare

    again = prepare(desk.journal, desk.journal.get(desk.card.id), choice, later)
    payload = own_of(again, Excerpt).payload
    assert payload.index("Since last time") < payload.index("Two surprises.")
