"""A page for a coach, made line by line: chosen, names hidden, read, agreed to."""

from journal.cli.nouns.noun import when_now
from journal.cli.talk.coach import folder, kept_here, one_of, which_coach
from journal.cli.talk.coach_choosing import ChosenPage
from journal.cli.talk.state import Talk
from journal.errors import Usage
from journal.paths import typed_path
from journal.practice.making import line
from journal.practice.telling.card_shapes import Card
from journal.records.record import Record
from journal.sharing import aside, card_deeds, desk, drafting, giving, told
from journal.sharing.agreeing import Yes
from journal.sharing.preview import length_in_words
from journal.visible import one_line


def make_page(talk: Talk, typed: str) -> None:
    """Make a page for a coach, from what is asked to the file. Raises Back, which keeps it."""
    make_page_for(talk, which_coach(talk, typed))


def make_page_for(talk: Talk, card: Record) -> None:
    """Make a page for the coach with this card, or go on with one. Raises Back, which keeps it."""
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


class _Page(ChosenPage):
    """A page on its way, in one conversation, from the names on it to the file."""

    page: Record

    # --- hiding names

    def hide_names(self) -> None:
        """Say what is hidden, and ask about what is written like a name."""
        today = self.talk.voice.today
        drawn = drafting.now(self.talk.journal, self.card, self.draft, today)
        for find in drawn.finds:
            self.talk.say(f"Hidden: {one_line(find.said)}, as {find.shown}")
        for name in drawn.left:
            if self.talk.voice.confirmed(f"Is “{one_line(name)}” a name to hide? yes or no."):
                self.save_card(card_deeds.hiding(self.talk.journal.get(self.card.id), name))
        while other := line(self.talk.voice.answer("Another name to hide? Enter: no.").text):
            self.save_card(card_deeds.hiding(self.talk.journal.get(self.card.id), other))
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
        self.keep()
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
            where = typed_path(self.words("Into which folder?", str(where)))
        name = talk.voice.answer(f"To agree, type {self.name}. Enter leaves it; no file then.").text
        if not name.strip():
            talk.say("Nothing has left. :new page goes on with it.")
            return
        path = giving.give(talk.journal, self.page, Yes(name, free), where, when_now(talk.voice))
        self._forget()
        kept_here(talk)
        contact = f" to {ready.coach.contact}" if ready.coach.contact else ""
        talk.say(f"One file: {path}")
        talk.say(f"The journal sends nothing. Attach it to a message{contact}, or hand it over.")
        talk.say(":take in takes in the answer, :w takes the page back.")

    def _asked_free(self, ready: desk.Ready) -> bool | None:
        free = asked_free(self.talk, ready)
        if free is False:
            giving.refuse(self.talk.journal, self.page, when_now(self.talk.voice), free=False)
            kept_here(self.talk)
            self.draft = self.draft._replace(page="")
            self.keep()
            raise Usage(
                "Then it is no consent, and the page is not given. Nothing has left.",
                "You could show it to somebody to whom you can say no.",
            )
        return free

    def _forget(self) -> None:
        drafting.forget(self.talk.journal, self.card)
        card = self.talk.journal.get(self.card.id)
        rest = aside.without(card, aside.on_page(self.draft.choice))
        if rest != card:
            self.save_card(rest)


def asked_free(talk: Talk, page: desk.Ready) -> bool | None:
    """Ask of somebody close by whether no could freely be said; None of everybody else."""
    if not page.asks_free:
        return None
    said = f"{page.coach.name} is your {page.coach.role}. Could you freely say no?"
    return one_of(talk, said, [("yes", "yes"), ("no", "no")]) == "yes"


def card_lines(card: Card) -> list[str]:
    """Return a card line by line, as it is read aloud."""
    lines = [f"{card.title}, {card.below}"]
    for section in card.sections:
        said = [each.words.strip() for each in section.lines] or [section.missing]
        heading = [f"{section.heading}:"] if section.heading else []
        lines += [*heading, *filter(None, said)] if any(said) else []
    return lines
