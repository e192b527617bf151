"""Signs and scales: what a sentence shows, and what that weighs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.families import Families
from journal.analysis.masking import fold
from journal.analysis.scales import Scales, parse_scales
from journal.analysis.shipped import shipped_families, shipped_scales
from journal.analysis.signs import spans, words
from journal.errors import Usage
from tests.analysis.labelled import FOLDER, load

TABLE = """
[family]
grow = "better ~improve getting_there"
idle = "idl* put_off"
"""
POINTS = """
["frame:mastery"]
from = 5
points = '''
+7: <grow>
+2: can | i can
+3: ~stop | ^ so we | we stopped . | a b c | ^3 why | give _ up
-9: not <grow> | [asks]
'''
["regulation:effort"]
from = 1
points = '''
+4: <idle> | ^ <idle>
-300: better
'''
"""


def names(text: str) -> list[str]:
    return [sign.name for sign in Families(TABLE).signs(words(fold(text)))]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I improved.", "<grow>"),
        ("We are getting there.", "<grow>"),
        ("It is not much better", "not <grow>"),
        ("It is not much, but better", "<grow>"),
        ("So put off again", "^ <idle>"),
        ("Idling", "<idle>"),
        ("It was 12", "was 0"),
        ("Why", "^ why"),
        ("Why", "why $"),
        ("Why", "^ why $"),
        ("Why me?", "why me ?"),
        ("I wrote", "~writ"),
        ("Why me", "^3 me"),
        ("Give it up", "give _ up"),
        ("Why?", "[asks]"),
        ("Why", "[tiny]"),
    ],
)
def test_what_a_sentence_shows(text: str, sign: str) -> None:
    assert sign in names(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It is not much better", "<grow>"),
        ("I put it off", "<idle>"),
        ("Because I was idle", "^ <idle>"),
        ("Was I there", "[no I]"),
        ("12", "0"),
    ],
)
def test_what_it_does_not_show(text: str, sign: str) -> None:
    assert sign not in names(text)


def scales() -> Scales:
    return Scales(Families(TABLE), parse_scales(POINTS))


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("", [0, 0]),
        ("I can improve", [2 + 2 + 7, 0]),
        ("can better better", [2 + 7, -300]),
        ("better improved", [7 + 7, -300]),
        ("not better", [-9, -300]),
        ("idle", [0, 8]),
        ("Stopping", [3, 0]),
        ("So we go", [3, 0]),
        ("Then we stopped.", [3 + 3, 0]),
        ("a b, a b c d", [3, 0]),
        ("so, why, and why", [3, 0]),
        ("and so I, why", [0, 0]),
        ("never give it up", [3, 0]),
        ("give up", [0, 0]),
    ],
)
def test_points_are_added_up_for_each_label(text: str, points: list[int]) -> None:
    weighing = scales()
    assert weighing.weigh(weighing.parts(words(fold(text))), ()) == points


def test_signs_that_no_word_has_are_added_too() -> None:
    assert scales().weigh([], ("[asks]", "[unheard of]")) == [-9, 0]


def test_the_words_that_carry_a_label_come_first() -> None:
    weighing = scales()
    text = "so i can see us getting there"
    given = words(text)
    first, second = weighing.carriers(0, weighing.parts(given))[:2]
    assert given[first.first : first.last + 1] == ["getting", "there"]
    assert weighing.named(0, ("getting", "there")) == "<grow>"
    assert (first.points, second.points) == (7, 2)
    assert text[slice(*spans(text)[second.first])] in ("i", "can")


def test_what_cues_can_tip() -> None:
    table = POINTS.replace("+7: <grow>", "+7: [cue mastery]").replace("[asks]", "[against mastery]")
    assert Scales(Families(TABLE), parse_scales(table)).tip(0) == (-9, 7)


@given(st.one_of(st.text(), st.sampled_from([one["text"] for one in load(FOLDER / "dev.jsonl")])))
def test_all_at_once_is_as_much_as_one_by_one(text: str) -> None:
    given = words(fold(text))
    weighing, signs = shipped_scales(), [*shipped_families().signs(words(fold(text)))]
    shapes = [sign.name for sign in signs if sign.last < 0]
    one_by_one = [
        sum(scale.points.get(sign.name, 0) for sign in signs) for scale in weighing.scales
    ]
    assert weighing.weigh(weighing.parts(given), shapes) == one_by_one


@given(st.text())
def test_every_word_has_its_place(text: str) -> None:
    folded = fold(text)
    assert len(spans(folded)) == len(words(folded))


@pytest.mark.parametrize("text", ["[[", "['a:b']\nfrom = 1", "['a:b']\nfrom = 1\npoints = 'x: y'"])
def test_scales_that_cannot_be_read_say_so(text: str) -> None:
    with pytest.raises(Usage, match="scales cannot be read"):
        parse_scales(text)


@pytest.mark.parametrize("text", ["[[", "grow = 'better'"])
def test_families_that_cannot_be_read_say_so(text: str) -> None:
    with pytest.raises(Usage, match="families of words cannot be read"):
        Families(text)


def test_every_weighed_family_is_there() -> None:
    known = shipped_families().names
    signs = {sign for scale in shipped_scales().scales for sign in scale.points}
    weighed = {sign.partition("<")[2][:-1] for sign in signs if sign.endswith(">")}
    assert weighed <= known
