from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Usage
from journal.practice.telling.page import from_page, has_page, text_to_edit, to_page, with_text
from journal.records.close import Answer, Close
from journal.records.item import Act, State
from journal.records.record import Record
from journal.sample import sample_records
from tests.practice.lookbacks import answer
from tests.practice.making import own_item, own_try, question, running, when

LOOK_BACK = Close(
    answers=(
        Answer("daily/happened", 1, "What happened?", "full", "A fuse.\n\n# Two of them.\n\\# x"),
        Answer("daily/expected", 1, "Expected", "word", "None."),
    ),
    tomorrow="Ring first.",
)
PAGE = r"""# What happened?
A fuse.

\# Two of them.
\\# x

# Expected
None.

# One line for tomorrow
Ring first.
"""

PIECES = st.sampled_from(
    ["# ", "#", "\\", "\\# ", "\n", "\r\n", "\r", " ", "\t", "\u2028", "a", "é"]
)
LINES = st.one_of(st.text(), st.lists(PIECES).map("".join))
TEXTS = LINES.filter(bool)
WORDINGS = st.one_of(LINES, st.sampled_from(["One line for tomorrow", "Same", "Same (2)", ""]))
ANSWERS = st.builds(Answer, st.just("p/q"), st.just(1), WORDINGS, st.just("full"), TEXTS)
CLOSES = st.builds(Close, answers=st.lists(ANSWERS, max_size=5).map(tuple), tomorrow=LINES)


def test_the_page_is_plain_and_reads_back() -> None:
    assert to_page(LOOK_BACK) == PAGE
    assert from_page(PAGE, LOOK_BACK) == LOOK_BACK


@given(CLOSES)
def test_a_page_that_was_not_touched_changes_nothing(close: Close) -> None:
    assert from_page(to_page(close), close) == close


@given(st.lists(st.tuples(WORDINGS, TEXTS, LINES), max_size=4), LINES)
def test_whatever_is_written_instead_comes_back(
    answers: list[tuple[str, str, str]], tomorrow: str
) -> None:
    def close(number: int, line: str) -> Close:
        made = (Answer("p/q", 1, one[0], "full", one[number]) for one in answers)
        return Close(answers=tuple(made), tomorrow=line)

    read = from_page(to_page(close(2, tomorrow)), close(1, ""))
    texts = [one[2].replace("\r\n", "\n").strip() for one in answers]
    same = [
        one[1].replace("\r\n", "\n").strip() == new for one, new in zip(answers, texts, strict=True)
    ]
    kept = [
        one[1] if unchanged else new
        for one, new, unchanged in zip(answers, texts, same, strict=True)
    ]
    assert [one.text for one in read.answers] == [text for text in kept if text]
    assert read.tomorrow == " ".join(tomorrow.split())


def test_an_emptied_answer_and_a_deleted_one_are_dropped() -> None:
    page = "# Expected\n\n# One line for tomorrow\nAnother\nline\n"
    assert from_page(page, LOOK_BACK) == Close(tomorrow="Another line")


def test_an_editor_that_writes_windows_lines_changes_nothing() -> None:
    assert from_page("\ufeff" + PAGE.replace("\n", "\r\n"), LOOK_BACK) == LOOK_BACK


def test_two_answers_under_the_same_words_stay_apart() -> None:
    close = Close(answers=(answer("a/b", text="one"), answer("a/b", text="two")))
    page = to_page(close).replace("# the wording of a/b\none\n\n", "")
    assert [one.text for one in from_page(page, close).answers] == ["two"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Who?\nMe.\n", 'was not asked: "Who?"'),
        ("# Expected\na\n# Expected\nb\n", "on the page twice"),
        ("hello\n# Expected\na\n", '"hello" stands above'),
        ("hello", "stands above"),
    ],
)
def test_what_has_no_place_is_refused_with_what_to_do(page: str, said: str) -> None:
    with pytest.raises(Usage) as caught:
        from_page(page, LOOK_BACK)
    assert said in caught.value.message
    assert caught.value.hint


# --- the page of every other kind

SAMPLE = sample_records(date(2026, 11, 24), "Etc/UTC")


@pytest.mark.parametrize("kind", sorted({record.kind for record in SAMPLE}))
def test_a_record_whose_page_was_not_touched_is_the_same(kind: str) -> None:
    records = [record for record in SAMPLE if record.kind == kind]

    assert [with_text(each, text_to_edit(each)) for each in records] == records


@given(st.sampled_from([each for each in SAMPLE if each.kind != "close" and has_page(each)]), LINES)
def test_what_is_written_under_a_heading_is_what_is_read_there(record: Record, typed: str) -> None:
    page = text_to_edit(record)
    headings = [line for line in page.split("\n") if line.startswith("# ")]
    try:
        edited = with_text(record, f"{headings[0]}\n{to_page_line(typed)}\n")
    except Usage:
        return  # an empty first line, of which most kinds need one
    assert text_to_edit(with_text(edited, text_to_edit(edited))) == text_to_edit(edited)


def to_page_line(typed: str) -> str:
    """Return a text that is no heading."""
    return " ".join(typed.replace("#", "").split())


def test_what_was_expected_of_a_try_cannot_be_changed_once_it_has_begun() -> None:
    begun = running(expected="fewer questions")
    page = text_to_edit(begun).replace("fewer questions", "more of them")

    with pytest.raises(Usage, match="stays as you wrote it when the try began"):
        with_text(begun, page)


def test_the_rest_of_a_try_can_and_how_sure_is_a_number() -> None:
    page = text_to_edit(running()).replace("a call drifts", "calls drift")
    assert own_try(with_text(running(), page)).cue == "calls drift"

    with pytest.raises(Usage, match="is not a number from 0 to 10"):
        with_text(running(), page.replace("\n7\n", "\n11\n"))


def test_an_act_that_was_emptied_is_gone_and_an_aid_counts_its_changes() -> None:
    lesson = question(acts=(Act(when(0).at, "present", "About the order."),), state=State.SETTLED)
    page = text_to_edit(lesson).replace("About the order.", "")
    edited = with_text(lesson, f"{page.rstrip()}\nLook twice.\n")

    assert own_item(edited).acts == ()
    assert (own_item(edited).job_aid, own_item(edited).aid_version) == ("Look twice.", 1)
    assert edited.text == "Why twice?\n\nLook twice."
