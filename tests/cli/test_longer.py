"""Longer look backs in the shell: shown, and their questions answered a line each."""

from datetime import timedelta

import pytest

from tests.cli.home import Home


@pytest.mark.parametrize("span", ["week", "month", "quarter"])
def test_it_shows_and_says_how_to_answer(home: Home, span: str) -> None:
    home.add("a note")
    home.run("item", "new", "Why twice?")
    found = home.run("review", span, "--json").json
    assert [each["prompt"] for each in found["questions"]]
    assert {"id", "heading", "lines", "step", "asks"} == set(found["sections"][0])
    shown = home.run("review", span)
    assert "a note" in shown.out
    assert f"journal review {span} --answer" in shown.err


def test_what_is_open_stands_below_the_days(home: Home) -> None:
    home.add("a note")
    id_ = home.run("item", "new", "Why twice?").id
    shown = home.run("review", "week").out
    assert shown.index("a note") < shown.index("What is open") < shown.index("Why twice?")
    assert id_[:6] in shown


@pytest.mark.parametrize("span", ["week", "month", "quarter", "first"])
def test_its_questions_are_answered_a_line_each(home: Home, span: str) -> None:
    home.add("a note")
    asked = home.run("review", span, "--json").json["questions"]
    free = [each for each in asked if each["step"] not in ("pulse", "snapshot")]
    told = home.run("review", span, "--answer", stdin="\n".join(f"line {n}" for n in range(20)))
    kept = home.record(told.id)
    assert [each["text"] for each in kept["answers"]] == [f"line {n}" for n in range(len(free))]
    assert kept["left"] == []
    assert kept["span"] == span
    assert "a longer look back" in home.run("undo").out


def test_where_the_input_ends_the_rest_waits(home: Home) -> None:
    first = home.run("review", "week", "--answer", stdin="one\n")
    assert "goes on" in first.err
    [kept] = home.run("review", "week", "--json", code=1).json["reviews"]
    assert len(kept["answers"]) == 1
    second = home.run("review", "week", "--answer", stdin="two\n" + "\n" * 9)
    assert second.id == first.id
    kept = home.record(first.id)
    assert ([each["text"] for each in kept["answers"]], kept["left"]) == (["one", "two"], [])
    shown = home.run("show", first.id).out
    assert "  one\n" in shown
    assert home.run("review", "week").out.count("  one\n") == 1


def test_nothing_said_keeps_nothing(home: Home) -> None:
    for typed in ("", "\n" * 20):
        told = home.run("review", "month", "--answer", stdin=typed)
        assert (told.out, "nothing was kept" in told.err) == ("", True)
    home.run("list", "--kind", "all", code=1)


def test_a_snapshot_takes_a_word_in_front_and_stands_beside_the_last(home: Home) -> None:
    typed = "\n\nhelps: Mondays hold\nmixed\nonly words\n\n\n\n"
    id_ = home.run("review", "quarter", "--answer", stdin=typed).id
    snapshot = home.record(id_)["snapshot"]
    assert [(each.get("mark", ""), each.get("evidence", "")) for each in snapshot] == [
        ("helps", "Mondays hold"), ("mixed", ""), ("", "only words"),
    ]  # fmt: skip
    home.now += timedelta(weeks=12)
    again = home.run("review", "quarter", "--answer", stdin="\n" * 8)
    assert "Last time: helps: Mondays hold." in again.err
    lines = home.run("review", "quarter", "--json", code=1).json["sections"][-1]["lines"]
    assert lines[0]["beside"] == "then, helps: Mondays hold"


def test_a_pulse_is_yes_partly_or_no(home: Home) -> None:
    typed = "\n" * 4 + "yes\nmaybe\nPartly\n\n\n\n"
    told = home.run("review", "month", "--answer", stdin=typed)
    assert [each["answer"] for each in home.record(told.id)["pulse"]] == ["yes", "partly"]
    assert "It is skipped." in told.err


def test_a_question_to_sort_is_asked_about_where_it_stands(home: Home) -> None:
    id_ = home.run("item", "new", "Why twice").id
    home.run("item", "move", id_, "sensing", "--source", "Ana")
    refused = home.run("review", "week", "--answer", stdin="\n\nnonsense\n")
    assert "Why twice: Move it? 1 a lesson; 2 a try;" in refused.err
    assert "“nonsense” is no answer here." in refused.err
    assert home.record(id_)["state"] == "sensing"
    moved = home.run("review", "week", "--answer", stdin="\n\n1\nIt says who reads.\n")
    assert "Kept: a lesson." in moved.err
    assert "nothing was kept" not in moved.err
    assert home.record(id_)["state"] == "settled"
    assert "To sort" not in home.run("review", "week", "--answer", stdin="\n" * 9).err


def test_a_month_asks_for_signs_and_for_a_doubt(home: Home) -> None:
    goal = home.run("goal", "new", "Learning how to ask", "--leading", "she nods").id
    belief = home.run("belief", "new", "I think that two counts are safer").id
    told = home.run("review", "month", "--answer", stdin="twice, on Tuesday\nwith a new nurse\n")
    assert "she nods: What did you see?" in told.err
    assert "I think that two counts are safer: Where would it break first?" in told.err
    assert [each["words"] for each in home.record(goal)["seen"]] == ["twice, on Tuesday"]
    assert "with a new nurse" in home.run("belief", "show", belief).out


def test_a_try_gone_quiet_is_made_smaller_in_the_week(home: Home) -> None:
    id_ = home.run("try", "new", "If it rings, I'll wait", "--expect", "less").id
    home.now += timedelta(weeks=4)
    told = home.run("review", "week", "--answer", stdin="\n\n1\na minute of it\n")
    assert "wait: Keep it, make it smaller, or let it go? 1 make it smaller; 2 keep it" in told.err
    assert "a minute of it" in home.run("try", "show", id_).out
    assert "Tries that have gone quiet" not in home.run("review", "week").out


@pytest.mark.parametrize(
    ("words", "hint"),
    [(["day"], "journal close"), (["gaps"], "journal close"), (["week", "tomorrow"], "")],
)
def test_what_has_no_questions_is_refused(home: Home, words: list[str], hint: str) -> None:
    assert hint in home.run("review", *words, "--answer", code=2).err
