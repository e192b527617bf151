"""Changes to the journal one after another, in the order in which their keys were pressed.

Each is saved in a thread, so that nobody waits for the disk; `x` and then `u` in one breath must
nevertheless be a move to the trash that is taken back, and not the other way round.
"""

from collections.abc import Callable
from functools import wraps
from threading import Event
from typing import Concatenate, ParamSpec, TypeVar

from textual import work
from textual.screen import Screen
from textual.worker import Worker

from screens.base import AppBase

PATIENCE = 10.0
"""Seconds: no change waits longer for the one before it, whatever became of that."""

_Place = TypeVar("_Place", bound=Screen[None])
_Given = ParamSpec("_Given")


def in_turn(
    change: Callable[Concatenate[_Place, _Given], None],
) -> Callable[Concatenate[_Place, _Given], Worker[None]]:
    """Return the method `change` of a place as one that runs in a thread, when its turn comes."""

    @work(thread=True, group="keep")
    def run(
        place: _Place, before: Event, done: Event, /, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> None:
        before.wait(PATIENCE)
        try:
            change(place, *args, **kwargs)
        finally:
            done.set()

    @wraps(change)
    def begin(place: _Place, /, *args: _Given.args, **kwargs: _Given.kwargs) -> Worker[None]:
        before, done = _turn(place)
        begun: Worker[None] = run(place, before, done, *args, **kwargs)
        return begun

    return begin


def _turn(place: Screen[None]) -> tuple[Event, Event]:
    """Return what the next change waits for, and what it sets when it is done."""
    app, done = place.app, Event()
    if not isinstance(app, AppBase):
        done.set()
        return done, Event()
    before, app.last_change = app.last_change, done
    return before, done
