"""Pictures as SVG inside a page: signs on rows, no colour, nothing that is fetched."""

from collections.abc import Iterable
from html import escape

from journal.analysis.growth.pictures import Picture, Row
from journal.visible import visible

_WIDTH = 720
_LABEL = 250
_ROW = 22
_LONGEST = 38
_SIGN = 12


def as_svg(picture: Picture) -> str:
    """Return a picture as an SVG element; its words stand beside it, so it is not read aloud."""
    height = _ROW * (len(picture.rows) + 2)
    rows = "".join(
        _row(picture, row, _ROW * (number + 1)) for number, row in enumerate(picture.rows)
    )
    below = _ROW * (len(picture.rows) + 1)
    scale = "".join(
        _text(_x(picture, at), below, words, _anchor(picture, at)) for at, words in picture.ticks
    )
    key = " · ".join(f"{sign} {means}" for sign, means in picture.key)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" aria-hidden="true">{rows}{scale}'
        f"{_text(0, below + _ROW - 4, key)}</svg>"
    )


def _row(picture: Picture, row: Row, y: int) -> str:
    label = row.label if len(row.label) <= _LONGEST else f"{row.label[: _LONGEST - 1]}…"
    places = _apart(_x(picture, point.at) for point in row.points)
    line = ""
    if picture.is_joined and len(places) > 1:
        line = f'<line x1="{min(places)}" y1="{y - 4}" x2="{max(places)}" y2="{y - 4}"/>'
    points = "".join(
        f'<text x="{place}" y="{y}" text-anchor="middle">{escaped(point.sign)}'
        f"<title>{escaped(point.says)}</title></text>"
        for place, point in zip(places, row.points, strict=True)
    )
    return f'<text x="0" y="{y}">{escaped(label)}</text>{line}{points}'


def _apart(places: Iterable[int]) -> list[int]:
    """Return places from left to right so far apart that one sign does not hide another."""
    kept: list[int] = []
    for place in places:
        taken = [other for other in kept if abs(other - place) < _SIGN]
        kept.append(max(taken) + _SIGN if taken else place)
    return kept


def _x(picture: Picture, at: int) -> int:
    room = _WIDTH - _LABEL - 20
    return _LABEL + 10 + at * room // max(1, picture.length - 1)


def _anchor(picture: Picture, at: int) -> str:
    if at == 0:
        return "start"
    return "end" if at >= picture.length - 1 else "middle"


def _text(x: int, y: int, words: str, anchor: str = "start") -> str:
    return f'<text class="quiet" x="{x}" y="{y}" text-anchor="{anchor}">{escaped(words)}</text>'


def escaped(text: str) -> str:
    """Return a text as it can stand in HTML, safe to show."""
    return escape(visible(text))
