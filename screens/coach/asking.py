"""What is said about a page besides what is on it: asked row by row, each in its place."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.dates.calendar import full
from journal.practice.making import changed, line, own_of
from journal.records.coach import Coach
from journal.records.excerpt import Choice as Chosen
from journal.records.excerpt import Form, Help, Precision
from journal.sharing.consent import FIELD_WORDS, last_day
from journal.sharing.layout import HELP
from screens.coach.making import StepPlace
from screens.coach.questions import ask_last_day
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose

if TYPE_CHECKING:
    from screens.coach.choosing import ChoosePlace

Said = list[tuple[str, str, str]]
"""Rows: what is asked when one is chosen, what it is called, and what is said now."""

NOT_SAID, NOTHING = "not said yet", "nothing"
DONE = "that is all"
DAYS = {
    Precision.DAY: "the day",
    Precision.WEEK: "the week",
    Precision.MONTH: "the month",
    Precision.NONE: "not at all",
}
FORMS = {
    Form.HTML: "a page that any browser opens",
    Form.MARKDOWN: "plain text (Markdown)",
    Form.JSON: "JSON, for programs",
}


class About:
    """What is said about the page of a ChoosePlace."""

    def __init__(self, place: "ChoosePlace") -> None:
        self._place = place

    # --- rows

    def first(self) -> Said:
        """Return the rows on top."""
        choice = self._choice
        help_ = ", ".join(HELP[each.value] for each in choice.help)
        return [
            ("question", "My question", choice.question or NOT_SAID),
            ("help", "Help I want", help_ or NOT_SAID),
        ]

    def rest(self) -> Said:
        """Return the rows below what can be chosen."""
        choice, draft = self._choice, self._place.making.draft
        shown = ", ".join(FIELD_WORDS[field] for field in choice.fields)
        tags = f" ({', '.join(choice.tags)})" if choice.tags else ""
        return [
            ("not_for", "Not for discussion", choice.not_for or NOTHING),
            ("since", "Since last time", choice.since or NOTHING),
            ("fields", "Besides the words", f"{shown}{tags}" if shown else NOTHING),
            ("days", "Days are given as", DAYS[choice.precision]),
            ("until", "They may keep it", f"until {full(last_day_of(self._place))}"),
            ("form", "The file", FORMS[draft.form]),
        ]

    async def ask(self, row: str) -> None:
        """Ask what a row asks."""
        await getattr(self, f"_ask_{row}")()

    @property
    def _choice(self) -> Chosen:
        return self._place.making.draft.choice

    def _change(self, **fields: Any) -> None:
        draft = self._place.making.draft
        self._place.change(draft._replace(choice=draft.choice._replace(**fields)))

    # --- words

    async def _ask_question(self) -> None:
        await self._ask_words("question", f"What do you want to ask {self._place.making.name}?")

    async def _ask_not_for(self) -> None:
        await self._ask_words("not_for", "What is not for discussion? Empty: nothing.")

    async def _ask_since(self) -> None:
        await self._ask_words("since", "What became of what you agreed last time? Empty: nothing.")

    async def _ask_words(self, field: str, question: str) -> None:
        now = getattr(self._choice, field)
        await self._place.ask(
            Ask(question, now), lambda typed: self._change(**{field: line(typed)})
        )

    async def _ask_until(self) -> None:
        await ask_last_day(self._place, last_day_of(self._place), self._take_day)

    def _take_day(self, day: date) -> None:
        self._place.change(self._place.making.draft._replace(until=day))

    # --- one of several, or some of them

    async def _ask_days(self) -> None:
        await self._ask_one(
            "How exactly are days given?", DAYS.items(), self._choice.precision,
            lambda said: self._change(precision=Precision(said)),
        )  # fmt: skip

    async def _ask_form(self) -> None:
        draft = self._place.making.draft
        await self._ask_one(
            "What kind of file?", FORMS.items(), draft.form,
            lambda said: self._place.change(draft._replace(form=Form(said))),
        )  # fmt: skip

    async def _ask_one(
        self,
        title: str,
        rows: Iterable[tuple[Any, str]],
        now: str,
        then: Callable[[str], None],
    ) -> None:
        choices = [Choice(str(key), words) for key, words in rows]
        await self._place.ask(Choose(title, choices, now=now), then)

    async def _ask_help(self) -> None:
        rows = [(each.value, HELP[each.value]) for each in Help]
        now = [each.value for each in self._choice.help]
        title = f"What do you want of {self._place.making.name}?"
        await self._ask_some(title, rows, now, self._take_help)

    def _take_help(self, said: list[str]) -> None:
        self._change(help=tuple(each for each in Help if each.value in said))

    async def _ask_fields(self) -> None:
        title = "What is shown besides the words and the days?"
        await self._ask_some(
            title, list(FIELD_WORDS.items()), list(self._choice.fields), self._take_fields
        )

    def _take_fields(self, said: list[str]) -> None:
        fields = tuple(field for field in FIELD_WORDS if field in said)
        tags = self._choice.tags if "tags" in fields else ()
        self._change(fields=fields, tags=tags)
        if "tags" in fields and not tags:
            self._place.call_later(self._ask_tags)

    async def _ask_tags(self) -> None:
        await self._place.ask(
            Ask("Which tags may be shown? With spaces between; no others are.", ""),
            lambda typed: self._change(tags=tuple(typed.replace("#", " ").split())),
        )

    async def _ask_some(
        self,
        title: str,
        rows: list[tuple[str, str]],
        said: list[str],
        then: Callable[[list[str]], None],
        now: str = "",
    ) -> None:
        """Let some of several be chosen, one after the other; the list stays open until all are."""

        def taken(key: str) -> None:
            if key == DONE:
                return
            there = [each for each in said if each != key] if key in said else [*said, key]
            then(there)
            self._place.call_later(self._ask_some, title, rows, there, then, key)

        ticked = [Choice(key, f"[{'x' if key in said else ' '}] {words}") for key, words in rows]
        choices = [*ticked, Choice(DONE, DONE)]
        await self._place.ask(Choose(title, choices, now=now or None), taken)

    # --- on to the next step

    async def _ask_go_on(self) -> None:
        card = self._place.making.card
        if own_of(card, Coach).learner:
            self._place.action_go_on()
            return
        title = f"By which name does {self._place.making.name} know you? It stands on the page."
        await self._place.ask(Ask(title, "", wrong=_needed), self._take_learner)

    def _take_learner(self, typed: str) -> None:
        making = self._place.making
        self._place.save_card(changed(making.card, learner=line(typed)))
        self._place.action_go_on()


def _needed(typed: str) -> str:
    return "" if line(typed) else "A page says from whom it is."


def last_day_of(place: StepPlace) -> date:
    """Return the last day on which the coach may keep the page."""
    making = place.making
    return making.draft.until or last_day(own_of(making.card, Coach), place.today())
