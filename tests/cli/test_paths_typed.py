"""A path that begins with the home of somebody who is not there is a path like any other."""

import pytest

from tests.cli.home import Home

NOWHERE = "~nobody-of-that-name/x"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("import", "markdown", NOWHERE), 2),
        (("export", "json", NOWHERE), 2),
        (("read", NOWHERE), 2),
        (("reply", NOWHERE), 2),
        (("growth", "list", "--html", NOWHERE), 9),
        (("try", "pool", NOWHERE), 2),
        (("config", "set", "folder", NOWHERE), 2),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_it_is_refused_in_a_sentence(typed: tuple[str, ...], code: int, home: Home) -> None:
    home.run("add", "a note")
    failed = home.run(*typed, code=code)
    assert failed.out == ""
    assert len(failed.err.splitlines()) <= 2
