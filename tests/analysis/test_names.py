from datetime import date

from journal.analysis.entries import Entry
from journal.analysis.names import names

DAY = date(2026, 11, 24)


def found(*texts: str) -> dict[str, int]:
    entries = [Entry(f"id{n}", DAY, text) for n, text in enumerate(texts)]
    return {name.name: len(name.mentions) for name in names(entries)}


def test_a_capital_inside_a_sentence_is_a_name_that_then_counts_everywhere() -> None:
    assert found("Asked Ruth about it.", "Ruth knew.", "The list is Ruth's.") == {"Ruth": 3}
    assert found("Ruth knew.", "Ruth came.", "Ruth went.") == {}


def test_names_of_two_words_are_one_name() -> None:
    texts = ("I asked Anna Berg.", "Anna Berg rang.", "So said Anna Berg.")
    assert found(*texts) == {"Anna Berg": 3}


def test_days_abbreviations_and_usual_words_are_no_names() -> None:
    assert found("On Monday the RCD and I tripped.", *["By Monday the RCD."] * 3) == {}
    assert found("We said Pump.", "The Pump, the pump.", "A pump, a pump, Pump.") == {}


def test_what_comes_back_in_one_entry_only_or_seldom_does_not_come_back() -> None:
    assert found("I asked Ruth, and Ruth asked Ruth.") == {}
    assert found("I asked Ruth.", "It was Ruth.") == {}


def test_what_is_marked_as_a_name_needs_two_entries() -> None:
    link = "see https://docs.example.org/valves."
    title = "I read “Thinking, Fast and Slow” on the train."
    assert found("@Ana said so", "ask @Ana", link, link, title, title) == {
        "Ana": 2,
        "Thinking, Fast and Slow": 2,
        "docs.example.org/valves": 2,
    }
    assert found("[The manual](https://x.org/1)", "[The manual](https://x.org/2)") == {
        "The manual": 2
    }


def test_each_mention_is_where_the_name_stands() -> None:
    texts = ["With @Ruth.", "I asked Ruth, and then Ruth’s sister.", "`ask @Ruth` and “Ruth”"]
    [ruth] = names([Entry(str(n), DAY, text) for n, text in enumerate(texts)])
    assert [texts[int(m.id)][m.start : m.end] for m in ruth.mentions] == ["Ruth"] * 3


def test_capitals_of_other_languages_are_no_names() -> None:
    german = "Heute habe ich die Pumpe allein gewechselt, und die Pumpe war nicht neu."
    assert found(*[german] * 4) == {}
