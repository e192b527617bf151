"""The cards of what one thinks, wants to learn, brings and was told, and of longer look backs."""

from journal.practice.longer.parts import Line
from journal.practice.mind import feedbacks
from journal.practice.telling.card_shapes import (
    NOT_YET,
    Kind,
    Seen,
    Tell,
    come_from,
    row,
    told,
    tried_as,
)
from journal.records.asset import Asset
from journal.records.belief import GIVEN_UP, Belief
from journal.records.feedback import Feedback
from journal.records.goal import Goal
from journal.records.review import Review


def _sides(side: str) -> Tell:
    def tell(seen: Seen, own: Belief) -> list[Line]:
        return [
            Line(None, each.words, seen.day(each.on)) for each in own.evidence if each.side == side
        ]

    return tell


def _sayings(field: str) -> Tell:
    def tell(seen: Seen, own: Belief) -> list[Line]:
        return [
            Line(None, f"{each.who}: {each.words}" if each.who else each.words, seen.day(each.on))
            for each in getattr(own, field)
        ]

    return tell


def _before(seen: Seen, own: Belief) -> list[Line]:
    return [Line(None, f"{each.was} ({each.why})", seen.day(each.on)) for each in own.revisions]


def _goal_signs(field: str) -> Tell:
    def tell(seen: Seen, own: Goal) -> list[Line]:
        signs = own.leading if field == "leading" else tuple(filter(None, (own.lagging,)))
        lines = []
        for sign in signs:
            lines.append(Line(None, sign))
            lines += [
                Line(None, f"  {each.words}", seen.day(each.on))
                for each in own.seen
                if each.sign == sign
            ]
        return lines

    return tell


def _decision(seen: Seen, own: Feedback) -> list[Line]:
    if not own.decision:
        return []
    day = seen.day(own.decided) if own.decided else ""
    return [Line(None, f"{feedbacks.IN_WORDS.get(own.decision, own.decision)}: {own.why}", day)]


def _feedback_below(seen: Seen, own: Feedback) -> str:
    who = f"{own.who} said" if own.who else "someone said"
    about = f", about {own.about}" if own.about else ""
    return f"{who} {seen.day(seen.record.day)}{about}"


_SPANS = {
    "week": "a week",
    "month": "a month",
    "quarter": "twelve weeks",
    "first": "the first page",
}


def _review_title(own: Review) -> str:
    return f"Look back on {_SPANS[own.span]}" if own.span != "first" else "The first page"


MINDS: dict[type, Kind] = {
    Belief: (
        lambda own: own.statement,
        lambda seen, own: f"a lesson since {seen.day(seen.record.day)}"
        + (f", {GIVEN_UP}" if own.state == GIVEN_UP else ""),
        (
            row("For", _sides("for"), "nothing yet"),
            row("Against", _sides("against"), "nothing yet"),
            row("Since when", "since"),
            row("What others say", _sayings("dialogue")),
            row("Where it would break first", _sayings("doubts")),
            row("What I thought before", _before),
            row("From", come_from),
        ),
    ),
    Goal: (
        lambda own: own.aim,
        lambda seen, own: f"a goal since {seen.day(seen.record.day)}"
        + (f", {own.state}" if own.state != "active" else ""),
        (
            row("What it is good for", "wider"),
            row("On the way", _goal_signs("leading"), "no sign named yet"),
            row("The outcome", _goal_signs("lagging"), "no sign named yet"),
        ),
    ),
    Asset: (
        lambda own: own.name,
        lambda seen, _own: f"something I bring, since {seen.day(seen.record.day)}",
        (row("How it helped", "how", NOT_YET), row("Shown by", come_from)),
    ),
    Feedback: (
        lambda own: own.said if own.read else "Kept to be read",
        _feedback_below,
        (
            row("What I do with it", _decision, "not decided yet"),
            row("Since then", lambda _seen, own: told(
                "something was done with it" if own.enacted else ""
            )),
            row("Tried as", tried_as),
            row("From", come_from),
        ),
    ),
    Review: (
        _review_title,
        lambda seen, own: f"{seen.day(own.first)} to {seen.day(own.last)}"
        + (", to be gone on with" if own.left else ""),
        (
            row("", lambda _seen, own: [
                line for each in own.answers
                for line in (Line(None, each.wording), Line(None, f"  {each.text}"), Line(None, ""))
            ]),
            row("How it is to learn here", lambda _seen, own: [
                Line(None, f"{each.heading}: {each.evidence or 'not said'}", each.mark)
                for each in own.snapshot
            ]),
            row("Six sentences", lambda _seen, own: [
                Line(None, each.wording, each.answer) for each in own.pulse
            ]),
        ),
    ),
}  # fmt: skip
"""How each is read."""
