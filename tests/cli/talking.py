"""Conversations with `journal --plain`, held by a script; all that is said is checked."""

import json
import re
import subprocess
from typing import Any

from tests.cli.home import COMMAND, Ended, Home

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u2500-\u259f\u2800-\u28ff]")
"""What acts on a terminal, and what a screen reader cannot read."""

WORDS_FOR_CODE = re.compile(
    r"\b(bet|lens|item|guard|captured?|sensing|settled|echoed|revisit|sureness|asset|"
    r"context move|feedforward|indicator|excerpt|ledger|palette|calibration)\b",
    re.IGNORECASE,
)
"""Words that never reach a learner."""


def talk(home: Home, *lines: str | bytes, code: int = 0, **env: str) -> str:
    """Type these lines into `journal --plain`, a minute later; return what it says."""
    typed = b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines)
    return heard(home.run("--plain", stdin=typed, env=env, code=code))


def heard(ended: Ended) -> str:
    """Return what was said, all of it on stdout, none of it a character that must not be there."""
    assert ended.err == ""
    assert_plain(ended.out)
    return ended.out


def assert_plain(said: str) -> None:
    """Fail where something was said that cannot be read aloud."""
    assert not FORBIDDEN.search(said), FORBIDDEN.findall(said)


def texts(home: Home) -> list[str]:
    """Return the texts of all notes, oldest first."""
    return [record["text"] for record in records(home, "note")]


def look_backs(home: Home) -> list[dict[str, Any]]:
    """Return all look backs, oldest first."""
    return records(home, "close")


def records(home: Home, kind: str) -> list[dict[str, Any]]:
    """Return all records of a kind, oldest first; there may be none."""
    command = [str(COMMAND), "list", "--kind", kind, "--json"]
    done = subprocess.run(command, env=home.env, capture_output=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def answers(record: dict[str, Any]) -> dict[str, str]:
    """Return the answers of a look back by the names of their questions."""
    return {answer["prompt"].split("/")[1]: answer["text"] for answer in record["answers"]}


def numbers(said: str) -> list[str]:
    """Return how the steps of a look back were numbered."""
    return re.findall(r"^\d of 5(?=\. )", said, re.MULTILINE)


class Talking:
    """A conversation that goes on."""

    def __init__(self, home: Home) -> None:
        self.program = subprocess.Popen(
            [COMMAND, "--plain"], env=home.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.greeting = self._listen(":h lists them.")

    def type(self, line: str) -> str:
        """Type a line; return what is said until the next one would be heard."""
        assert self.program.stdin
        self.program.stdin.write(f"{line}\n:that is all\n".encode())
        self.program.stdin.flush()
        return self._listen("that is all")

    def leave(self, code: int = 0) -> str:
        """End the input; return the rest of what is said."""
        said, _ = self.program.communicate(timeout=60)
        assert self.program.returncode == code
        return said.decode()

    def _listen(self, until: str) -> str:
        """Return what is said up to the line with these words."""
        assert self.program.stdout
        said = ""
        for line in self.program.stdout:
            said += line.decode()
            if until in line.decode():
                assert_plain(said)
                return said
        raise AssertionError(f"{until!r} was not said, only:\n{said}")


def begin(home: Home, *typed: str) -> Talking:
    """Begin a conversation, type these lines and wait until the last one was answered."""
    talking = Talking(home)
    for line in typed:
        talking.type(line)
    return talking
