"""The page as a file: nothing in it acts, nothing is fetched, and a browser has nothing to say."""

import re
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from journal.analysis.growth.as_html import as_html, twelve_weeks_as_html
from journal.analysis.growth.page import growth_page
from journal.analysis.growth.twelve_weeks import twelve_weeks
from journal.records.record import Sign
from journal.sample import sample_records
from tests.analysis.growth.making import day, first_page, note
from tests.support.tools import tool

TODAY = date(2026, 11, 24)
HOSTILE = '<script>alert(1)</script><img src="http://example.org/x">\x1b[2J "&'


def pages() -> dict[str, str]:
    sample = sample_records(TODAY, "Europe/Vienna")
    hostile = [
        first_page(f"I watch {HOSTILE} and try", 0), first_page(f"I ask {HOSTILE} first", 60),
        note(f"stuck {HOSTILE}", 62, Sign.STUCK), note(HOSTILE, 3, starred=True),
    ]  # fmt: skip
    return {
        "growth": as_html(growth_page(sample, TODAY, ("stuck", "I8", "minds"))),
        "twelve": twelve_weeks_as_html(twelve_weeks(sample, TODAY), TODAY),
        "hostile": as_html(growth_page(hostile, day(64), ("stuck",))),
        "hostile-twelve": twelve_weeks_as_html(twelve_weeks(hostile, day(64)), day(64)),
        "empty": as_html(growth_page([], TODAY)),
    }


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


@pytest.mark.parametrize("name", list(pages()))
def test_nothing_in_it_acts_or_leads_elsewhere(name: str) -> None:
    html = pages()[name]
    found = Tags(html)

    assert not found.tags & {"script", "img", "link", "iframe", "object", "form", "a", "base"}
    assert not {each for each in found.names if each.startswith("on")}
    assert not found.names & {"src", "href", "style"}
    assert "default-src 'none'" in html
    assert not re.search(r"url\(|@import", html)
    assert "\x1b" not in html


@pytest.mark.parametrize("name", list(pages()))
def test_a_browser_asks_for_nothing_and_complains_of_nothing(name: str, tmp_path: Path) -> None:
    path, log = tmp_path / "page.html", tmp_path / "net.json"
    path.write_text(pages()[name], "utf-8")
    done = subprocess.run(
        [
            tool("chromium"), "--headless=new", "--no-sandbox", "--disable-gpu",
            "--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}",
            f"--log-net-log={log}", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip

    assert "CONSOLE" not in done.stderr
    assert "example.org" not in re.sub(r"&lt;.*?&gt;", "", log.read_text("utf-8"))
    assert "</svg>" in done.stdout or name != "growth"


def test_the_words_of_evidence_are_underlined() -> None:
    page = growth_page([note("I'll ring the wholesaler.", 30), first_page("I ask a lot", 1),
                        first_page("I ask less now", 40)], day(41))  # fmt: skip

    assert "<u>I&#x27;ll ring</u> the wholesaler." in as_html(page)
