"""The end of a look back quotes the learner, word for word."""

from hypothesis import given
from hypothesis import strategies as st

from journal.practice.look_back.ending import LONGEST, ending, quoted
from journal.records.close import Close
from journal.visible import one_line
from tests.practice.lookbacks import answer


def test_it_quotes_what_was_made_of_the_event_and_says_what_will_be_tried() -> None:
    close = Close(
        answers=(
            answer("daily/moved", text="The list."),
            answer("daily/difference", text="Three things. All were about intent."),
            answer("daily/if", text="If it drifts, I'll ask"),
            answer("daily/expect", text="fewer rounds"),
        )
    )
    assert ending(close) == [
        ("You wrote:", '"All were about intent."'),
        ("You will try:", "If it drifts, I'll ask"),
        ("You expect:", "fewer rounds"),
    ]
    assert ending(close._replace(form="heavy")) == []
    assert ending(Close()) == []


def test_without_an_event_it_quotes_the_last_answer_that_is_no_try() -> None:
    answers = [answer("daily/moved", text="One. Two."), answer("daily/if", text="Three.")]
    assert quoted(answers) == "Two."


@given(st.text(min_size=1).filter(str.strip))
def test_a_quote_is_the_learners_own_words_on_one_line(text: str) -> None:
    said = quoted([answer("daily/difference", text=text)])
    assert len(said) <= LONGEST + 2
    assert said.removesuffix(" …") in one_line(text)
