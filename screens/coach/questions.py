"""Questions that are asked at several places: until which day, and whether no could be said."""

from collections.abc import Callable
from datetime import date, timedelta

from journal.dates import parse_day
from journal.errors import JournalError
from journal.sharing.consent import LONGEST
from journal.sharing.desk import Ready
from screens.dialogs.ask import Ask
from screens.dialogs.choose import Choice, Choose
from screens.place import Place


def could_say_no(page: Ready) -> Choose:
    """Return the question that is asked of somebody close by: "yes" or "no"."""
    title = f"{page.coach.name} is your {page.coach.role}. Could you freely say no?"
    return Choose(title, [Choice("yes", "yes, I could say no"), Choice("no", "no, I could not")])


async def ask_last_day(place: Place, now: date, then: Callable[[date], object]) -> None:
    """Ask until which day a coach may keep a page; `now` is what is agreed until now."""
    today, order = place.today(), place.settings.date_order

    def wrong(typed: str) -> str:
        try:
            day = parse_day(typed, today, order)
        except JournalError as error:
            return f"{error.message} {error.hint}".strip()
        is_within = today <= day <= today + timedelta(days=LONGEST)
        return "" if is_within else f"A page is given for today or at most {LONGEST} days."

    title = f"Until which day may they keep it? At most {LONGEST} days."
    dialog = Ask(title, now.isoformat(), wrong=wrong)
    await place.ask(dialog, lambda typed: then(parse_day(typed, today, order)))
