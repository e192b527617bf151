"""What a coach needs is stock: age opens a page, ssh-keygen checks it, a browser shows it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.practice.making import own_of
from journal.records.excerpt import Excerpt, Form
from journal.sharing.desk import pages, ready
from journal.sharing.giving import give, withdraw
from journal.sharing.layout import how_to_check
from journal.sharing.signing import IDENTITY, NAMESPACE, Signer, fingerprint, is_signed_by
from tests.sharing.desks import ANA, NOW, TODAY, Desk, prepared
from tests.support.tools import tool


def run(*command: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)


def age_key(folder: Path) -> tuple[str, Path]:
    """Return a new age public key and the file of its private one."""
    file = folder / "age.txt"
    assert run(tool("age-keygen"), "-o", str(file)).returncode == 0
    public = next(line for line in file.read_text().splitlines() if "public key" in line)
    return public.split()[-1], file


def ssh_key(folder: Path) -> tuple[str, Path]:
    """Return a new SSH public key and the file of its private one."""
    file = folder / "id_ed25519"
    done = run(tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "ana", "-f", str(file))
    assert done.returncode == 0
    return " ".join(file.with_suffix(".pub").read_text().split()[:2]), file


@pytest.mark.parametrize("make_key", [age_key, ssh_key])
@pytest.mark.parametrize("form", Form)
def test_age_opens_a_sealed_page(
    make_desk: Callable[..., Desk],
    make_key: Callable[[Path], tuple[str, Path]],
    form: Form,
    tmp_path: Path,
) -> None:
    public, private = make_key(tmp_path)
    desk = make_desk(key=public)
    page = prepared(desk, form)
    path = give(desk.journal, page, ANA, tmp_path, NOW)

    opened = run(tool("age"), "-d", "-i", str(private), str(path))

    assert opened.returncode == 0, opened.stderr
    assert opened.stdout == own_of(page, Excerpt).payload.encode()
    assert len(opened.stdout) % 4096 == 0
    assert path.suffix == ".age"
    assert b"Acme" not in path.read_bytes()
    assert own_of(page, Excerpt).code.encode() not in path.read_bytes()


def test_nobody_else_opens_it(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    public, _ = age_key(tmp_path)
    _, stranger = age_key(tmp_path / "other")
    desk = make_desk(key=public)
    path = give(desk.journal, prepared(desk), ANA, tmp_path, NOW)
    assert run(tool("age"), "-d", "-i", str(stranger), str(path)).returncode != 0


def verified(folder: Path, public: str, message: bytes, signature: str) -> bool:
    signer, file = folder / "signer", folder / "sig"
    signer.write_text(f"{IDENTITY} {public}\n")
    file.write_text(signature)
    command = ("-Y", "verify", "-f", str(signer), "-I", IDENTITY, "-n", NAMESPACE, "-s", str(file))
    return run(tool("ssh-keygen"), *command, stdin=message).returncode == 0


def test_ssh_keygen_takes_a_signature_and_refuses_one_changed_byte(tmp_path: Path) -> None:
    signer = Signer(bytes(range(32)))
    message = "Ein Wört\n".encode() * 50
    signature = signer.sign(message)
    assert verified(tmp_path, signer.public, message, signature)
    for at in range(0, len(message), 37):
        changed = bytearray(message)
        changed[at] ^= 1
        assert not is_signed_by(signer.public, bytes(changed), signature)
    assert not verified(tmp_path, signer.public, bytes(changed), signature)
    assert not verified(tmp_path, Signer(bytes(32)).public, message, signature)


def test_what_ssh_keygen_refuses_is_refused_here_too(tmp_path: Path) -> None:
    public, private = ssh_key(tmp_path)
    message = tmp_path / "message"
    message.write_bytes(b"words")
    for namespace, is_ours in ((NAMESPACE, True), ("file", False)):
        run(tool("ssh-keygen"), "-Y", "sign", "-f", str(private), "-n", namespace, str(message))
        signature = message.with_suffix(".sig")
        assert is_signed_by(public, b"words", signature.read_text()) is is_ours
        signature.unlink()
    for broken in (
        "",
        "nothing",
        "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----",
    ):
        assert not is_signed_by(public, b"words", broken)
    assert not is_signed_by("", b"words", "")


def test_a_fingerprint_is_what_ssh_keygen_says(tmp_path: Path) -> None:
    public, private = ssh_key(tmp_path)
    said = run(tool("ssh-keygen"), "-lf", str(private)).stdout.decode()
    assert fingerprint(public) in said.split()


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
def test_the_commands_on_the_page_check_it(desk: Desk, form: Form, tmp_path: Path) -> None:
    tool("ssh-keygen")
    path = give(desk.journal, prepared(desk, form), ANA, tmp_path, NOW)
    assert checked_as_the_page_says(desk, path)
    path.write_text(
        path.read_text("utf-8").replace("four", "five").replace("need", "want"), "utf-8"
    )
    assert not checked_as_the_page_says(desk, path)


def test_the_notice_is_checked_by_the_same_commands(desk: Desk, tmp_path: Path) -> None:
    tool("ssh-keygen")
    page = prepared(desk)
    give(desk.journal, page, ANA, tmp_path, NOW)
    notice = withdraw(desk.journal, page, tmp_path, NOW)
    assert notice is not None
    assert checked_as_the_page_says(desk, notice)


def checked_as_the_page_says(desk: Desk, path: Path) -> bool:
    """Tell whether the commands that stand on a page accept a file."""
    signer = own_of(pages(desk.journal)[-1], Excerpt).signer
    commands = how_to_check(signer, path.name)
    script = "\n".join(commands)
    done = subprocess.run(
        ["sh", "-ec", script], cwd=path.parent, capture_output=True, check=False, timeout=60
    )
    return done.returncode == 0 and b"Good" in done.stdout


def test_the_json_page_is_checked_line_by_line(desk: Desk, tmp_path: Path) -> None:
    import json

    path = give(desk.journal, prepared(desk, Form.JSON), ANA, tmp_path, NOW)
    whole = json.loads(path.read_text("ascii"))
    message = path.read_bytes().splitlines(keepends=True)[1]
    public = own_of(pages(desk.journal)[-1], Excerpt).signer
    assert json.loads(message) == whole["page"]
    assert verified(tmp_path, public, message, whole["signature"])
    assert not verified(tmp_path, public, message.replace(b"Sam", b"Sim"), whole["signature"])


# --- the page in a browser


def chromium(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    return run(
        tool("chromium"), "--headless=new", "--no-sandbox", "--disable-gpu",
        "--disable-dev-shm-usage", "--disable-component-update", "--no-first-run",
        "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr", "--v=0", *options,
    )  # fmt: skip


def long_page(desk: Desk) -> Desk:
    """Return a desk whose passages fill a page, with everything that HTML could take for markup."""
    words = "I asked before I began, and they said what they would do with it afterwards. " * 6
    hostile = '<script>alert(1)</script><img src="http://x.invalid/a.png"> &amp; "</style>'
    note = desk.journal.save(desk.note._replace(text=f"{hostile}\n\n{words}"), op="edit")[0]
    return desk._replace(note=note)


def test_a_browser_asks_for_nothing_and_says_nothing(desk: Desk, tmp_path: Path) -> None:
    page = prepared(long_page(desk))
    path = give(desk.journal, page, ANA, tmp_path, NOW)
    log = tmp_path / "net.json"

    seen = chromium(tmp_path, f"--log-net-log={log}", "--dump-dom", path.as_uri())

    assert b"From Sam, for Ana" in seen.stdout
    assert b"<script" not in seen.stdout
    assert b"<img" not in seen.stdout
    assert b"CONSOLE" not in seen.stderr, seen.stderr
    assert b"x.invalid" not in log.read_bytes()


def test_a_browser_that_would_ask_or_say_something_is_noticed(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text('<img src="http://x.invalid/a.png"><script>console.log("said")</script>')
    log = tmp_path / "net.json"
    seen = chromium(tmp_path, f"--log-net-log={log}", "--dump-dom", bad.as_uri())
    assert b"CONSOLE" in seen.stderr
    assert b"x.invalid" in log.read_bytes()


def test_it_prints_to_one_page(desk: Desk, tmp_path: Path) -> None:
    page = prepared(long_page(desk))
    assert ready(desk.journal, page, TODAY).length == "about half a page"
    path = give(desk.journal, page, ANA, tmp_path, NOW)
    printed = tmp_path / "page.pdf"
    chromium(tmp_path, f"--print-to-pdf={printed}", "--no-pdf-header-footer", path.as_uri())
    assert printed.read_bytes().count(b"/Type /Page\n") == 1, sys.version
