"""The place Coach: coaches, their pages, and the answers to them."""

from collections.abc import Sequence
from pathlib import Path

from journal.cli.nouns.needing import chosen
from journal.cli.nouns.noun import when_now
from journal.cli.talk import deeds
from journal.cli.talk.records import read_whole
from journal.cli.talk.sections import entries_under
from journal.cli.talk.state import Talk
from journal.cli.talk.voice import Back, parse
from journal.errors import JournalError, Usage
from journal.practice.deeds.deed import Deed, named
from journal.practice.finding.days import first_words
from journal.practice.making import own_of
from journal.records.coach import Coach
from journal.records.excerpt import Excerpt
from journal.records.feedback import Feedback
from journal.records.record import Record
from journal.sharing import answers, aside, card_deeds, desk
from journal.sharing.files import usual_folder
from journal.sharing.ledger import wrong
from journal.sharing.overview import overview
from journal.sharing.project import day_in_words
from journal.sharing.told import happened

NOBODY = (
    "A coach gets a page of passages that you choose one by one, and nothing else. You read every "
    "byte before it leaves, and you can take it back. There is no coach yet; :card writes a card."
)


def read_coaches(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read each coach with their pages and answers, and how it stands with them."""
    groups = overview(talk.journal, talk.voice.today)
    if not groups:
        talk.say(NOBODY)
        return
    talk.say(":new page begins one, :take in takes in an answer, :w takes a page back, as in :w 2.")
    talk.say(":longer lets them keep one for longer, :anew makes it anew.")
    talk.read_list(
        [each for group in groups for each in entries_under(f"{group.name}:", group.rows)]
    )


def read_agreed(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Read what was agreed with each coach, and when, oldest first."""
    for record in desk.coaches(talk.journal):
        events = desk.events(talk.journal, record.id)
        talk.say(f"{_name(record)}: {'' if events else 'nothing yet.'}".rstrip())
        for line in happened(events):
            talk.say(line)
        for line in wrong(events) or (["Nothing of it was changed since."] if events else []):
            talk.say(line)
    if not desk.coaches(talk.journal):
        talk.say(NOBODY)


# --- cards


def card(talk: Talk, typed: str) -> None:
    """Write a coach's card, or change the one of the coach that is named."""
    record = desk.coach_named(talk.journal, typed) if typed else None
    taken = [_name(each) for each in desk.coaches(talk.journal) if each != record]
    if record is None:
        deeds.do(talk, deeds.nothing(talk), card_deeds.new_card(taken))
        talk.say(card_deeds.about_key(own_of(talk.journal.get(talk.current), Coach)))
        return
    if deed := deeds.choose(talk, card_deeds.of_card(record, taken)):
        deeds.do(talk, record, deed)


def which_coach(talk: Talk, typed: str = "") -> Record:
    """Return the coach that is named, the only one, or the one that is chosen. Raises Usage."""
    cards = desk.coaches(talk.journal)
    if typed:
        return desk.coach_named(talk.journal, typed)
    if not cards:
        raise Usage("There is no coach yet.", ":card writes a coach's card.")
    if len(cards) == 1:
        return cards[0]
    by_id = {each.id: each for each in cards}
    return by_id[one_of(talk, "For whom?", [(each.id, _name(each)) for each in cards])]


def set_aside(talk: Talk, typed: str) -> None:
    """Set a record aside for a coach's next page, or take it off again."""
    record, name = talk.record(typed)
    wanted = which_coach(talk, name)
    changed = aside.toggled(wanted, record)
    talk.save(changed, "edit")
    talk.show(record)
    if record.id in changed.links:
        talk.say(f"Set aside for a page for {_name(wanted)}. It is not on one until you choose it.")
    else:
        talk.say(f"Not set aside for {_name(wanted)} any more.")


# --- answers


def take_in(talk: Talk, typed: str) -> None:
    """Take in an answer: its words, or its file; say which page it is to, read it now or later."""
    data = answers.answer_typed(typed or _pasted(talk))
    page = _answered(talk, data)
    later = one_of(talk, "Read it now?", [("now", "now"), ("later", "later")]) == "later"
    code = own_of(page, Excerpt).code
    kept = answers.take_answer(talk.journal, data, when_now(talk.voice), named=code, later=later)
    talk.others.pass_over(kept)
    talk.show(kept)
    if later:
        talk.say("Kept, to be read when you want to: :5 lists it, :open and its number reads it.")
    else:
        read_answer(talk, kept)


def read_answer(talk: Talk, record: Record) -> None:
    """Read an answer, and ask what is done with it."""
    read_whole(talk, record)
    said = own_of(record, Feedback)
    talk.say(f"{said.who} said this. What you do with it is yours; Enter leaves it open.")
    deed = deeds.choose(talk, answers.decisions(record))
    if deed is None:
        return
    deeds.do(talk, record, deed)
    if deed.key in answers.LEADS_TO_A_TRY:
        _try_it(talk, talk.journal.get(record.id))


def _try_it(talk: Talk, record: Record) -> None:
    deed: Deed | None = named([each for each in (answers.try_of(record),) if each], "try")
    try:
        if deed is not None:
            deeds.do(talk, record, deed)
    except Back:
        talk.say("No try was begun; :m makes one of it later.")


def _pasted(talk: Talk) -> str:
    talk.say("Paste the answer, then :done alone on a line. Or type only the path of its file.")
    lines: list[str] = []
    while True:
        typed = parse(talk.voice.hear(), {"done", "back"})
        if typed.command == "back":
            raise Back
        if typed.command == "done":
            return "\n".join(lines)
        text = typed.text if typed.command is None else f":{typed.text}"
        if not lines and answers.named_file(text):
            return text
        lines.append(text)


def _answered(talk: Talk, data: bytes) -> Record:
    pages = {own_of(page, Excerpt).code: page for page in answers.may_answer(talk.journal, data)}
    if len(pages) == 1:
        return next(iter(pages.values()))
    rows = [(code, page_in_words(talk, page)) for code, page in pages.items()]
    return pages[one_of(talk, "Which page does it answer?", rows)]


# --- what pages have in common


def kept_here(talk: Talk) -> None:
    """Take what was just agreed or taken back for no news of another window."""
    pages = desk.pages(talk.journal)
    talk.others.pass_over(*pages, *desk.everything(talk.journal, "consent"))


def folder(talk: Talk) -> Path:
    """Return the folder into which files go that leave."""
    return usual_folder(talk.voice.places.journal, is_sample=talk.voice.is_sample)


def one_of(talk: Talk, question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Ask which of several; return its key. Raises Back where nothing is said."""
    listed = "; ".join(f"{number} {words}" for number, (_, words) in enumerate(choices, 1))
    while True:
        said = talk.voice.answer(f"{question} {listed}.").text.strip()
        if not said:
            raise Back
        try:
            return chosen(said, choices)
        except JournalError as error:
            talk.voice.show_error(error)


def page_in_words(talk: Talk, page: Record) -> str:
    """Return a page as one of several: for whom, of which day, what it asks."""
    day = day_in_words(page.day, talk.voice.today)
    return f"{_name(desk.coach_of(talk.journal, page))}, {day}: {first_words([page])}"


def _name(record: Record) -> str:
    return own_of(record, Coach).name
