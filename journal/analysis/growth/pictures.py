"""Pictures as data: rows of points on a common scale, each picture with the same in words.

They are drawn without colour: what a point means is in its sign, and the key says it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from journal.analysis.growth import phases, setbacks, tries
from journal.analysis.growth.evidence import first_words
from journal.analysis.growth.material import Material
from journal.analysis.growth.own_themes import all_themes
from journal.analysis.growth.windows import Window, last_twelve_weeks, whole_weeks
from journal.analysis.themes import Theme, is_often
from journal.dates import in_words, week_of
from journal.dates.calendar import MONTHS
from journal.records.experiment import Difference
from journal.visible import capitalised


class Point(NamedTuple):
    """A sign on a row: where (0 is the beginning of the scale), what it says, and what it opens."""

    at: int
    sign: str
    says: str
    id: str = ""


class Row(NamedTuple):
    """One row of a picture; `label` stands in front of it."""

    label: str
    points: tuple[Point, ...]


class Picture(NamedTuple):
    """One picture.

    id      its name in data
    title   what it shows, in words
    length  how many places the scale has; points are at 0 to length - 1
    ticks   places on the scale, and what is written there
    key     each sign, and what it means
    rows    from top to bottom
    words   the same, line by line, for whoever would rather read
    is_joined  whether the points of a row belong together, and a line may join them
    """

    id: str
    title: str
    length: int
    ticks: tuple[tuple[int, str], ...]
    key: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    words: tuple[str, ...]
    is_joined: bool = False


CAME = {
    Difference.AS_EXPECTED: ("=", "came as expected"),
    Difference.PARTLY: ("~", "partly so"),
    Difference.DIFFERENT: ("≠", "came differently"),
    Difference.UNKNOWN: ("?", "can't tell"),
}
BEGUN, STUCK, FOLLOWED, THERE, SURE, BOTH = "○", "!", "→", "●", "○", "◎"
_MOST_ROWS = 12
_MOST_THEMES = 6
_HEIGHTS = "▁▂▃▄▅▆▇█"
_STEPS = 10


def pictures(material: Material) -> list[Picture]:
    """Return the pictures that have something to show."""
    made = (
        _tries(material),
        _stuck(material),
        _phases(material),
        _sure(material),
        _themes(material),
    )
    return [picture for picture in made if picture.rows]


def _tries(material: Material) -> Picture:
    """Draw tries on a time line: when each began, and how it came against what was expected."""
    window = last_twelve_weeks(material.today)
    rows, words = [], []
    for record, own, day in tries.looked_at(material):
        if window.holds(day):
            name, came = first_words(tries.called(own)), own.difference or Difference.UNKNOWN
            sign, said = CAME[came]
            begun = max(own.started or day, window.first)
            points = (
                Point(_place(window, begun), BEGUN, f"expected: {own.prediction}", record.id),
                Point(_place(window, day), sign, f"{said}: {own.happened}", record.id),
            )
            rows.append(Row(name, points))
            words.append(f"{name}. Expected: {own.prediction}. {said.capitalize()}: {own.happened}")
    return Picture(
        "tries", "Tries: expected against came", window.days, _days(window, material.today),
        ((BEGUN, "began"), *CAME.values()), *_newest(rows, words), is_joined=True,
    )  # fmt: skip


def _stuck(material: Material) -> Picture:
    """Draw where the learner was stuck, and what followed within a week."""
    window = last_twelve_weeks(material.today)
    rows, words = [], []
    for each in material.once(setbacks.after_stuck):
        if window.holds(each.day):
            after = {material.by_id[id_].day: material.by_id[id_] for id_ in each.also}
            points = [Point(_place(window, each.day), STUCK, each.words, each.id)]
            points += [
                Point(_place(window, day) + 1, FOLLOWED, setbacks.way_on(one), one.id)
                for day, one in after.items()
            ]
            rows.append(Row(each.words, tuple(points)))
            words.append(
                f"{in_words(each.day, material.today)}: {each.words} {capitalised(each.why)}."
            )
    return Picture(
        "stuck", "Stuck, and what followed", window.days + 1, _days(window, material.today),
        ((STUCK, "stuck"), (FOLLOWED, "another way, within a week")), *_newest(rows, words),
        is_joined=True,
    )  # fmt: skip


def _phases(material: Material) -> Picture:
    """Draw before, during and after by week; weeks in which nothing was kept are not there."""
    window = whole_weeks(material.today)
    traces = [each for each in material.once(phases.touched) if window.holds(each.day)]
    weeks = phases.weeks(traces)
    rows = [
        Row(
            phase,
            tuple(
                Point(number, THERE, f"{phase}, week of {_date(monday)}")
                for number, (monday, there) in enumerate(weeks.items())
                if phase in there
            ),
        )
        for phase in phases.PHASES
    ]
    words = tuple(
        f"Week of {_date(monday)}: {', '.join(phase for phase in phases.PHASES if phase in there)}"
        for monday, there in weeks.items()
    )
    ticks = _ends(list(weeks))
    return Picture(
        "phases", "Before, during, after, by week", len(weeks), ticks,
        ((THERE, "something was kept"),), tuple(rows) if weeks else (), words,
    )  # fmt: skip


def _sure(material: Material) -> Picture:
    """Draw how sure the learner was of each try, and how it came, both 0 to 10."""
    window = last_twelve_weeks(material.today)
    rows, words = [], []
    for record, own, day in tries.looked_at(material):
        if window.holds(day) and own.sureness is not None and own.result is not None:
            name = first_words(tries.called(own))
            sign = CAME[own.difference or Difference.UNKNOWN][0]
            sure = Point(own.sureness, SURE, f"sure {own.sureness} of 10", record.id)
            came = Point(own.result, THERE, f"came {own.result} of 10", record.id)
            points = (sure, came) if sure.at != came.at else (sure._replace(sign=BOTH),)
            rows.append(Row(f"{sign} {name}", points))
            words.append(f"{name}: sure {own.sureness} of 10, came {own.result} of 10")
    return Picture(
        "sure", "How sure, and how it came", _STEPS + 1, ((0, "0"), (5, "5"), (_STEPS, "10")),
        ((SURE, "sure"), (THERE, "came"), (BOTH, "both")), *_newest(rows, words), is_joined=True,
    )  # fmt: skip


def _themes(material: Material) -> Picture:
    """Draw how often each theme is there, by week; weeks with nothing written are not there."""
    window = whole_weeks(material.today)
    weeks = sorted({week_of(r.day)[0] for r in material.written_late if window.holds(r.day)})
    number = {week: place for place, week in enumerate(weeks)}
    found = [_of_window(theme, window) for theme in material.once(all_themes)]
    found = [theme for theme in found if is_often(theme.mentions)]
    rows, words = [], []
    for theme in sorted(found, key=lambda each: -len(each.mentions))[:_MOST_THEMES]:
        counts = Counter(week_of(mention.day)[0] for mention in theme.mentions)
        rows.append(Row(theme.phrase, tuple(_heights(counts, number))))
        told = ", ".join(f"{_date(week)} {n}" for week, n in sorted(counts.items()))
        words.append(f"“{theme.phrase}”, times in the week of: {told}")
    ticks = _ends(weeks)
    return Picture(
        "themes", "What you wrote about, week by week", len(weeks), ticks,
        (("▁ to █", "seldom to often"),), tuple(rows), tuple(words),
    )  # fmt: skip


def _of_window(theme: Theme, window: Window) -> Theme:
    within = (mention for mention in theme.mentions if window.holds(mention.day))
    return theme._replace(mentions=tuple(within))


def _heights(counts: Mapping[date, int], number: Mapping[date, int]) -> Iterable[Point]:
    most = max(counts.values())
    for week, n in counts.items():
        sign = _HEIGHTS[max(0, n * len(_HEIGHTS) // most - 1)]
        yield Point(number[week], sign, f"{n} times" if n > 1 else "once")


def _newest(rows: list[Row], words: list[str]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    return tuple(rows[-_MOST_ROWS:]), tuple(words[-_MOST_ROWS:])


def _place(window: Window, day: date) -> int:
    return min(max((day - window.first).days, 0), window.days - 1)


def _days(window: Window, today: date) -> tuple[tuple[int, str], ...]:
    """Write the first day, the middle one and the last on a scale of days."""
    middle = window.first + timedelta(days=window.days // 2)
    last = "today" if window.last == today else _date(window.last)
    return (
        (0, _date(window.first)),
        (_place(window, middle), _date(middle)),
        (window.days - 1, last),
    )


def _ends(weeks: list[date]) -> tuple[tuple[int, str], ...]:
    """Write only the first and the last on a scale of weeks."""
    return tuple((at, _date(weeks[at])) for at in dict.fromkeys((0, len(weeks) - 1)) if weeks)


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
