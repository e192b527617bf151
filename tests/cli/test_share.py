"""The whole path as a command: a coach, a page, consent, taking it back, and the answer."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal
from tests.support.tools import tool

NOTE = "Acme rang at +43 664 1234567.\n\nI hadn't asked what they needed first."


@pytest.fixture
def note(home: Home) -> str:
    return home.run("add", "-", stdin=NOTE).id


@pytest.fixture
def coach(home: Home) -> str:
    added = home.run(
        "coach", "add", "Ana", "--contact", "ana@example.org", "--learner", "Sam",
        "--reach", "sam@example.org", "--purpose", "For this conversation only",
    )  # fmt: skip
    assert "can read it" in added.err
    return added.id


def preview(home: Home, note: str, *more: str) -> dict[str, Any]:
    """Prepare a page; return what is said of it."""
    words = ("share", "preview", "ana", "--question", "How do I ask sooner?", "--passage", note)
    page: dict[str, Any] = home.run(*words, *more, "--json").json
    return page


def test_from_a_card_to_an_answer(home: Home, note: str, coach: str, tmp_path: Path) -> None:
    home.run("coach", "hide", "Ana", "Acme=the customer")
    page = preview(home, note, "--want", "ask", "--not-for", "the move", "--form", "markdown")
    assert "the customer rang at \\[phone\\]." in page["payload"]
    assert page["hidden"] == {"your own list": 1, "telephone numbers": 1}
    assert "who" in page["agree"][-1]

    given = home.run("share", "give", page["page"], "--to", str(tmp_path), "--agree", "Ana")
    [path] = given.lines
    assert Path(path).read_text("utf-8") == page["payload"]
    for sentence in page["agree"]:
        assert sentence in given.err
    assert home.run("share", "verify", path).out.startswith(f"This is {page['page']}")

    answer = f"Page: {page['page']}\nSomething to try next time: Ask first, always."
    kept = home.run("reply", "-", stdin=answer)
    assert "Ana answers:" in kept.err
    assert "Ask first, always." in kept.err
    record = home.record(kept.id)
    assert (record["kind"], record["who"], record["reply_to"]) == ("feedback", "Ana", page["id"])

    notice = home.run("share", "withdraw", page["page"], "--to", str(tmp_path))
    assert "Copies already received cannot be recalled." in notice.err
    assert page["page"] in Path(notice.lines[0]).read_text("utf-8")
    again = home.run("share", "give", page["page"], "--agree", "Ana", code=7)
    assert "taken this page back" in again.err

    states = [event["state"] for event in home.run("share", "ledger", "--json").json]
    assert states == ["proposed", "given", "withdrawn"]
    assert home.run("share", "verify").out == "Ana: 3 events, whole.\n"
    assert page["page"] in home.run("share", "ledger", "Ana").out
    [listed] = home.run("share").lines
    assert listed.split()[1:] == [page["page"], "for", "Ana", "withdrawn"]


def test_a_preview_writes_exactly_what_would_leave(home: Home, note: str, coach: str) -> None:
    words = ("share", "preview", "Ana", "--question", "Why?", "--passage", f"{note}.2")
    shown = home.run(*words, "--dates", "none")
    assert "hadn" in shown.out
    assert "rang at" not in shown.out
    assert "November" not in shown.out.partition("answer")[0].partition("</header>")[2]
    code = home.run("share", "list", "--json").json[0]["page"]
    again = home.run("share", "show", code)
    assert again.out == shown.out
    assert home.run("share", "show", code, "--json").json["payload"] == shown.out
    for fact in ("SHA-256", f"{len(shown.out.encode())} bytes", "no key: anybody can read it"):
        assert fact in shown.err
    assert list(home.folder.glob("page*")) == []


def test_without_consent_it_ends_with_7_and_no_file(
    home: Home, note: str, coach: str, tmp_path: Path
) -> None:
    page = preview(home, note)
    folder = tmp_path / "out"
    folder.mkdir()
    for said in ((), ("--agree", "Ben"), ("--yes",), ("--agree", "")):
        ended = home.run("share", "give", page["page"], "--to", str(folder), *said, code=7)
        assert "Nothing has left" in ended.err
    assert list(folder.iterdir()) == []


def test_on_a_terminal_the_name_is_typed(home: Home, note: str, coach: str, tmp_path: Path) -> None:
    page = preview(home, note)
    command = [str(COMMAND), "share", "give", page["page"], "--to", str(tmp_path)]
    for typed, there in (("\r", []), ("Ana\r", [tmp_path / f"page-{page['page']}.html"])):
        with Terminal(command, env=home.env, size=(100, 40)) as terminal:
            terminal.wait(lambda screen: "To agree, type Ana" in screen)
            terminal.press(typed)
            terminal.end()
        assert sorted(tmp_path.glob("page*")) == there


def test_a_sealed_page_is_opened_by_age(home: Home, note: str, coach: str, tmp_path: Path) -> None:
    private = tmp_path / "id"
    make = [tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(private)]
    subprocess.run(make, check=True)
    changed = home.run("coach", "edit", "Ana", "--key", str(private.with_suffix(".pub")))
    assert "SHA256:" in changed.err
    page = preview(home, note)
    path = home.run("share", "give", page["page"], "--to", str(tmp_path), "--agree", "ana").lines[0]
    opened = subprocess.run(
        [tool("age"), "-d", "-i", str(private), path], capture_output=True, check=True
    )
    assert opened.stdout.decode() == page["payload"]
    assert "It is sealed" in home.run("share", "verify", path, code=6).out


def test_a_card_is_shown_changed_and_listed(home: Home, note: str, coach: str) -> None:
    home.run("coach", "edit", "ana", "--role", "manager", "--days", "14")
    card = home.run("coach", "show", "Ana").out
    assert "Ana\nLine manager.\n" in card
    assert "14 days" in card
    [line] = home.run("coach").lines
    assert line.endswith("Ana")
    assert home.run("coach", "list", "--json").json[0]["role"] == "line manager"
    page = preview(home, note)
    asked = home.run("share", "give", page["page"], "--agree", "Ana", code=7)
    assert "could you freely say no?" in asked.err
    refused = home.run("share", "give", page["page"], "--agree", "Ana", "--free", "no", code=7)
    assert "no consent" in refused.err
    assert home.run("share", "ledger", "--json").json[-1]["free"] is False


@pytest.mark.parametrize(
    "words",
    [
        ("coach", "add", "ana"),
        ("coach", "add", ""),
        ("coach", "edit", "Ana", "--key", "AGE-SECRET-KEY-1QQQ"),
        ("coach", "edit", "Ana", "--key", "ssh-rsa AAAA"),
        ("coach", "edit", "Ana", "--days", "61"),
        ("coach", "hide", "Ana", "=x"),
        ("share", "preview", "Ana"),
        ("share", "preview", "Ana", "--question", "Why?"),
        ("share", "preview", "Ana", "--question", "Why?", "--passage", "last.x"),
        ("share", "verify", "/nowhere"),
        ("reply", "/nowhere"),
    ],
)
def test_what_cannot_be_is_said(home: Home, note: str, coach: str, words: tuple[str, ...]) -> None:
    assert home.run(*words, code=2).out == ""


@pytest.mark.parametrize("words", [("share", "give", "x-y"), ("share", "preview", "Ben")])
def test_nobody_and_nothing_is_called_so(
    home: Home, note: str, coach: str, words: tuple[str, ...]
) -> None:
    home.run(*words, code=3)


def test_an_answer_that_is_used_returns_on_the_next_page(
    home: Home, note: str, coach: str, tmp_path: Path
) -> None:
    page = preview(home, note)
    home.run("share", "give", page["page"], "--agree", "Ana", "--to", str(tmp_path))
    answer = home.run("reply", "-", "--to", page["page"], "--later", stdin="Ask a stranger.").id
    home.run("feedback", "read", answer)
    home.run("feedback", "decide", answer, "use", "--words", "I never did.")
    line = "If somebody new comes, I'll ask them first"
    tried = home.run("feedback", "try", answer, line, "--expect", "one surprise").id
    home.run("try", "result", tried, "different", "--happened", "Two surprises.")

    words = ("share", "preview", "Ana", "--question", "And now?", "--passage", note)
    assert f"--since-try: {tried[:6]}" in home.run(*words).err
    again = preview(home, note, "--since-try", tried, "--show", "difference")
    since = again["payload"].partition("Since last time")[2]
    assert "Two surprises." in since
    assert "different" in since


def test_a_page_is_renewed(home: Home, note: str, coach: str, tmp_path: Path) -> None:
    page = preview(home, note, "--until", "2026-12-01")
    renewing = ("share", "renew", page["page"], "--until", "2027-01-10", "--to", str(tmp_path))
    assert "not been given" in home.run(*renewing, "--agree", "Ana", code=7).err
    home.run("share", "give", page["page"], "--agree", "Ana", "--to", str(tmp_path))
    notice = home.run(*renewing, "--agree", "Ana")
    assert "10 January 2027" in Path(notice.lines[0]).read_text("utf-8")
    assert "It is renewed." in home.run("share", "show", page["page"]).err


def test_nothing_is_there_at_first(home: Home) -> None:
    for words in (("coach",), ("share",), ("share", "ledger")):
        nothing = home.run(*words, code=1)
        assert (nothing.out, nothing.err.count("\n")) == ("", 1)
    checked = home.run("share", "verify")
    assert (checked.out, checked.err) == ("", "There is no coach yet, so nothing to check.\n")


def test_a_receipt_is_kept_with_the_moment(
    home: Home, note: str, coach: str, tmp_path: Path
) -> None:
    page = preview(home, note)
    home.run("share", "give", page["page"], "--agree", "Ana", "--to", str(tmp_path))
    event = home.run("share", "ledger", "--json").json[-1]
    receipt = json.loads(event["receipt"])
    assert receipt["events"][0]["at"].startswith("2026-11-24T09:")
    assert receipt["page"]["sha256"] == page["sha256"] == event["page"]


def test_the_signing_key_is_for_the_learner_alone(home: Home, note: str, coach: str) -> None:
    preview(home, note)
    [key] = (home.folder / "journal" / "keys").iterdir()
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_text("broken")
    ended = home.run("share", "preview", "Ana", "--question", "?", "--passage", note, code=6)
    assert "cannot be read" in ended.err


def test_the_whole_way_from_a_line_manager_s_card_to_taking_back(
    home: Home, note: str, tmp_path: Path
) -> None:
    home.run("coach", "add", "Ben", "--role", "manager", "--learner", "Sam", "--days", "30")
    tried = home.run("try", "new", "If they call, I'll ask first", "--expect", "fewer calls").id
    said = ("--want", "ask", "--not-for", "the move", "--since", "I asked, twice.")
    words = ("share", "preview", "Ben", "--question", "How?", "--passage", f"{note}.2")
    page = home.run(*words, "--try", tried, *said, "--json").json
    for text in ("I asked, twice.", "the move", "ask me questions", "fewer calls"):
        assert text in page["payload"]
    assert "Acme" not in page["payload"]

    giving = ("share", "give", page["page"], "--to", str(tmp_path), "--agree", "Ben")
    assert "could you freely say no?" in home.run(*giving, code=7).err
    path = Path(home.run(*giving, "--free", "yes").lines[0])
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == (page["payload"], 0o600)

    file = tmp_path / "answer.json"
    form = {"page": page["page"], "try": "Ask a stranger.", "noticed": "", "question": "Why?"}
    file.write_text(json.dumps(form), "utf-8")
    answer = home.run("reply", str(file)).id
    home.run("feedback", "decide", answer, "use", "--words", "I never did.")
    own = home.run("feedback", "try", answer, "Ask a stranger", "--expect", "one surprise").id
    home.run("try", "result", own, "different", "--happened", "Two surprises.")
    again = home.run(*words, "--since-try", own, "--json").json
    assert "Two surprises." in again["payload"].partition("Since last time")[2]

    home.run("edit", note, "--text", "Something else.\n\nAnd that.")
    assert [each["stale"] for each in home.run("share", "list", "--json").json] == [True, True]
    stale = home.run("share", "give", again["page"], "--agree", "Ben", "--free", "yes", code=7)
    assert "has changed since you read it" in stale.err
    assert path.read_text("utf-8") == page["payload"]
    notice = home.run("share", "withdraw", page["page"], "--to", str(tmp_path)).lines[0]
    assert "-----BEGIN SSH SIGNATURE-----" in Path(notice).read_text("utf-8")
    assert home.run("share", "verify").out.endswith("events, whole.\n")


HOSTILE = {
    "an escape sequence": b"Nice. \x1b]52;c;ZXZpbA==\x07",
    "deep JSON": b'{"page":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "20 MB": b"a" * 20_000_000,
    "a name twice": b'{"noticed":"a","noticed":"b"}',
    "another page": b"Page: apple-apple-apple-apple\nA question: Why?",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_is_refused_with_one_sentence(
    home: Home, note: str, coach: str, tmp_path: Path, data: bytes
) -> None:
    page = preview(home, note)
    home.run("share", "give", page["page"], "--agree", "Ana", "--to", str(tmp_path))
    file = tmp_path / "answer"
    file.write_bytes(data)
    before = home.run("undo", "--list").out
    ended = home.run("reply", str(file), code=3 if data.startswith(b"Page") else 2)
    sentence, *hint = ended.err.splitlines()
    assert (ended.out, sentence.count("."), len(hint)) == ("", 1, 1)
    assert "\x1b" not in ended.err
    assert home.run("undo", "--list").out == before


def test_undo_lists_only_what_it_takes_back(home: Home, note: str, coach: str) -> None:
    preview(home, note)
    assert [step["op"] for step in home.run("undo", "--list", "--json").json] == ["coach", "add"]
    assert "page" not in home.run("undo", "--list").out


def test_undo_leaves_pages_alone(home: Home, note: str, coach: str, tmp_path: Path) -> None:
    page = preview(home, note)
    home.run("share", "give", page["page"], "--agree", "Ana", "--to", str(tmp_path))
    assert home.run("undo", "--json").json["op"] == "coach"
    assert [event["state"] for event in home.run("share", "ledger", "--json").json] == [
        "proposed",
        "given",
    ]


def test_the_card_of_who_has_a_page_is_not_purged(
    home: Home, note: str, coach: str, tmp_path: Path
) -> None:
    page = preview(home, note)["page"]
    home.run("share", "give", page, "--to", str(tmp_path), "--agree", "Ana")
    home.run("rm", coach)
    refused = home.run("trash", "purge", coach, "--yes", code=2)
    assert f"Ana may keep the page {page}" in refused.err
    home.run("trash", "restore", coach)
    home.run("share", "withdraw", page, "--to", str(tmp_path))
    home.run("rm", coach)
    home.run("trash", "purge", coach, "--yes")
