"""Pictures as lines of text for a terminal, in any width."""

from collections.abc import Iterator
from textwrap import wrap

from journal.analysis.growth.pictures import Picture, Row

LABEL = 30
"""So many columns the words in front of a row take, at most."""

_LEAST = 12
_STEP = 4


def lines_of(picture: Picture, width: int = 78) -> list[str]:
    """Return a picture as lines of at most `width` columns: rows, scale, key."""
    longest = max((len(row.label) for row in picture.rows), default=0)
    label = min(LABEL, width * 2 // 5, longest)
    room = max(_LEAST, width - label - 3)
    rows = [
        f"{_cut(row.label, label):<{label}}  {_track(picture, row, room)}" for row in picture.rows
    ]
    scale = f"{'':<{label}}  {_scale(picture, room)}"
    key = " · ".join(f"{sign} {means}" for sign, means in picture.key)
    return [line.rstrip() for line in (*rows, scale, *wrap(key, width))]


def words_of(picture: Picture) -> list[str]:
    """Return the same in words."""
    return [picture.title, *(f"  {line}" for line in picture.words)]


def column(picture: Picture, at: int, room: int) -> int:
    """Return the column of a place where there is `room` for the whole scale."""
    if picture.length * _STEP <= room:  # few places are set apart evenly, not spread over all
        return at * _STEP
    return at * (room - 1) // max(1, picture.length - 1)


def _room(picture: Picture, room: int) -> int:
    """Return the columns that a scale takes, at least those of its words."""
    if picture.length * _STEP > room:
        return room
    words = sum(len(words) + 1 for _, words in picture.ticks)
    return min(room, max(column(picture, picture.length - 1, room) + 1, words))


def _track(picture: Picture, row: Row, room: int) -> str:
    track = [" "] * _room(picture, room)
    taken = [column(picture, point.at, room) for point in row.points]
    if picture.is_joined and taken:
        for place in range(min(taken), max(taken)):
            track[place] = "·"
    for point, place in zip(row.points, taken, strict=True):
        while place < len(track) - 1 and track[place] not in (" ", "·", point.sign):
            place += 1
        track[place] = point.sign
    return "".join(track)


def _scale(picture: Picture, room: int) -> str:
    scale = [" "] * _room(picture, room)
    for at, words in _placed(picture, room):
        scale[at : at + len(words)] = words
    return "".join(scale)


def _placed(picture: Picture, room: int) -> Iterator[tuple[int, str]]:
    """Yield where the words of the scale begin: at their place, but the last ones end there."""
    free = 0
    for at, words in picture.ticks:
        place = column(picture, at, room)
        begin = max(0, min(place, _room(picture, room) - len(words)))
        if begin >= free:
            yield begin, words
            free = begin + len(words) + 1


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1]}…"
