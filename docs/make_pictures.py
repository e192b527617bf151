"""Make the pictures in docs/pictures from the real app, on notes that are fictional and our own.

Run it in a checkout: .venv/bin/python docs/make_pictures.py
"""

import asyncio
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

from journal.clock import logical_day, system_clock
from journal.paths import places
from journal.practice.noting import new_note, typed_sign
from journal.records.close import Close
from journal.records.record import Record
from journal.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp

PICTURES = Path(__file__).with_name("pictures")
EVENING = "2026-11-24T16:20:00"
NOTES = (
    ("09:12", "! Client wanted the reason, not the figure"),
    ("11:40", "? Why does the second review always find more"),
    ("15:02", "+ Drew it before writing it"),
)
TOMORROW = "Send the summary before the file, and say which decision it is for."
TYPED = "- The second printer again, and I had no"


def fill(journal: Journal) -> None:
    """Keep a day's notes, and the line that the evening before left."""
    now = journal.clock.now()
    evening = now.replace(day=23, hour=17, minute=35)
    own = Close(form="minute", tomorrow=TOMORROW)
    zone = journal.clock.zone
    journal.save(Record("", evening, zone, logical_day(evening), TOMORROW, own), op="close")
    for clock, line in NOTES:
        time = datetime.strptime(clock, "%H:%M")  # noqa: DTZ007 - only its hour and minute count
        at = now.replace(hour=time.hour, minute=time.minute)
        sign, text = typed_sign(line)
        journal.save(new_note(text, at, zone, logical_day(at), sign=sign))


def without_fonts(svg: str) -> str:
    """Return a picture that loads nothing from anywhere."""
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


async def today() -> str:
    """Return Today as a picture, with a line being written."""
    journal = Journal(places(), system_clock())
    fill(journal)
    app = JournalApp(journal, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*("space" if key == " " else key for key in TYPED))
        await pilot.pause()
        return without_fonts(app.export_screenshot(title="journal"))


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(JOURNAL_HOME=home, JOURNAL_NOW=EVENING, TZ="Europe/Vienna")
        (PICTURES / "today.svg").write_text(asyncio.run(today()), "utf-8")


if __name__ == "__main__":
    main()
