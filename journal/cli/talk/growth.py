"""The place Growth, one line at a time: the page, what each line rests on, what is said of it."""

from collections.abc import Iterator
from functools import partial

from journal.analysis.growth.as_html import as_html, twelve_weeks_as_html
from journal.analysis.growth.as_text import EMPTY, FIRST_PAGE_ASKED, foreign_line
from journal.analysis.growth.between import several
from journal.analysis.growth.drawn import words_of
from journal.analysis.growth.evidence import Evidence, due_in_words, perhaps_in_words
from journal.analysis.growth.listed import Listed, Moves, all_listed
from journal.analysis.growth.page import Page, growth_page
from journal.analysis.growth.readings import KINDS
from journal.analysis.growth.rules import rule
from journal.analysis.growth.then_now import Pair, Said
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.cli.growing import write_page
from journal.cli.nouns.noun import when_now
from journal.cli.talk.deeds import do, nothing
from journal.cli.talk.setting import settings
from journal.cli.talk.state import Entry, Talk
from journal.dates import in_words
from journal.errors import Usage
from journal.on_passages import against, moved, moving_on, of_record, two_passages
from journal.practice.deeds.deed import Deed, named
from journal.records.criteria import Criteria
from journal.visible import capitalised, one_line

NOT = "not"
HOW = ":4 and a word of a line reads what it rests on, as in :4 stuck."
SPEAK = ":4 not {}, a number and why takes one out; :open and its number reads it."
MOVING = {
    Moves.CLOSE: ":m and a number closes one.",
    Moves.REOPEN: ":m and a number opens one again.",
    Moves.NAME: ":m and a number says whether a name is a person, a resource, or neither.",
}
TO_PAIR = 200
"""So many of the newest entries are offered where a passage is to be chosen."""


def read_growth(talk: Talk, typed: str) -> None:
    """Read the page; with words of one of its lines what that rests on; with "not" take one out."""
    page = _page(talk)
    if typed.casefold().split()[:1] == [NOT]:
        _take_out(talk, page, typed.split()[1:])
    elif typed:
        _read_list(talk, _named(page, typed), typed)
    elif page.is_empty:
        for line in EMPTY:
            talk.say(line)
        talk.say(f"One page makes it better, whenever you like, :first page: {FIRST_PAGE_ASKED}")
    else:
        talk.say(HOW)
        talk.read_list([*_pairs(page), *_lists(page)])


def take_out(talk: Talk, typed: str) -> None:
    """Say of a passage that it does not count: a word of its list, its number, and why."""
    _take_out(talk, _page(talk), typed.split())


def read_pictures(talk: Talk, _typed: str) -> None:
    """Read in words what the pictures show."""
    told = [line for picture in _page(talk).pictures for line in words_of(picture)]
    for line in told or ["Too few to draw yet."]:
        talk.say(one_line(line))


def choose_figures(talk: Talk, typed: str) -> None:
    """Read or change which figures Growth says, at most three."""
    settings(talk, f"figures {typed}".strip())


def write_growth(talk: Talk, typed: str) -> None:
    """Write the page as one file. Raises Usage without its name."""
    write_page(talk.voice, _file(typed, ":growth as a file"), as_html(_page(talk)))


def write_twelve_weeks(talk: Talk, typed: str) -> None:
    """Write twelve weeks in the learner's own words as one file. Raises Usage without its name."""
    file, today = _file(typed, ":own words as a file"), talk.voice.today
    records = talk.journal.find(Criteria())
    write_page(talk.voice, file, twelve_weeks_as_html(twelve_weeks(records, today), today))


def put_side_by_side(talk: Talk, _typed: str) -> None:
    """Put two passages side by side."""
    found = talk.journal.find(Criteria(KINDS), newest=TO_PAIR)
    if len(found) < 2:
        talk.say("A pair needs two different passages; there are not two yet.")
        return
    found.sort(key=lambda each: (each.day, each.at), reverse=True)
    do(talk, nothing(talk), two_passages(found))


def say_missed(talk: Talk, typed: str) -> None:
    """Say what a sentence of a record shows though no list has it."""
    record, _ = talk.record(typed)
    talk.show(record)
    if deed := named(of_record(record), "missed"):
        do(talk, record, deed)
    else:
        talk.say("There is no sentence here of which something could be said.")


def _file(typed: str, command: str) -> str:
    if not typed:
        raise Usage("Which file?", f"As in {command} ~/growth.html.")
    return typed


def _page(talk: Talk) -> Page:
    records = talk.journal.find(Criteria())
    return growth_page(records, talk.voice.today, talk.voice.settings.figures.split())


def _pairs(page: Page) -> Iterator[Entry]:
    for pair in page.pairs:
        yield Entry(None, partial(_heading, pair))
        yield Entry(pair.then.id, partial(_side, "Then", pair.then, page))
        yield Entry(pair.now.id, partial(_side, "Now", pair.now, page))


def _heading(pair: Pair) -> str:
    because = f" Because: {one_line(pair.why)}" if pair.why else ""
    about = f": {one_line(pair.about)}" if pair.about else "."
    return f"{pair.heading}{about}{because}"


def _side(name: str, said: Said, page: Page) -> str:
    return f"{name}, {in_words(said.day, page.today)}: {one_line(said.words)}"


def _lists(page: Page) -> Iterator[Entry]:
    yield from (Entry(None, partial(_line, each)) for each in all_listed(page))
    if page.foreign:
        yield Entry(None, partial(foreign_line, page.foreign))


def _line(listed: Listed) -> str:
    is_counted = listed.label or listed.moves is Moves.REOPEN
    many = f" {several(len(listed.evidence), 'sentence', 'sentences')}." if is_counted else ""
    said = listed.says[0] if listed.says and not listed.label else ""
    return f"{one_line(listed.title)}.{many} {said}".strip()


def _named(page: Page, typed: str) -> Listed:
    """Return the list that is meant by some words. Raises Usage."""
    figure = rule(typed)
    code = figure.code if figure else ""
    words = typed.casefold().split()
    for each in all_listed(page):
        said = f"{each.id} {each.title}".casefold()
        if (code and each.figure == code) or all(word in said for word in words):
            return each
    raise Usage(f"No line of Growth says “{one_line(typed)}”.", ":4 reads them all.")


def _read_list(talk: Talk, listed: Listed, typed: str) -> None:
    talk.say(f"{one_line(listed.title)}.")
    for line in listed.says:
        talk.say(line)
    if listed.evidence and (listed.label or listed.figure):
        talk.say(SPEAK.format(one_line(typed)))
    if listed.evidence and listed.moves:
        talk.say(MOVING[listed.moves])
    talk.read_list(list(_passages(talk, listed)))
    for each, why in listed.left_out:
        talk.say(f"Doesn't count, because {one_line(why)}: {one_line(each.words)}")


def _passages(talk: Talk, listed: Listed) -> Iterator[Entry]:
    for owner, each in _numbered(listed):
        moves = partial(_moves, listed, owner) if listed.moves else None
        words = _passage if owner is each else _perhaps
        yield Entry(each.id, partial(words, talk, owner), moves)


def _numbered(listed: Listed) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the passages as they are numbered, each behind the one of the list it belongs to."""
    for each in listed.evidence:
        yield each, each
        if each.perhaps:
            yield each, each.perhaps


def _moves(listed: Listed, each: Evidence) -> tuple[str, list[Deed]]:
    return moved(listed, each), moving_on(listed, each)


def _passage(talk: Talk, each: Evidence) -> str:
    until = due_in_words(each, talk.voice.today)
    why = f" ({one_line(each.why)})" if each.why else ""
    day = ", ".join(filter(None, (in_words(each.day, talk.voice.today), until)))
    return f"{day}: {one_line(each.words)}{why}"


def _perhaps(_talk: Talk, each: Evidence) -> str:
    """Return how a later passage is told by which one may be closed."""
    later = each.perhaps.words if each.perhaps else ""
    said = perhaps_in_words(each)
    return f"{capitalised(said)}: {one_line(later)}"


def _take_out(talk: Talk, page: Page, words: list[str]) -> None:
    """Say of a passage that it is not this, or does not count. Raises Usage."""
    at = next((n for n, word in enumerate(words) if word.isascii() and word.isdecimal()), 0)
    if not at:
        raise Usage("Which one? A word of the list, and its number.", "As in :4 not stuck 2 why.")
    listed = _named(page, " ".join(words[:at]))
    number, why = int(words[at][:9]), " ".join(words[at + 1 :])
    owners = [owner for owner, _ in _numbered(listed)]
    deeds = against(listed, owners[number - 1]) if 0 < number <= len(owners) else []
    if not deeds:
        raise Usage(f"There is no number {number} to take out there.", ":4 reads the lists.")
    [deed] = deeds
    [made] = deed.do(talk.journal.get(owners[number - 1].id), (why,), when_now(talk.voice))
    talk.save(made, deed.op, why)
    talk.say(f"Kept: {deed.words}. :u takes it back.")
