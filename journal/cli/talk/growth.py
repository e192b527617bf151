"""The place Growth, one line at a time: the page, what each line rests on, and "not this"."""

from collections.abc import Iterable, Iterator
from functools import partial

from journal.analysis.growth.as_html import as_html, twelve_weeks_as_html
from journal.analysis.growth.as_text import EMPTY, FIRST_PAGE_ASKED, foreign_line
from journal.analysis.growth.drawn import words_of
from journal.analysis.growth.evidence import Evidence
from journal.analysis.growth.listed import Listed, all_listed
from journal.analysis.growth.page import Page, growth_page
from journal.analysis.growth.rules import rule
from journal.analysis.growth.then_now import Pair, Said
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.cli.growing import write_page
from journal.cli.nouns.noun import when_now
from journal.cli.talk.setting import settings
from journal.cli.talk.state import Entry, Talk
from journal.dates import in_words
from journal.errors import Usage
from journal.practice.marks import does_not_count, not_this
from journal.records.criteria import Criteria
from journal.visible import one_line

NOT = "not"
HOW = ":4 and a word of a line reads what it rests on, as in :4 stuck."
SPEAK = ":4 not {}, a number and why takes one out; :open and its number reads it."


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
    many = f" {len(listed.evidence)} sentences." if listed.label else ""
    said = listed.says[0] if listed.figure and listed.says else ""
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
    talk.read_list(list(_passages(talk, listed.evidence)))
    for each, why in listed.left_out:
        talk.say(f"Doesn't count, because {one_line(why)}: {one_line(each.words)}")


def _passages(talk: Talk, evidence: Iterable[Evidence]) -> Iterator[Entry]:
    yield from (Entry(each.id, partial(_passage, talk, each)) for each in evidence)


def _passage(talk: Talk, each: Evidence) -> str:
    why = f" ({one_line(each.why)})" if each.why else ""
    return f"{in_words(each.day, talk.voice.today)}: {one_line(each.words)}{why}"


def _take_out(talk: Talk, page: Page, words: list[str]) -> None:
    """Say of a passage that it is not this, or does not count. Raises Usage."""
    at = next((n for n, word in enumerate(words) if word.isascii() and word.isdecimal()), 0)
    if not at:
        raise Usage("Which one? A word of the list, and its number.", "As in :4 not stuck 2 why.")
    listed = _named(page, " ".join(words[:at]))
    number, why = int(words[at][:9]), " ".join(words[at + 1 :])
    if not 0 < number <= len(listed.evidence) or not (listed.label or listed.figure):
        raise Usage(f"There is no number {number} to take out there.", ":4 reads the lists.")
    each = listed.evidence[number - 1]
    record, when = talk.journal.get(each.id), when_now(talk.voice)
    if listed.label:
        said, made = "not this", not_this(
            record, when, listed.label, each.start, each.end, each.cue, why
        )  # fmt: skip
    else:
        said, made = "doesn't count", does_not_count(record, when, listed.figure, why)
    talk.save(made, "mark", why)
    talk.say(f"Kept: {said}. :u takes it back.")
