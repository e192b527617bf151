"""What is put off until the next refresh is done only for what is still on the screen."""

from collections.abc import Callable
from functools import partial

from textual.widget import Widget


class StillThere(Widget):
    """A screen or widget that does nothing after a refresh during which it was taken away.

    A key may close a dialog between a refresh being asked for and its end; what was put off until
    then would look for parts that have gone.
    """

    def call_after_refresh(
        self, callback: Callable[..., object], *args: object, **kwargs: object
    ) -> bool:
        """Do something after the next refresh, if this is still there; whether it will be asked."""
        return super().call_after_refresh(self._do_if_there, partial(callback, *args, **kwargs))

    def _do_if_there(self, put_off: Callable[[], object]) -> object:
        return put_off() if self.is_attached and self.display else None
