"""What a page for a coach needs is there, and nothing in it could fail when it is used."""

import re
from string import Formatter

from journal.records.coach import Coach
from journal.records.excerpt import Choice
from journal.sharing.consent import agreement, notice_text, terms_of
from journal.sharing.preview import new_code
from journal.sharing.project import Page
from journal.sharing.redact import rules
from journal.sharing.shipped import table, words
from tests.sharing.desks import TODAY

FILLED = {
    "coach", "learner", "purpose", "code", "until", "day", "reach", "fingerprint",
    "count", "fields", "old",
}  # fmt: skip


def sentences(value: object) -> list[str]:
    if isinstance(value, list):
        return [line for each in value for line in sentences(each)]
    return [value] if isinstance(value, str) else []


def test_every_rule_has_a_name_and_words_that_it_does_not_hide_itself() -> None:
    assert len({rule.name for rule in rules()}) == len(rules()) >= 9
    for rule in rules():
        assert re.fullmatch(r"\[[a-z-]+\]", rule.shown)
        for other in rules():
            assert not any(pattern.search(rule.shown) for pattern in other.patterns)


def test_every_sentence_can_be_filled_in() -> None:
    for line in sentences(list(table("notice").values())):
        assert {name for _, name, _, _ in Formatter().parse(line) if name} <= FILLED, line
    coach = Coach("Ana {x}", learner="Sam", purpose="To talk")
    agreed = terms_of(coach, "a-b-c-d", Choice("?"), Page("?"), TODAY, TODAY)
    anew = agreed._replace(replaces="e-f-g-h")
    notice = notice_text("withdrawn", coach, "a-b-c-d", TODAY, TODAY)
    for line in (*agreement(agreed), *agreement(anew), notice):
        assert "{" not in line.replace("{x}", "")


def test_it_is_never_called_anonymous() -> None:
    lines = " ".join(sentences(list(table("notice").values()))).lower()
    assert "anonym" not in lines
    assert "may still recognise" in lines
    assert "cannot be recalled" in lines
    assert "not for appraisal" in lines


def test_pages_are_called_by_words_that_can_be_told_apart() -> None:
    there = words("words", "words")
    assert len(set(there)) == len(there) >= 200
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in there)
    codes = {new_code(()) for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code.split("-")) == 4 for code in codes)
