"""Make the pictures in docs/pictures from the real app, on the sample journal.

Run it in a checkout: .venv/bin/python docs/make_pictures.py [FOLDER]
"""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from journal.clock import logical_day, system_clock
from journal.paths import places
from journal.sample import sample_records
from journal.sample_pages import give_sample_pages
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp

FOLDER = Path(__file__).with_name("pictures")
EVENING = "2026-11-24T16:45:00"
WIDE = (120, 36)


class Picture(NamedTuple):
    """One picture: what is pressed after the app has opened on Today, and how it looks.

    keys  names of keys with spaces between; what stands in quotes is typed
    """

    name: str
    keys: str
    theme: str = "night"
    size: tuple[int, int] = (80, 24)


PICTURES = (
    Picture("today", "'- The second printer again, and I had no'"),
    Picture("today-wide", "tab", "day", WIDE),
    Picture("look-back", "tab l", "day"),
    Picture("look-back-question", "tab l enter enter", size=WIDE),
    Picture("loop", "tab 2 j j"),
    Picture("loop-wide", "tab 2 j j j j j", "day", WIDE),
    Picture("try", "tab colon 'tries' enter G enter", "day"),
    Picture("move-on", "tab 2 j j m"),
    Picture("look-back-on-a-week", "tab colon 'the week' enter", "day"),
    Picture("days", "tab 3"),
    Picture("days-wide", "tab 3 left left", "day", WIDE),
    Picture("growth", "tab 4 right"),
    Picture("growth-wide", "tab 4 right j j j j", "day", WIDE),
    Picture("growth-pictures", "tab 4 v", "day"),
    Picture("growth-passages", "tab 4 j j j j enter"),
    Picture("find", "tab 3 slash 'hand'", "day"),
    Picture("reading", "tab 3 enter", "contrast"),
    Picture("coach", "tab 5", size=WIDE),
    Picture("coach-choose", "tab 5 g enter", "day"),
    Picture("all-commands", "tab colon"),
    Picture("settings", "tab comma j j", "day"),
    Picture("help", "tab question_mark"),
)
"""A new place is one more row."""


def pressed(keys: str) -> list[str]:
    """Return the keys one by one, as Textual's pilot presses them."""
    parts = re.findall(r"'([^']*)'|(\S+)", keys)
    return [key for typed, name in parts for key in ([name] if name else map(_key, typed))]


def _key(character: str) -> str:
    return {" ": "space", "-": "minus", ",": "comma"}.get(character, character)


async def settled(pilot: Pilot[int]) -> None:
    """Wait until all that was begun is drawn."""
    workers = (worker for worker in pilot.app.workers if worker.group != "default")
    await pilot.app.workers.wait_for_complete(workers)
    await pilot.pause(0.2)


async def taken(picture: Picture) -> str:
    """Return a picture as SVG; it loads nothing from anywhere."""
    journal = Journal(places(), system_clock())
    app = JournalApp(journal, Settings(theme=picture.theme, hints="off"))
    async with app.run_test(size=picture.size) as pilot:
        await settled(pilot)
        for key in pressed(picture.keys):
            await pilot.press(key)
            await settled(pilot)
        svg = app.export_screenshot(title="journal")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def main(folder: Path = FOLDER) -> None:
    """Write the pictures, each from a journal of its own."""
    folder.mkdir(exist_ok=True)
    os.environ.update(JOURNAL_NOW=EVENING, TZ="Europe/Vienna")
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["JOURNAL_HOME"] = home
            journal = Journal(places(), system_clock())
            today = logical_day(journal.clock.now())
            journal.save(*sample_records(today, "Europe/Vienna"), op="import")
            give_sample_pages(journal, today, Path(home))
            svg = asyncio.run(taken(picture))
        (folder / f"{picture.name}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
