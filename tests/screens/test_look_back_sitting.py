"""A look back as it is held: whatever way one goes through it, no word is lost."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from journal.practice.look_back.close import FORMS, Question, plan
from journal.records.close import Close
from journal.records.record import Record, Sign
from screens.look_back.sitting import AT_ONCE, Sitting
from tests.practice.lookbacks import FIRST, PACKS, look_back, moment, note

NOTES = [note("n1", moment(0, 9), Sign.STUCK), note("n2", moment(0, 11), Sign.QUESTION)]
MOVES = st.sampled_from(["on", "back", "end", "n1", "n2", "aside", "none"])
WORDS = st.text("abc d\n", min_size=1).filter(str.strip)


def sitting(form: str, notes: Sequence[Record]) -> Sitting:
    def ask(wanted: Sequence[Record], picked: str) -> list[Question]:
        return plan(PACKS, form, wanted, [], FIRST, picked=picked)

    return Sitting(look_back(0, Close(form=form)), notes, ask(notes, ""), ask)


def move(held: Sitting, to: str) -> None:
    """Do what a key would do on the page that is shown."""
    if to == "back":
        held.go_back()
    elif to == "end":
        held.go_to_end()
    elif held.shown.kind != "notes":
        held.go_on()
    elif to == "aside":
        held.set_aside("n1")
    else:
        held.pick(to if to in ("n1", "n2") else "")


@given(st.sampled_from(sorted(FORMS)), st.booleans(), st.lists(st.tuples(MOVES, WORDS | st.none())))
def test_no_word_is_lost_and_no_page_is_too_full(
    form: str, with_notes: bool, ways: list[tuple[str, str | None]]
) -> None:
    held = sitting(form, NOTES if with_notes else [])
    written: dict[str, str] = {}
    for to, text in ways:
        if held.question and text is not None:
            held.write(held.question, text)
            written[held.question.prompt] = text.strip()
        move(held, to)
        assert len(held.shown.questions) <= AT_ONCE
        for done in (True, False):
            own = held.as_record(done=done).own
            assert isinstance(own, Close)
            kept = {answer.prompt: answer.text for answer in own.answers}
            line = " ".join(written.get("daily/tomorrow", "").split())
            assert own.tomorrow == line
            assert kept == {key: said for key, said in written.items() if key != "daily/tomorrow"}
            assert not set(own.left) & set(kept)
            assert not (done and own.left)
