"""What Growth says while there is nothing to compare yet, and while it is being read."""

from textual.content import Content

from journal.analysis.growth.as_text import EMPTY, FIRST_PAGE_ASKED, foreign_line
from journal.analysis.growth.page import Page
from screens.safe_text import plain

FIRST = "One page makes it better. Two minutes, whenever you like:"
WRITTEN = "Your first page is kept. It is offered again in weeks six and twelve."
LEFT = "The reading was left. What was read by then is not read again."
READ = "Reading what you wrote"
SAMPLE = ("sample", "See a sample, twelve weeks on")


def empty_words(page: Page | None) -> Content:
    """Return what stands above the choices; without a page the reading was left."""
    if page is None:
        return plain(LEFT)
    parts = list(EMPTY)
    if page.first_page.is_offered:
        parts += [FIRST, f"  {FIRST_PAGE_ASKED}"]
    else:
        parts.append(WRITTEN)
    if page.foreign:
        parts.append(foreign_line(page.foreign))
    return plain("\n\n".join(parts))


def beginnings(page: Page | None) -> list[tuple[str, str]]:
    """Return what can be done then: names of commands and their words."""
    if page is None:
        return [("read_on", "Go on reading")]
    first = [("first_page", "Write the first page")] if page.first_page.is_offered else []
    return [*first, ("bring", "Bring notes from another journal"), SAMPLE]


def how_far(done: int, total: int, width: int) -> Content:
    """Return a bar of at most `width` cells that says how much was read, and in words too."""
    room = max(min(width, 50), 1)
    full = room * done // total if total else room
    bar = Content.assemble(("━" * full, "$accent"), ("─" * (room - full), "dim"))
    said = plain(f"{READ}: {done:,} of {total:,}")
    return Content("\n\n").join([said, bar])
