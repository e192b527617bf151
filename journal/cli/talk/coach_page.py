"""A page for a coach, made line by line: chosen, names hidden, read, agreed to."""

from pathlib import Path
from typing import Any

from journal.cli.nouns.noun import when_now
from journal.cli.talk.coach import folder, kept_here, one_of, which_coach
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back
from journal.dates import parse_day
from journal.dates.calendar import full
from journal.errors import JournalError, Usage
from journal.practice.finding.query import parse_search
from journal.practice.making import changed, line, own_of
from journal.practice.telling.card_shapes import Card
from journal.records.coach import Coach
from journal.records.criteria import Criteria, matcher
from journal.records.excerpt import Help
from journal.records.record import Record
from journal.sharing import aside, card_deeds, desk, drafting, giving, offering, told
from journal.sharing.consent import last_day
from journal.sharing.layout import HELP
from journal.sharing.preview import length_in_words
from journal.sharing.select import checked
from journal.visible import one_line

AT_ONCE = 10
HOW = "Numbers choose or take off, words find others, Enter goes on."


def make_page(talk: Talk, typed: str) -> None:
    """Make a page for a coach, from what is asked to the file. Raises Back, which keeps it."""
    card = which_coach(talk, typed)
    page = _Page(talk, card)
    talk.say(
        f"A page for {page.name}: choose, hide names, read it, agree. :back keeps it as it is."
    )
    page.say_what_is_asked()
    page.choose()
    page.say_the_rest()
    page.hide_names()
    page.read()
    page.agree()


class _Page:
    """A page on its way, in one conversation."""

    def __init__(self, talk: Talk, card: Record) -> None:
        self.talk = talk
        self.card = card
        self.draft = drafting.kept(talk.journal, card, talk.voice.today)

    @property
    def name(self) -> str:
        """What the coach is called."""
        return own_of(self.card, Coach).name

    def _keep(self, **choice: Any) -> None:
        self.draft = self.draft._replace(choice=self.draft.choice._replace(**choice))
        drafting.write_down(self.talk.journal, self.card, self.draft)

    def _words(self, question: str, now: str) -> str:
        stands = f" Enter: {one_line(now)}" if now else ""
        return line(self.talk.voice.answer(f"{question}{stands}").text) or now

    def _save_card(self, card: Record) -> None:
        self.card = self.talk.save(card, "edit")

    # --- choosing

    def say_what_is_asked(self) -> None:
        """Ask for the question and the help that is wanted."""
        choice = self.draft.choice
        self._keep(question=self._words(f"What do you want to ask {self.name}?", choice.question))
        listed = "; ".join(f"{n} {HELP[each]}" for n, each in enumerate(Help, 1))
        now = ", ".join(HELP[each] for each in choice.help)
        said = self._words(f"Which help do you want? Numbers: {listed}.", now)
        if said != now:
            wanted = _numbers(said)
            self._keep(help=tuple(each for n, each in enumerate(Help, 1) if n in wanted))

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
        return offering.offers(journal.find(Criteria()), since)

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
        self._keep(**choice._asdict())

    def say_the_rest(self) -> None:
        """Ask what became of last time, what is not for discussion, and until when it is kept."""
        choice = self.draft.choice
        since = self._words(
            "What became of what you agreed last time? Enter: nothing.", choice.since
        )
        not_for = self._words("What is not for discussion? Enter: nothing.", choice.not_for)
        self._keep(since=since, not_for=not_for)
        self._say_until()
        if not own_of(self.card, Coach).learner:
            name = self._words(f"By which name does {self.name} know you? It is on the page.", "")
            if not name:
                raise Back
            self._save_card(changed(self.card, learner=name))
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
            self._keep()
            return

    # --- hiding names

    def hide_names(self) -> None:
        """Say what is hidden, and ask about what is written like a name."""
        today = self.talk.voice.today
        drawn = drafting.now(self.talk.journal, self.card, self.draft, today)
        for find in drawn.finds:
            self.talk.say(f"Hidden: {one_line(find.said)}, as {find.shown}")
        for name in drawn.left:
            if self.talk.voice.confirmed(f"Is “{one_line(name)}” a name to hide? yes or no."):
                self._save_card(card_deeds.hiding(self.talk.journal.get(self.card.id), name))
        while other := line(self.talk.voice.answer("Another name to hide? Enter: no.").text):
            self._save_card(card_deeds.hiding(self.talk.journal.get(self.card.id), other))
        self.talk.say(
            "That does not make it anonymous: somebody who knows you or your work may still "
            "recognise people."
        )

    # --- reading

    def read(self) -> None:
        """Prepare the page, and read it: as it reads, what leaves besides, and every byte."""
        talk = self.talk
        page = drafting.prepare(talk.journal, self.card, self.draft, when_now(talk.voice))
        kept_here(talk)
        self.draft = self.draft._replace(page=page.id)
        self._keep()
        self.page = page
        ready = desk.ready(talk.journal, page, talk.voice.today)
        talk.say(f"{ready.terms.amount}, {length_in_words(ready.page)}. It reads:")
        for said in card_lines(told.sheet(ready.page, ready.terms)):
            talk.say(said)
        talk.say("Besides your words leave:")
        for name, words in ready.facts:
            talk.say(f"{name}: {words}" if words else f"{name}: nothing")
        if talk.voice.confirmed("Read it byte for byte, too? yes or no."):
            for said in ready.excerpt.payload.rstrip("\n").split("\n"):
                talk.say(said)

    # --- agreeing

    def agree(self) -> None:
        """Say what is agreed to, and ask for the coach's name; then write the file."""
        talk = self.talk
        ready = desk.ready(talk.journal, self.page, talk.voice.today)
        for sentence in ready.agree:
            talk.say(sentence)
        free = self._asked_free(ready)
        where = folder(talk)
        if not talk.voice.is_sample:
            where = Path(self._words("Into which folder?", str(where))).expanduser()
        name = talk.voice.answer(f"To agree, type {self.name}. Enter leaves it; no file then.").text
        if not name.strip():
            talk.say("Nothing has left. :new page goes on with it.")
            return
        path = giving.give(
            talk.journal, self.page, giving.Yes(name, free), where, when_now(talk.voice)
        )
        self._forget()
        kept_here(talk)
        contact = f" to {ready.coach.contact}" if ready.coach.contact else ""
        talk.say(f"One file: {path}")
        talk.say(f"The journal sends nothing. Attach it to a message{contact}, or hand it over.")
        talk.say(":take in takes in the answer, :w takes the page back.")

    def _asked_free(self, ready: desk.Ready) -> bool | None:
        if not ready.asks_free:
            return None
        said = f"{self.name} is your {ready.coach.role}. Could you freely say no?"
        free = one_of(self.talk, said, [("yes", "yes"), ("no", "no")]) == "yes"
        if not free:
            giving.refuse(self.talk.journal, self.page, when_now(self.talk.voice), free=False)
            kept_here(self.talk)
            self.draft = self.draft._replace(page="")
            self._keep()
            raise Usage(
                "Then it is no consent, and the page is not given. Nothing has left.",
                "You could show it to somebody to whom you can say no.",
            )
        return True

    def _forget(self) -> None:
        drafting.forget(self.talk.journal, self.card)
        card = self.talk.journal.get(self.card.id)
        rest = aside.without(card, aside.on_page(self.draft.choice))
        if rest != card:
            self._save_card(rest)


def card_lines(card: Card) -> list[str]:
    """Return a card line by line, as it is read aloud."""
    lines = [f"{card.title}, {card.below}"]
    for section in card.sections:
        said = [each.words.strip() for each in section.lines] or [section.missing]
        heading = [f"{section.heading}:"] if section.heading else []
        lines += [*heading, *filter(None, said)] if any(said) else []
    return lines


def _numbers(said: str) -> list[int]:
    """Return the numbers that were typed; [] where anything else was."""
    words = said.replace(",", " ").split()
    if not all(word.isascii() and word.isdecimal() and len(word) < 5 for word in words):
        return []
    return [number for word in words if (number := int(word))]
