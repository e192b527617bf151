"""What can be done with a record: read it, change it, throw it away, bring it back."""

from functools import partial

from journal.cli.changing import by_editor
from journal.cli.lines import page_lines
from journal.cli.reading import put_history
from journal.cli.talk.noting import in_editor, keep
from journal.cli.talk.rewriting import rewrite
from journal.cli.talk.state import Entry, Talk
from journal.cli.talk.wording import entry, first_words, title
from journal.errors import NoSuchRecord, Usage
from journal.practice.noting import clean_tags
from journal.records.record import Record


def read_whole(talk: Talk, record: Record) -> None:
    """Read all of a record; what it leads to is a list."""
    talk.say(title(record, talk.voice.today))
    for line in page_lines(record, talk.voice.today, talk.journal):
        talk.say(line)
    links = [link for id_ in record.links if (link := _linked(talk, id_))]
    if links:
        talk.say("It leads to:")
        today = talk.voice.today
        talk.read_list([Entry(link.id, partial(entry, link, today)) for link in links])
    talk.show(record)


def _linked(talk: Talk, id_: str) -> Record | None:
    try:
        return talk.journal.get(id_)
    except NoSuchRecord:
        return None


def edit(talk: Talk, typed: str) -> None:
    """Change a text: read it, then take one line instead of it."""
    record, text = talk.record(typed)
    rewrite(talk, record, text)


def in_my_editor(talk: Talk, typed: str) -> None:
    """Change a text in the learner's editor; write a new note there with "new"."""
    if typed == "new" or not (typed or talk.current):
        text = in_editor(talk, "")
        if text.strip():
            keep(talk, text)
        else:
            talk.say("Nothing was written.")
        return
    record, _ = talk.record(typed)
    if not talk.voice.asks:
        raise Usage("No editor can be opened here.", ":e changes the text line by line.")
    changed = by_editor(talk.voice, record)
    if changed == record:
        talk.say("Unchanged.")
    else:
        talk.say(f"Changed: {first_words(talk.save(changed, 'edit', changed.text))}")


def tags(talk: Talk, typed: str) -> None:
    """Add tags, or take some off."""
    record, words = talk.record(typed)
    if not words:
        now = " ".join(record.tags) or "none"
        question = f"Tags: {now}. Type some to add, with a minus to take off; Enter: as they are."
        words = talk.voice.answer(question).text
    gone = clean_tags(word[1:] for word in words.split() if word.startswith("-"))
    new = [word for word in words.split() if not word.startswith("-")]

    def with_tags(now: Record) -> Record:
        kept = tuple(tag for tag in clean_tags([*now.tags, *new]) if tag not in gone)
        return now._replace(tags=kept)

    after = " ".join(with_tags(record).tags) or "none"
    talk.change(record.id, with_tags, f"Tags: {after}")


def star(talk: Talk, typed: str) -> None:
    """Give a record a star, or take it off."""
    record, _ = talk.record(typed)
    said = "No star any more" if record.starred else "With a star"
    talk.change(record.id, lambda now: now._replace(starred=not record.starred), said)


def throw_away(talk: Talk, typed: str) -> None:
    """Move a record to the trash."""
    record, _ = talk.record(typed)
    if record.trashed:
        talk.say("It is in the trash already. :r brings it back.")
        return
    kept = talk.save(record._replace(trashed=True), "trash")
    talk.say(f"In the trash, :u brings it back: {first_words(kept)}")


def bring_back(talk: Talk, typed: str) -> None:
    """Bring a record back from the trash."""
    record, _ = talk.record(typed)
    if not record.trashed:
        raise Usage("It is not in the trash.", ":trash lists what is.")
    kept = talk.save(record._replace(trashed=False), "restore")
    talk.say(f"Brought back: {first_words(kept)}")


def history(talk: Talk, typed: str) -> None:
    """Read what a record said before, the newest version last."""
    record, _ = talk.record(typed)
    put_history(talk.voice, talk.journal.history(record.id))
    talk.show(record)


def copy(talk: Talk, typed: str) -> None:  # noqa: ARG001 - as every command
    """Say that nothing can be copied here."""
    talk.say("Copying is not possible here: it would take a sequence that only screens can use.")
    talk.say(":open reads the text, and :o opens it in your editor.")
