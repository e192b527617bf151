"""If–thens, what one thinks, brings, has around, was told; and the signs of a goal."""

import re
from datetime import timedelta

import pytest

from journal.cli.verbs import VERBS
from journal.practice.telling.operations import OPERATIONS
from journal.records.kinds import KINDS
from tests.cli.home import Home

BEGIN = {
    "item": ("item", "new", "Why twice?"),
    "experiment": ("try", "new", "--if", "it rains", "--then", "stay", "--expect", "dry feet"),
    "plan": ("plan", "new", "If it rains, I'll stay"),
    "goal": ("goal", "new", "Learning how to listen"),
    "belief": ("belief", "new", "I think that it rains"),
    "context": ("context", "new", "--in", "physical", "The phone rings"),
    "feedback": ("feedback", "new", "--who", "Ana", "You were early"),
}


@pytest.mark.parametrize("kind", BEGIN)
def test_each_is_made_shown_listed_and_taken_back_in_its_own_words(home: Home, kind: str) -> None:
    verb, *_ = BEGIN[kind]
    id_ = home.run(*BEGIN[kind]).id
    assert home.record(id_)["kind"] == kind
    [listed] = home.run(verb, "--json").json
    assert listed["id"] == id_
    assert home.run(verb, "show", id_[:5], "--json").json["history"][0]["op"] == kind
    assert home.run(verb, "show", id_).lines[1] in home.run(verb).out
    assert home.run("undo").out.startswith(f"Took back {OPERATIONS[kind]}: {id_[:6]}  ")
    assert home.run(verb, "--json", code=1).json == []
    home.run("redo")
    assert home.run(verb, "list").out


@pytest.mark.parametrize("kind", BEGIN)
def test_each_names_what_is_missing_and_knows_its_own(home: Home, kind: str) -> None:
    verb, *_ = BEGIN[kind]
    for words in (["new"], ["show", "zzz"], ["nonsense"]):
        refused = home.run(verb, *words, code=3 if "zzz" in words else 2)
        assert refused.out == ""
        assert refused.err
    assert home.run("list", "--kind", "all", "--json", code=1).json == []
    note = home.add("a note")
    home.run(verb, "show", note, code=3)


NOUNS = [each.name for each in VERBS.values() if each.kind and each.actions]


@pytest.mark.parametrize("verb", NOUNS)
def test_where_there_is_none_yet_a_command_that_begins_one_is_named(home: Home, verb: str) -> None:
    [command] = re.findall(r"`journal (.+?)`", home.run(verb, code=1).err)
    assert home.run(*command.split(), "--help").out.startswith(f"usage: journal {command} ")


def test_what_was_said_by_a_coach_is_theirs_by_name(home: Home) -> None:
    coach = home.run("coach", "add", "Ana").id
    for named in ("Ana", "ana", coach[:5]):
        made = home.record(home.run("feedback", "new", "--from", named, "You were early").id)
        assert (made["who"], made["links"], made["said"]) == ("Ana", [coach], "You were early")
    assert "nothing to keep" in home.run("feedback", "new", "--from", "Ana", code=2).err
    home.run("feedback", "new", "--from", "Ben", "You were early", code=3)


def test_of_two_coaches_with_one_name_the_id_says_which(home: Home) -> None:
    coach = home.run("coach", "add", "Ana").id
    other = "kkkkkkkkkk"
    exported = home.run("export", "json").out
    home.run("import", "json", "-", stdin=exported.replace(coach, other))
    refused = home.run("feedback", "new", "--from", "Ana", "You were early", code=3)
    assert refused.err.startswith("Several coaches are called Ana.\n")
    said = home.run("feedback", "new", "--from", other, "You were early").id
    assert home.record(said)["links"] == [other]


def test_every_kind_has_words_for_its_undo() -> None:
    assert set(BEGIN) <= set(KINDS) & set(OPERATIONS)


def test_a_plan_comes_back_and_is_answered(home: Home) -> None:
    id_ = home.run(*BEGIN["plan"]).id
    home.run("plan", "answer", id_, "perhaps", code=2)
    home.now += timedelta(days=1)
    assert [each["id"] for each in home.run("status", "--json").json["waiting"]] == [id_]
    home.run("plan", "answer", id_, "helped", "--words", "twice")
    home.run("plan", "answer", id_, "otherwise")
    made = home.record(id_)
    assert [each.get("helped", "") for each in made["occasions"]] == ["yes", ""]
    assert made["look"] == "2026-12-02"
    shown = home.run("plan", "show", id_).out
    assert "done, did it help: yes. twice, " in shown
    assert "something else was done, " in shown
    home.run("plan", "edit", id_, "--if", "it pours")
    home.run("plan", "keep", id_)
    assert home.run("plan", "--json", code=1).json == []
    assert "ended" in home.run("plan", "answer", id_, "helped", code=2).err
    home.run("plan", "open", id_)
    assert home.record(id_)["cue"] == "it pours"


def test_a_mind_is_changed_with_a_reason(home: Home) -> None:
    id_ = home.run(*BEGIN["belief"]).id
    note = home.add("it did not")
    home.run("belief", "for", id_, "twice this week")
    home.run("belief", "against", id_, "--note", note)
    home.run("belief", "said", id_, "Only here", "--who", "Ben")
    home.run("belief", "doubt", id_, "In the desert")
    assert "--why" in home.run("belief", "revise", id_, "It rains here", code=2).err
    home.run("belief", "revise", id_, "It rains here", "--why", "the desert")
    made = home.record(id_)
    assert [each["words"] for each in made["evidence"]] == ["twice this week", "it did not"]
    assert note in made["links"]
    assert made["statement"] == "It rains here"
    assert made["revisions"][0]["before"] == "I think that it rains"
    assert "a change of mind" in home.run("undo").out
    home.run("belief", "give-up", id_, "--why", "moved away")
    home.run("belief", "give-up", id_, "--why", "moved away", code=2)
    assert "A lesson since today, given up." in home.run("belief", "show", id_).out


def test_what_one_brings_is_shown_by_a_note(home: Home) -> None:
    assert "--note" in home.run("asset", "new", "asking first", code=2).err
    note, other = home.add("asked"), home.add("asked again")
    id_ = home.run("asset", "new", "asking first", "--note", note, "--how", "less haste").id
    home.run("asset", "shown", id_, other)
    home.run("asset", "not-shown", id_, note)
    home.run("asset", "not-shown", id_, other, code=2)
    assert home.record(id_)["links"] == [other]
    home.run("asset", "edit", id_, "asking early")
    assert home.run("asset", "show", id_).lines[1] == "asking early"
    assert "an edit" not in home.run("undo").out


def test_something_around_is_changed_and_looked_at(home: Home) -> None:
    assert "--in" in home.run("context", "new", "noise", code=2).err
    id_ = home.run(*BEGIN["context"]).id
    home.run("context", "sort", id_, "mine", "to", "change")
    assert "Nothing was changed" in home.run("context", "helped", id_, "yes", code=2).err
    home.run("context", "change", id_, "put it away", "--look", "2026-11-20", code=2)
    home.run("context", "change", id_, "put it away", "--look", "thu")
    home.run("context", "helped", id_, "partly", "--words", "a quiet hour")
    made = home.record(id_)
    assert (made["reach"], made["look"], made["helped"]) == ("mine to change", None, "partly")
    home.run("context", "edit", id_, "The telephone rings")
    assert home.run("context", "--json", code=1).json == []
    assert home.run("context", "list", "--all").out


def test_what_someone_said_ends_in_a_decision(home: Home) -> None:
    note = home.add("@ Ana: too early")
    id_ = home.run("feedback", "new", "--from", note, "--who", "Ana").id
    refused = home.run("feedback", "decide", id_, "adapt", code=2)
    assert "--words" in refused.err
    home.run("feedback", "decide", id_, "adapt", "--words", "not always")
    made = home.run("feedback", "try", id_, "If she asks, I'll wait", "--expect", "more").id
    home.run("feedback", "done", id_)
    told = home.record(id_)
    assert (told["decision"], told["experiment"], told["enacted"]) == ("adapt", made, True)
    assert home.record(made)["links"] == [id_]
    home.run("feedback", "edit", id_, "--about", "the call")
    later = home.run("feedback", "new", "read me", "--unread").id
    assert "read me" not in home.run("feedback", "show", later).out
    home.run("feedback", "read", later)
    assert "read me" in home.run("feedback", "show", later).out


def test_what_was_seen_of_a_goals_signs(home: Home) -> None:
    id_ = home.run(*BEGIN["goal"], "--leading", "asked first").id
    home.run("goal", "seen", id_, "twice today")
    home.run("goal", "edit", id_, "--lagging", "fewer calls")
    assert "--sign" in home.run("goal", "seen", id_, "again", code=2).err
    assert "no answer" in home.run("goal", "seen", id_, "x", "--sign", "other", code=2).err
    home.run("goal", "seen", id_, "half", "--sign", "fewer calls")
    assert [each["sign"] for each in home.record(id_)["seen"]] == ["asked first", "fewer calls"]


def test_their_pages_are_edited_as_pages(home: Home, tmp_path: object) -> None:
    id_ = home.run(*BEGIN["feedback"]).id
    assert "journal feedback edit" in home.run("edit", id_, "--text", "x", code=2).err
    assert "journal help review" in _text_of_a_review(home)


def _text_of_a_review(home: Home) -> str:
    review = home.run("review", "first", "--answer", stdin="By asking\n").id
    return home.run("edit", review, "--text", "x", code=2).err
