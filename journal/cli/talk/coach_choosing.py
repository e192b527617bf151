"""What a page for a coach asks and holds, chosen line by line."""

from typing import Any

from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.dates import parse_day
from journal.dates.calendar import full
from journal.errors import JournalError
from journal.practice.finding.query import parse_search
from journal.practice.making import changed, line, own_of
from journal.records.coach import Coach
from journal.records.criteria import Criteria, matcher
from journal.records.excerpt import Help
from journal.records.record import Record
from journal.sharing import desk, drafting, offering
from journal.sharing.consent import last_day
from journal.sharing.layout import HELP
from journal.sharing.select import checked
from journal.visible import one_line

AT_ONCE = 10
HOW = "Numbers choose or take off, words find others, Enter goes on."


class ChosenPage:
    """A page on its way, in one conversation: what is asked, and what is on it."""

    def __init__(self, talk: Talk, card: Record) -> None:
        self.talk = talk
        self.card = card
        self.draft = drafting.kept(talk.journal, card, talk.voice.today)

    @property
    def name(self) -> str:
        """What the coach is called."""
        return own_of(self.card, Coach).name

    def keep(self, **choice: Any) -> None:
        """Keep the page with what is chosen by now."""
        self.draft = self.draft._replace(choice=self.draft.choice._replace(**choice))
        drafting.write_down(self.talk.journal, self.card, self.draft)

    def words(self, question: str, now: str) -> str:
        """Ask for words; Enter leaves what stands there now."""
        stands = f" Enter: {one_line(now)}" if now else ""
        return line(self.talk.voice.answer(f"{question}{stands}").text) or now

    def save_card(self, card: Record) -> None:
        """Save the coach's card as it is from now on."""
        self.card = self.talk.save(card, "edit")

    # --- choosing

    def say_what_is_asked(self) -> None:
        """Ask for the question and the help that is wanted."""
        choice = self.draft.choice
        self.keep(question=self.words(f"What do you want to ask {self.name}?", choice.question))
        listed = "; ".join(f"{n} {HELP[each]}" for n, each in enumerate(Help, 1))
        now = ", ".join(HELP[each] for each in choice.help)
        said = self.words(f"Which help do you want? Numbers: {listed}.", now)
        if said != now:
            wanted = _numbers(said)
            self.keep(help=tuple(each for n, each in enumerate(Help, 1) if n in wanted))

    def choose(self) -> None:
        """List what can be chosen, and take numbers until Enter; nothing is chosen before."""
        every = self._offers()
        is_wanted = None
        while True:
            choice = self.draft.choice
            there = offering.proposed(every, choice, self.card.links, is_wanted)
            shown = self._list(there)
            said = self.talk.voice.answer(HOW).text.strip()
            if not said:
                return
            if numbers := _numbers(said):
                self._toggle([shown[n - 1] for n in numbers if n <= len(shown)])
            else:
                today, order = self.talk.voice.today, self.talk.voice.settings.date_order
                is_wanted = matcher(parse_search(said, today, order))

    def _offers(self) -> list[offering.Offer]:
        journal = self.talk.journal
        since = {record.id for record in desk.since_last_time(journal, self.card.id)}
        return offering.offers(journal.find(Criteria()), since, self.draft.choice.passages)

    def _list(self, there: list[offering.Offer]) -> list[offering.Offer]:
        choice = self.draft.choice
        chosen = [each for each in there if offering.is_chosen(each, choice)]
        shown = [*chosen, *(each for each in there if each not in chosen)][: AT_ONCE + len(chosen)]
        for number, offer in enumerate(shown, 1):
            mark = "chosen, " if offer in chosen else ""
            lead = offer.lead(self.talk.voice.today)
            self.talk.say(f"{number}. {mark}{lead}: {offer.words}")
        if not chosen:
            self.talk.say("Nothing is chosen until you choose it.")
        return shown

    def _toggle(self, offers: list[offering.Offer]) -> None:
        choice = self.draft.choice
        try:
            for offer in offers:
                choice = offering.toggled(offer, choice)
        except JournalError as error:
            self.talk.voice.show_error(error)
        self.keep(**choice._asdict())

    def say_the_rest(self) -> None:
        """Ask what became of last time, what is not for discussion, and until when it is kept."""
        choice = self.draft.choice
        since = self.words(
            "What became of what you agreed last time? Enter: nothing.", choice.since
        )
        not_for = self.words("What is not for discussion? Enter: nothing.", choice.not_for)
        self.keep(since=since, not_for=not_for)
        self._say_until()
        if not own_of(self.card, Coach).learner:
            name = self.words(f"By which name does {self.name} know you? It is on the page.", "")
            if not name:
                raise Back
            self.save_card(changed(self.card, learner=name))
        choice = self.draft.choice
        checked(choice, desk.chosen_records(self.talk.journal, choice))

    def _say_until(self) -> None:
        voice = self.talk.voice
        until = self.draft.until or last_day(own_of(self.card, Coach), voice.today)
        asked = f"They may keep it until {full(until)}. Another day, or Enter."
        while said := voice.answer(asked).text.strip():
            try:
                day = parse_day(said, voice.today, voice.settings.date_order)
                draft = self.draft._replace(until=day)
                drafting.now(self.talk.journal, self.card, draft, voice.today)
            except JournalError as error:
                voice.show_error(error)
                continue
            self.draft = draft
            self.keep()
            return


def _numbers(said: str) -> list[int]:
    """Return the numbers that were typed; [] where anything else was."""
    words = said.replace(",", " ").split()
    if not all(word.isascii() and word.isdecimal() and len(word) < 5 for word in words):
        return []
    return [number for word in words if (number := int(word))]
