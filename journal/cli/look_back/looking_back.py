"""`journal close`: the look back on a day, one question per line, for pipes and screen readers."""

import signal
from typing import NamedTuple

from journal.cli.lines import first_line
from journal.cli.look_back.gathering import (
    earlier,
    interrupted,
    notes_for,
    packs,
    past_day,
    say_quietly,
    try_after,
    waits_a_try,
)
from journal.cli.numbers import number_typed
from journal.cli.parsing import Arguments, Parser
from journal.cli.shell import Shell
from journal.dates import in_words
from journal.errors import NothingFound
from journal.practice.look_back.close import Question, answered, manner_of, plan, remaining
from journal.records.close import Close, own_words
from journal.records.record import MARKS, Record
from journal.visible import one_line, storable


def close_verb_arguments(parser: Parser) -> None:
    """Add the arguments of `journal close`."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--minute", dest="form", action="store_const", const="minute", help="short")
    form.add_argument(
        "--heavy", dest="form", action="store_const", const="heavy", help="a heavy day"
    )
    form.add_argument(
        "--page", dest="form", action="store_const", const="page", help="free writing"
    )
    form.add_argument("--resume", action="store_true", help="go on with an interrupted one")
    parser.add_argument("--tomorrow", metavar="TEXT", help="one line for yourself tomorrow")
    parser.add_argument("--day", metavar="DAY", help="look back on another day")


def close_verb(shell: Shell, args: Arguments) -> int:
    """Look back on a day; the id of what was kept is the result."""
    begun = _resumed(shell, args) if args.resume else _begun(shell, args)
    take_every_end_as_ctrl_c()
    heard = _page(shell, begun.questions) if begun.own.form == "page" else None
    heard = heard or _answers(shell, begun.questions)
    own = answered(begun.own, begun.questions, heard.given, heard.reached)
    if args.tomorrow is not None:
        own = own._replace(tomorrow=one_line(storable(args.tomorrow)))
    if heard.reached == 0:
        own = own._replace(left=begun.own.left)
    if heard.reached == 0 and own == begun.own:
        rest = "it waits for `--resume` as before" if args.resume else "nothing was kept"
        shell.say(f"Nothing was written, and {rest}.")
    else:
        _keep(shell, begun.record, own)
    if heard.interrupted:
        raise KeyboardInterrupt
    return 0


def take_every_end_as_ctrl_c() -> None:
    """Let a closed window and a shutdown keep what was answered, as ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has only the first
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


class Begun(NamedTuple):
    """A look back and what is to be asked in it."""

    record: Record
    own: Close
    questions: list[Question]


def _begun(shell: Shell, args: Arguments) -> Begun:
    now, day = shell.clock.now(), shell.today
    if args.day:
        day = past_day(shell, args.day)
        shell.say(f"Looking back on {in_words(day, shell.today)}.")
    closes = earlier(shell)
    notes = notes_for(shell, closes, day, now)
    _show(shell, notes)
    picked = _pick(shell, notes)
    manner = manner_of(shell.settings, tomorrow=args.tomorrow is None)
    form = args.form or "five"
    questions = plan(
        packs(shell), form, notes, closes, day, picked=picked, manner=manner,
        due_experiment=waits_a_try(shell, day),
    )  # fmt: skip
    own = Close(form=form, picked=picked)
    record = Record(id="", at=now, zone=shell.clock.zone, day=day, text="", own=own)
    return Begun(record, own, questions)


def _resumed(shell: Shell, args: Arguments) -> Begun:
    closes = earlier(shell)
    record = interrupted(closes, past_day(shell, args.day) if args.day else None)
    if record is None or not isinstance(record.own, Close):
        raise NothingFound("No look back was interrupted.", "`journal close` begins one.")
    shell.say(f"Going on with {in_words(record.day, shell.today)}.")
    return Begun(record, record.own, remaining(record.own, packs(shell), closes))


def _show(shell: Shell, notes: list[Record]) -> None:
    """Show the notes that this look back is about."""
    for number, note in enumerate(notes, 1):
        mark = f"{MARKS[note.sign]} " if note.sign else ""
        shell.say(f"{number:3}  {note.at:%H:%M}  {mark}{one_line(note.text)[:70]}")


def _pick(shell: Shell, notes: list[Record]) -> str:
    """Return the id of the note to look at closely. In a pipe every line is an answer."""
    if not notes or not shell.asks:
        return ""
    typed = shell.ask("One to look at closely? Its number, or Enter:").strip()
    number = number_typed(typed) or 0
    return notes[number - 1].id if 1 <= number <= len(notes) else ""


class Heard(NamedTuple):
    """What was answered.

    given        by prompt, the text
    reached      how many questions were reached, None for all
    interrupted  whether ctrl-C ended it; what was answered until then is kept all the same
    """

    given: dict[str, str]
    reached: int | None = None
    interrupted: bool = False


def _page(shell: Shell, questions: list[Question]) -> Heard | None:
    """Return a page of free writing: all of the input is one answer."""
    if not questions:
        return None
    shell.tell(f"{questions[0].wording} (the end of input finishes it)")
    lines: list[bytes] = []
    interrupted = False
    try:
        lines.extend(shell.stdin.buffer)
    except KeyboardInterrupt:
        interrupted = True
    text = shell.decoded(b"".join(lines))
    return Heard({questions[0].prompt: text}, None if text.strip() else 0, interrupted)


def _answers(shell: Shell, questions: list[Question]) -> Heard:
    """Ask one question after the other, one line each."""
    given: dict[str, str] = {}
    said = ""
    for number, question in enumerate(questions):
        _put(shell, question, said)
        said = question.because
        try:
            line = shell.stdin.readline()
        except KeyboardInterrupt:
            return Heard(given, number, interrupted=True)
        if not line:
            return Heard(given, number)
        given[question.prompt] = storable(line.rstrip("\r\n"))
    return Heard(given)


def _put(shell: Shell, question: Question, said: str) -> None:
    """Ask; why it is asked is told where it differs from what was said for the one before."""
    shell.tell(question.wording)
    if question.example:
        shell.tell(f"  For example: {question.example}")
    if question.because != said:
        shell.tell(f"  {question.because}")


def _keep(shell: Shell, record: Record, own: Close) -> None:
    text = own_words(own.answers, own.tomorrow)
    record = record._replace(own=own, text=text)
    [kept] = shell.rescuing(text, lambda: shell.journal.save(record, op="close"))
    shell.say("Kept; `journal close --resume` goes on." if own.left else "Kept. Done for today.")
    _keep_its_try(shell, kept)
    say_quietly(shell, record.day)
    shell.put(kept.id)


def _keep_its_try(shell: Shell, look_back: Record) -> None:
    """Keep the try that a finished look back leads to, and say so."""
    new = try_after(shell, look_back)
    if new is not None:
        shell.rescuing(new.text, lambda: shell.journal.save(new, op=new.kind))
        shell.say(f"Kept as a try: {one_line(first_line(new))}")
