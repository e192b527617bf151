"""What was not chosen is not on the page: in no form of it, and in no way of writing it."""

import re
from functools import cache

import pyrage
import pytest

from journal import __version__
from journal.records.excerpt import Excerpt, Form
from journal.sharing.preview import Setting, file_name, frozen
from journal.sharing.seal import sealed
from journal.sharing.signing import Signer
from tests.sharing.leaks import MARK, WAYS, found_in
from tests.sharing.random_journals import SETTING, Scene, scene

JOURNALS = 2000
PARTS = 8
IN_ALL_FORMS = 160
SIGNER = Signer(bytes(range(32)))
A_TIME = re.compile(r"\b\d\d:\d\d|[+-]\d\d:\d\d|\bUTC\b")


def page(there: Scene, form: Form, key: str = "") -> Excerpt:
    coach = there.coach._replace(key=key)
    setting = Setting(MARK + "kkkkk", coach, SETTING, SIGNER, "0" * 64)
    code = "amber-kettle-robin-field"
    return frozen(there.choice, there.records, setting, code=code, form=form, until=SETTING)


def secrets(there: Scene) -> list[str]:
    return [*there.names, *list(there.records)[:3]]


@cache
def coach_key() -> tuple[pyrage.x25519.Identity, str]:
    identity = pyrage.x25519.Identity.generate()
    return identity, str(identity.to_public())


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_that_was_not_chosen_is_on_a_page(part: int) -> None:
    for seed in range(part, JOURNALS, PARTS):
        there = scene(seed)
        for form in Form if seed < IN_ALL_FORMS else (list(Form)[seed // PARTS % 3],):
            made = page(there, form)
            leaked = found_in(made.payload.encode(), there.numbers, secrets(there))
            assert not leaked, (seed, form, leaked)
            assert not A_TIME.search(made.payload), (seed, form)
            assert MARK not in file_name(made)


def test_nothing_is_on_a_sealed_page_either_once_it_is_opened() -> None:
    identity, key = coach_key()
    for seed in range(0, JOURNALS, 20):
        there = scene(seed)
        form = list(Form)[seed // 20 % 3]
        made = page(there, form, key)
        outside = sealed(made.payload.encode(), key)
        inside = pyrage.decrypt(outside, [identity])
        assert inside == made.payload.encode()
        for file in (outside, inside):
            assert not found_in(file, there.numbers, secrets(there)), (seed, form)


@pytest.mark.parametrize("way", WAYS)
def test_a_builder_that_leaks_is_caught(way: str) -> None:
    for seed in range(5):
        there = scene(seed)
        leaked = WAYS[way](there.names[0])
        for form in Form:
            file = page(there, form).payload
            spoilt = file.replace("talk it over", f"talk it over {leaked}", 1)
            assert spoilt != file
            assert found_in(spoilt.encode(), there.numbers, secrets(there)), (seed, form)


def test_a_number_that_leaks_is_caught() -> None:
    there = next(there for there in map(scene, range(50)) if there.numbers)
    number = there.numbers[0].decode()
    for written in (number, " ".join(number), f"{number[:3]}-{number[3:]}"):
        spoilt = page(there, Form.HTML).payload + written
        assert found_in(spoilt.encode(), there.numbers)


def test_what_was_chosen_is_there_so_that_the_test_can_fail() -> None:
    there = scene(1)
    words = there.choice.question.splitlines()[0]
    for form in Form:
        assert words in page(there, form).payload
        assert __version__ not in page(there, form).payload
