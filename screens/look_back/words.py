"""What the look back says: its head, the rows of its lists, its end page, and its keys."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from journal.clock import logical_day
from journal.dates import in_words
from journal.practice.look_back.close import Question
from journal.practice.look_back.ending import LONGEST, ending, will_try
from journal.practice.today.looking_again import next_workday
from journal.records.close import Close
from journal.records.record import MARKS, Record, Sign
from journal.settings import Settings
from screens.look_back.reading import Read, Unfinished
from screens.safe_text import in_a_row

NOT_TODAY = "not today"
GO_ON = "go on"
NO_PICK = ""
OTHER_DAY = "{earlier} {later}  another day or shift"

FORMS = (
    ("five", "Five minutes", "five short questions, any of them skippable"),
    ("minute", "One minute", "two lines"),
    ("page", "A page", "no questions"),
    ("heavy", "A heavy day", "one kind question, then you are done"),
    (NOT_TODAY, "Not today", ""),
)
"""The five equal choices: what each is called in code, and its words."""

WIDEST = 25
"""How wide the words of a choice are, in cells."""

PICK = "Pick one to look at closely, or just go on."
ALL_ASIDE = "set aside"
WRITING = """\
enter next, or skip if empty  {step_back} back  ctrl+n new line  {my_editor} editor
{enough} enough for today       {for_later} keep for later               ctrl+g why"""
ON_A_PAGE = """\
enter new line           {enough} keep it and finish   {my_editor} editor
{for_later} keep for later       {step_back} back              ctrl+g why"""
NOT_WRITING = """\
{go_on} write   {step_back} back   {quit} quit   {help} help
{enough} enough for today   {for_later} keep for later"""
START = "{go_on} choose   {earlier} {later} other day   {for_later} back   {help} help"
NOTES_UNPICKED = """\
{go_on} go on without one   ↑ ↓ pick one   {step_back} back   {help} help
{enough} enough for today   {for_later} keep for later"""
NOTES = """\
{go_on} look at this one   {set_aside} set it aside   {step_back} back   {help} help
{enough} enough for today   {for_later} keep for later"""
DUE = """\
{go_on} choose   {step_back} back   {help} help
{enough} enough for today   {for_later} keep for later"""
NOT_NOW = "Not now"
AFTERWARDS = "About the journal itself"
ASKED_ONCE = "asked once"
ANSWERING = "enter go on, empty: as it is   shift+tab back   esc leave it all as it is"
NOT_ANSWERING = "tab write   ctrl+s keep it   esc leave it all as it is   ? help"
CHOOSING = "enter choose   esc leave it as it is"
END = "enter keep it and close the journal      {stay} keep it and stay"
END_WITHOUT = "{go_on} close the journal      {stay} stay"


def title(day: date, today: date) -> str:
    """Return what the head calls this look back: "Look back on Tuesday"."""
    near = (today - day).days in (0, 1)
    return f"Look back on {f'{day:%A}' if near else in_words(day, today)}"


def gathered(found: Read, settings: Settings) -> str:
    """Return what was gathered: "4 notes since yesterday 17:50"."""
    count = len(found.notes)
    notes = "1 note" if count == 1 else f"{count or 'no'} notes"
    if found.since is None:
        return notes
    day = in_words(logical_day(found.since, settings.day_ends), found.today)
    return f"{notes} since {day} {found.since:%H:%M}"


def unfinished_row(unfinished: Unfinished, today: date) -> tuple[str, Content]:
    """Return the row that offers to go on with what was interrupted, and its id."""
    record = unfinished.record
    form = record.own.form if isinstance(record.own, Close) else ""
    name = next((name.lower() for id_, name, _ in FORMS if id_ == form), "")
    return GO_ON, choice_row("Go on where you stopped", f"{name}, {in_words(record.day, today)}")


def choice_row(words: str, about: str) -> Content:
    """Return a row of the start page."""
    return Content.assemble(f"{words:<{WIDEST}}", (about, "dim"))


def note_row(note: Record, day: date, *, aside: bool = False) -> Content:
    """Return a note as one row; one of another day than `day` names its day."""
    other = f"{note.day:%a} " if note.day != day else ""
    mark = MARKS[note.sign] if note.sign else " "
    words = in_a_row(note.text)
    return Content.assemble(
        (f"{other}{note.at:%H:%M}  ", "dim"),
        (f"{mark} ", "dim" if aside else "$accent"),
        (f"{ALL_ASIDE}: " if aside else "", "dim"),  # in front, where a long note cannot hide it
        words.stylize("dim") if aside else words,
    )


def picked_line(note: Record) -> Content:
    """Return what stands above the questions about the picked note."""
    mark = f"{MARKS[note.sign]} " if note.sign else ""
    said = in_a_row(f"{mark}{note.text}", LONGEST)
    return Content.assemble(("You picked   ", "dim"), (f"{note.at:%H:%M}  ", "dim"), said)


def put(question: Question) -> tuple[str, str]:
    """Return the words of a question, "" of a silent one, and the example beneath it."""
    wording = question.wording if question.level != "silent" else ""
    return wording, f"For example: {question.example}" if question.example else ""


def reason(questions: Sequence[Question]) -> str:
    """Return why these questions were chosen, once; "" where there was no choice."""
    chosen = [q.because for q in questions if q.because.startswith("asked because")]
    return next(iter(chosen), "")


def why(question: Question) -> str:
    """Return why a question is asked at all, and by which rule today and in this way."""
    rule = question.because
    sentences = [question.why, f"{rule[:1].upper()}{rule[1:]}." if rule else ""]
    return "\n".join(filter(None, sentences)) or "It is one of your own questions."


def end_lines(close: Close, notes: Sequence[Record], today: date) -> list[Content]:
    """Return what the end page says: what worked, a sentence of the learner's, what they will try.

    It quotes and never praises. On a heavy day it says nothing.
    """
    if close.form == "heavy":
        return []
    worked = [note for note in notes if note.sign == Sign.WORKED and note.id not in close.aside]
    lines = [note_row(note, note.day) for note in worked[-1:]]
    if worked:
        lines.append(Content(""))
    for before, said in ending(close):
        lines.append(Content.assemble((f"{before} ", "dim"), in_a_row(said)))
    if will_try(close.answers):
        lines.append(Content.styled(f"Look again {in_words(next_workday(today), today)}.", "dim"))
    return lines
