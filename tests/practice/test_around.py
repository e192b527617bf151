"""What may belong to a record, out of a journal that is really there."""

from datetime import timedelta

from journal.practice.deeds.around import NOTES, records_around
from journal.practice.noting import new_note
from journal.practice.tries.experiments import new_try
from tests.practice.making import when
from tests.support.pilot import opened


def test_it_is_what_is_in_the_loop_the_newest_notes_and_those_that_are_linked_to() -> None:
    journal = opened()
    at, zone, day = when(0)
    notes = [
        journal.save(
            new_note(f"note {number}", at + timedelta(minutes=number), zone, day), op="add"
        )[0]
        for number in range(NOTES + 2)
    ]
    first, second, *newest = notes
    tried = new_try(when(1), "a call drifts", "ask for it", "less", links=(second.id,))
    [kept] = journal.save(tried, op="experiment")

    found = [record.id for record in records_around(journal)]

    assert sorted(found) == sorted([kept.id, second.id, *(note.id for note in newest)])
    assert first.id not in found


def test_a_link_to_what_is_not_there_is_left_out() -> None:
    journal = opened()
    tried = new_try(when(1), "a call drifts", "ask for it", "less", links=("nowhere0",))
    [kept] = journal.save(tried, op="experiment")

    assert [record.id for record in records_around(journal)] == [kept.id]
