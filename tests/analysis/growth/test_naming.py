"""Names that come back are asked about once, and then kept as what the learner said."""

from typing import Any

from journal.analysis.growth.listed import listed, names_asked
from journal.analysis.growth.material import Material
from journal.analysis.growth.naming import Names, names_line, naming
from journal.analysis.growth.page import growth_page
from journal.on_passages import moving_on
from journal.practice.deeds.deed import named
from journal.records.record import Record
from tests.analysis.growth.making import day, kept, note, when

SAID = ("I asked Ruth.", "Then Ruth rang, and later Ruth came.", "With @Zeynep.", "Ask @Zeynep.")


def notes() -> list[Record]:
    return [note(text, 20 + number) for number, text in enumerate(SAID)]


def said(records: list[Record], what: str, on: int = 30) -> Record:
    """Return the mark that the first name that is asked about is `what`."""
    shown = names_asked(found(records))
    each = shown.evidence[0]
    deed = named(moving_on(shown, each), what)
    assert deed
    record = next(record for record in records if record.id == each.id)
    own: Any = deed.do(record, (), when(30))[0].own
    return kept(own, on)


def found(records: list[Record]) -> Names:
    return naming(Material(records, day(40)))


def test_names_that_come_back_are_told_in_one_line_each_with_its_last_passage() -> None:
    there = notes()
    assert names_line(found(there)) == "Names that come back: Ruth 3, Zeynep 2"
    shown = names_asked(found(there))
    assert shown.evidence[0].words == SAID[1]
    assert "Ruth, 3 times." in shown.evidence[0].why


def test_a_person_and_a_resource_are_kept_with_their_passages_and_not_asked_again() -> None:
    there = notes()
    there.append(said(there, "person"))
    there.append(said(there, "resource"))

    names = found(there)

    assert names.asked == ()
    [ruth], [zeynep] = names.people, names.resources
    assert (ruth.name, ruth.times, zeynep.name, zeynep.times) == ("Ruth", 3, "Zeynep", 2)
    assert {each.id for each in ruth.evidence} == {there[0].id, there[1].id}
    assert all(each.words[each.cue_start - each.start :].startswith("Ruth")
               for each in ruth.evidence)  # fmt: skip


def test_what_is_neither_is_not_asked_again_and_the_last_word_counts() -> None:
    there = notes()
    neither = said(there, "neither")
    assert [each.name for each in found([*there, neither]).asked] == ["Zeynep"]

    for on, people in ((31, ["Ruth"]), (29, [])):
        both = [*there, neither, said(there, "person", on)]
        assert [each.name for each in found(both).people] == people


def test_no_name_is_kept_in_the_mark() -> None:
    there = notes()
    mark = said(there, "person")
    assert "Ruth" not in repr(mark)
    assert "Ruth" not in mark.text


def test_a_name_that_was_confirmed_is_no_theme_any_more() -> None:
    there = [note(f"I asked Ruth about the seal number {n}.", n) for n in range(12)]
    before = growth_page(there, day(40))
    assert "“ruth”" in [each.title for each in before.themes]
    after = growth_page([*there, said(there, "person")], day(40))
    assert "“ruth”" not in [each.title for each in after.themes]
    assert [listed(each, day(40)).title for each in after.names.people] == ["Ruth"]
