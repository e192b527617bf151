"""What can be gone on with: kept for later, or left in a draft."""

from datetime import timedelta

import pytest

from journal.practice.look_back.resuming import drafted, not_kept_yet, to_go_on_with
from journal.records.close import Close
from journal.records.codec import to_doc
from tests.practice.lookbacks import FIRST, five, look_back, moment

LEFT = five(0, left=["daily/moved"])
NEXT = FIRST + timedelta(days=1)


def test_what_was_kept_for_later_is_offered_until_a_newer_one_is_done() -> None:
    assert to_go_on_with([], FIRST) is None
    assert to_go_on_with([look_back(0, Close())], FIRST) is None
    assert to_go_on_with([LEFT], NEXT) == LEFT
    assert to_go_on_with([LEFT, look_back(1, Close())], NEXT) is None


def test_on_its_own_day_it_is_offered_still() -> None:
    assert to_go_on_with([LEFT, look_back(1, Close())], FIRST) == LEFT


def test_of_several_it_is_the_newest_and_none_from_the_trash() -> None:
    newer = five(1, left=["daily/moved"])
    assert to_go_on_with([newer, LEFT], NEXT) == newer
    assert to_go_on_with([newer._replace(trashed=True), LEFT], NEXT) == LEFT


def test_a_draft_comes_back_as_the_record_that_was_written_down() -> None:
    more = {"id": LEFT.id, "version": "v", "record": to_doc(LEFT), "prompt": ""}
    assert drafted(more) == LEFT._replace(version="v")


@pytest.mark.parametrize("more", [{}, {"id": "x", "version": "", "record": None}, {"record": {}}])
def test_a_draft_that_cannot_be_read_is_none(more: dict[str, object]) -> None:
    assert drafted(more) is None


def test_a_draft_of_what_was_kept_is_its_next_version_or_nothing_new() -> None:
    draft = LEFT._replace(id="", text="said more")
    kept = LEFT._replace(id="kept", text="said", version="v1")
    assert not_kept_yet(draft, []) == draft
    assert not_kept_yet(draft, [kept]) == draft._replace(id="kept", version="v1")
    assert not_kept_yet(draft, [kept._replace(text="said more")]) is None
    other = kept._replace(at=moment(3))
    assert not_kept_yet(draft, [other]) == draft
