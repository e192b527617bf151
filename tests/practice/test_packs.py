import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import JournalError, Usage
from journal.practice.look_back.packs import parse_pack
from journal.practice.look_back.prompts import by_key, merge

HEAD = """schema = 1
id = "mine"
version = 3
language = "en"
"""
SMALL = (
    HEAD
    + """
[[prompt]]
id = "tea"
step = "progress"
full = "What did the tea  break
 bring?"
""".replace("\n bring", " bring")
)


def refused(text: str) -> str:
    with pytest.raises(Usage) as caught:
        parse_pack(text, "mine.toml")
    assert caught.value.hint
    return caught.value.message


def prompt(*lines: str) -> str:
    return HEAD + "\n[[prompt]]\n" + "\n".join(lines) + "\n"


def test_a_small_prompt_gets_its_short_forms_from_the_question() -> None:
    [tea] = parse_pack(SMALL, "mine.toml").prompts
    assert (tea.key, tea.version, tea.family) == ("mine/tea", 3, "tea")
    assert tea.full == tea.cue == tea.word == "What did the tea break bring?"
    assert (tea.example, tea.why, tea.angle, tea.phase, tea.retired) == ("", "", "", "", False)


def test_a_retired_prompt_needs_only_its_name() -> None:
    [gone] = parse_pack(prompt('id = "moved"', "retired = true"), "mine.toml").prompts
    assert gone.retired


GOOD = ('id = "a"', 'step = "event"', 'full = "What?"')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "id = \n", "line 5: this cannot be read as TOML"),
        (HEAD.replace("schema = 1", "schema = 2") + "prompt = []\n", "line 1: schema 2 is not"),
        (HEAD.replace("version = 3", "version = 0") + "prompt = []\n", "line 3: the version"),
        (HEAD.replace("version = 3", "version = true") + "prompt = []", 'line 3: "version" of'),
        (HEAD, 'the pack has no "prompt"'),
        (HEAD + "colour = 1\n", 'line 5: the pack has a field "colour"'),
        (HEAD + "prompt = [1]\n", "a prompt is a table that begins with [[prompt]]"),
        (prompt('step = "event"', 'full = "What?"'), 'line 6: the prompt has no "id"'),
        (prompt('id = "a"', 'full = "What?"'), 'line 6: the prompt "a" has no "step"'),
        (prompt('id = "a"', 'step = "event"'), 'line 6: the prompt "a" has no "full"'),
        (prompt(*GOOD, 'hue = "x"'), 'line 10: the prompt "a" has a field "hue"'),
        (prompt(*GOOD, "why = 7"), 'line 10: "why" of the prompt "a" needs text in quotation'),
        (prompt(*GOOD, 'retired = "no"'), 'line 10: "retired" of the prompt "a" needs true'),
        (prompt(*GOOD, 'phase = "later"'), 'line 10: "phase" of the prompt "a" is "later"'),
        (prompt(*GOOD, 'angle = "view"'), 'line 10: the prompt "a" has an "angle"'),
        (prompt(*GOOD, 'cue = " "'), 'line 10: "cue" of the prompt "a" is empty'),
        (prompt(*GOOD, f'word = "{"w" * 21}"'), "has 21 characters, at most 20 fit"),
        (prompt('id = "a"', 'step = "dance"', 'full = "W?"'), 'line 8: "step" of the prompt "a"'),
        (prompt('id = "a"', 'step = "question"', 'full = "W?"'), 'has no "angle"'),
        (prompt('id = "A b"', 'step = "event"', 'full = "W?"'), "line 7: "),
        (prompt(*GOOD, "[[prompt]]", *GOOD), "line 11: there are two prompts with the id"),
        ("a = " + "[" * 5000, "nested too deeply"),
        (HEAD.replace("3", "3" * 5000), "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_line_and_reason(text: str, said: str) -> None:
    message = refused(text)
    assert message.startswith("mine.toml")
    assert said in message


@given(st.text())
def test_any_text_is_refused_in_words_and_never_breaks(text: str) -> None:
    with pytest.raises(JournalError, match=r"^any\.toml"):
        parse_pack(text, "any.toml")


SHIPPED = parse_pack(
    HEAD.replace("mine", "daily").replace("= 3", "= 1")
    + """title = "Daily"
[[prompt]]
id = "moved"
step = "progress"
family = "moving"
full = "What moved?"
[[prompt]]
id = "brought"
step = "progress"
full = "What did you bring?"
""",
    "daily.toml",
)


def test_the_learners_prompt_replaces_the_shipped_one_with_its_own_version() -> None:
    own = parse_pack(
        prompt('id = "moved"', 'step = "progress"', 'full = "And?"').replace("mine", "daily"),
        "mine.toml",
    )
    [pack] = merge([SHIPPED], [own])
    moved, brought = pack.prompts
    assert (moved.full, moved.version, moved.family) == ("And?", 3, "moving")
    assert brought == SHIPPED.prompts[1]
    assert pack.title == "Daily"


def test_a_prompt_can_be_added_and_one_retired_without_losing_its_words() -> None:
    own = parse_pack(
        prompt(*GOOD, "[[prompt]]", 'id = "moved"', "retired = true").replace("mine", "daily"),
        "mine.toml",
    )
    [pack] = merge([SHIPPED], [own])
    assert [one.id for one in pack.prompts] == ["moved", "brought", "a"]
    moved = by_key([pack])["daily/moved"]
    assert (moved.retired, moved.full) == (True, "What moved?")


def test_a_pack_of_a_new_name_comes_last() -> None:
    own = parse_pack(SMALL, "mine.toml")
    assert merge([SHIPPED], [own]) == [SHIPPED, own]
    assert merge([SHIPPED], []) == [SHIPPED]


def test_a_pack_in_another_language_leaves_the_original_alone() -> None:
    german = SHIPPED._replace(language="de", prompts=SHIPPED.prompts[:1])
    assert merge([SHIPPED], [german]) == [SHIPPED, german]
