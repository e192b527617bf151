"""The settings: one table from which validation, `journal config` and the docs are made."""

from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import Any, NamedTuple

from journal.clock import DAY_ENDS
from journal.errors import Usage
from journal.paths import typed_path

FACES = ("screens", "plain")
"""What `journal` opens on a terminal: the app, or the journal one line at a time."""


class Settings(NamedTuple):
    """What the learner has set, or what holds until then; each field is a key of `TABLE`."""

    day_ends: time = DAY_ENDS
    date_order: str = ""
    language: str = "en"
    angle: str = ""
    gather_hours: int = 36
    folder: str = ""
    backup_folder: str = ""
    theme: str = "night"
    hints: str = "on"
    workday_ends: time = time(17, 30)
    keys: str = ""
    face: str = FACES[0]
    look_backs: str = ""
    figures: str = ""
    network: str = "none"
    lock_after: int = 15
    fade_made: int = 3
    fade_of: int = 5
    unseen_days: int = 14
    line_days: int = 14
    welcome_days: int = 14
    worth_weeks: int = 4


class Setting(NamedTuple):
    """One setting.

    parse  turns what was typed or read into its value; raises ValueError
    form   what it may be, in words
    help   what it does, one sentence
    name   what a screen calls it
    said   what a screen calls each of the values that there are to choose from, if it is so
    read   what a screen calls some of the values that are typed
    """

    key: str
    parse: Callable[[str], Any]
    form: str
    help: str
    name: str = ""
    said: Mapping[str, str] = {}
    read: Mapping[str, str] = {}


def _time(typed: str) -> time:
    hour, colon, minute = typed.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and len(minute) == 2):
        raise ValueError(typed)
    return time(int(hour), int(minute))


def _language(typed: str) -> str:
    code, *parts = typed.split("-")
    named = code.isascii() and code.isalpha() and 2 <= len(code) <= 3
    if not (named and all(map(str.isalnum, parts))):
        raise ValueError(typed)
    return typed


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(typed: str) -> str:
        if typed not in choices:
            raise ValueError(typed)
        return typed

    return parse


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(typed: str) -> int:
        number = int(typed)
        if not least <= number <= most:
            raise ValueError(typed)
        return number

    return parse


def _folder(typed: str) -> str:
    if typed and not typed_path(typed).is_absolute():
        raise ValueError(typed)
    return typed


def _keys(typed: str) -> str:
    pairs = typed.split()
    if not all(name and key for name, _, key in (pair.partition("=") for pair in pairs)):
        raise ValueError(typed)
    return " ".join(pairs)


FIGURES = (
    "tries", "days", "surprises", "stuck", "if-thens", "elsewhere", "goals", "how-sure", "why",
    "around", "minds", "said", "phases", "events",
)  # fmt: skip
"""The figures of Growth, by the names with which they are chosen."""

FIGURES_AT_ONCE = 3


def _figures(typed: str) -> str:
    names = list(dict.fromkeys(typed.split()))
    if len(names) > FIGURES_AT_ONCE or set(names) - set(FIGURES):
        raise ValueError(typed)
    return " ".join(names)


ANGLES = ("mastery", "agency", "strategy", "cause", "belief", "view")
"""From where the one more question of a look back can look at the day."""

LOOK_BACKS = ("daily", "shorter", "weekly", "none")
"""How often the look back is offered: as it is, with the one minute first, once a week, never."""

TABLE = (
    Setting(
        "day_ends",
        _time,
        "a time such as 04:00",
        "When your day ends; what you note before then belongs to the day before.",
        "My day ends at",
    ),
    Setting(
        "date_order",
        _one_of("", "dmy", "mdy"),
        "dmy, mdy or empty",
        "How you write dates such as 03/04; while it is empty, they are refused.",
        "Dates such as 03/04",
        {"": "refused: I write the month as a word", "dmy": "day first", "mdy": "month first"},
    ),
    Setting(
        "language",
        _language,
        "a language code such as en",
        "The language that questions are asked in.",
        "Questions in",
        read={"en": "English"},
    ),
    Setting(
        "angle",
        _one_of("", *ANGLES),
        f"{', '.join(ANGLES)} or empty",
        "The kind of question you would rather be asked.",
        "One more question about",
        {
            "": "whatever is its turn",
            "mastery": "getting better at it",
            "agency": "what I can change around me",
            "strategy": "how I go about it",
            "cause": "what led to what",
            "belief": "what I take for true",
            "view": "how somebody else sees it",
        },
    ),
    Setting(
        "gather_hours",
        _whole(1, 168),
        "hours, 1 to 168",
        "How far back a look back gathers notes, at most.",
        "Hours a look back gathers",
    ),
    Setting(
        "folder",
        _folder,
        "an absolute path, or empty",
        "Where the journal is kept, if not in its usual place.",
        "The journal is kept in",
        read={"": "the usual place"},
    ),
    Setting(
        "backup_folder",
        _folder,
        "an absolute path, or empty",
        "A second folder for the backups, for example on another disk.",
        "Backups are kept in, too",
        read={"": "the usual place alone"},
    ),
    Setting(
        "theme",
        _one_of("night", "day", "contrast", "terminal"),
        "night, day, contrast or terminal",
        "The colours of the screens; terminal takes your terminal's own.",
        "Colours",
        {
            "night": "light on dark",
            "day": "ink on paper",
            "contrast": "white on black, one bright colour",
            "terminal": "those of the terminal",
        },
    ),
    Setting(
        "hints",
        _one_of("on", "off"),
        "on or off",
        "Whether the screens say what is of use, once each.",
        "Hints",
        {"on": "one at a time", "off": "none"},
    ),
    Setting(
        "workday_ends",
        _time,
        "a time such as 17:30",
        "When your workday ends; an hour before, the look back is mentioned, once.",
        "My workday ends at",
    ),
    Setting(
        "keys",
        _keys,
        "pairs such as note=f2 undo=ctrl+u, or empty",
        "Other keys for commands of the screens, by the names in docs/keys.md.",
        "Keys of my own",
        read={"": "none"},
    ),
    Setting(
        "face",
        _one_of(*FACES),
        "screens or plain",
        "What `journal` opens: the screens, or plain, one line at a time.",
        "The journal opens as",
        {"screens": "a whole screen", "plain": "one line at a time"},
    ),
    Setting(
        "look_backs",
        _one_of("", *LOOK_BACKS),
        f"{', '.join(LOOK_BACKS)} or empty",
        "How the look back is offered; while it is empty, you are asked once, after four weeks.",
        "Looking back",
        {
            "": "as it is; ask me after four weeks",
            "daily": "as it is",
            "shorter": "one minute first",
            "weekly": "once a week",
            "none": "not offered",
        },
    ),
    Setting(
        "figures",
        _figures,
        f"at most three of {' '.join(FIGURES)}, or empty",
        "The figures that Growth shows; docs/growth.md says what each is.",
        "Figures on Growth",
        read={"": "none yet"},
    ),
    Setting(
        "network",
        _one_of("none", "allowed"),
        "none or allowed",
        "Whether what is started from here, such as your editor, may use a network; from the "
        "next start on.",
        "Network",
        {"none": "none, for my editor neither", "allowed": "allowed, for my editor's sake"},
    ),
    Setting(
        "lock_after",
        _whole(0, 1440),
        "minutes, 0 to 1440; 0 is never",
        "After so many minutes without a key a journal with a passphrase is locked, and after "
        "the computer slept.",
        "Minutes until it is locked",
        read={"0": "never"},
    ),
    Setting(
        "fade_made",
        _whole(1, 99),
        "how often, 1 to 99",
        "How often a question is answered, of the look backs that count, before it gets shorter.",
        "Answers until it is shorter",
    ),
    Setting(
        "fade_of",
        _whole(1, 99),
        "look backs, 1 to 99",
        "How many look backs count for that; unanswered in all of them, more words are offered.",
        "Look backs that count",
    ),
    Setting(
        "unseen_days",
        _whole(1, 366),
        "days, 1 to 366",
        "What you have not written on for so long (how you begin, go on, end) is asked about.",
        "Left out for so many days",
    ),
    Setting(
        "line_days",
        _whole(1, 366),
        "days, 1 to 366",
        "For so long the line that you left for yourself heads Today, at most.",
        "Days my line heads Today",
    ),
    Setting(
        "welcome_days",
        _whole(1, 366),
        "days, 1 to 366",
        "After so long without a word you are welcomed back.",
        "Days until a welcome",
    ),
    Setting(
        "worth_weeks",
        _whole(1, 52),
        "weeks, 1 to 52",
        "After so many weeks of look backs you are asked, once, whether they are worth it.",
        "Weeks until I am asked",
    ),
)


def setting(key: str) -> Setting:
    """Return the setting named `key`. Raises Usage."""
    for each in TABLE:
        if each.key == key:
            return each
    raise Usage(f"There is no setting {key!r}.", f"There are: {', '.join(s.key for s in TABLE)}.")


def parse(key: str, typed: str) -> Any:
    """Return the value that `typed` means for the setting `key`. Raises Usage."""
    wanted = setting(key)
    try:
        return wanted.parse(typed)
    except ValueError:
        raise Usage(f"{key} cannot be {typed!r}.", f"It is {wanted.form}.") from None


def plain(value: object) -> object:
    """Return a setting's value as TOML and JSON hold it: a time as text."""
    return shown(value) if isinstance(value, time) else value


def shown(value: object) -> str:
    """Return a setting's value as it is typed."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def load(path: Path) -> Settings:
    """Return the settings kept in the TOML file at `path`; without a file, the defaults.

    Raises Usage, naming the file, where it holds something that is no setting.
    """
    if not path.exists():
        return Settings()
    import tomllib  # costs what half of Python's start costs; most learners have no such file

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Usage(f"{path} cannot be read: {reason}.", "Mend it, or move it away.") from error
    try:
        return Settings(**{key: parse(key, shown(value)) for key, value in found.items()})
    except Usage as error:
        raise Usage(f"{path}: {error.message}", error.hint) from None
