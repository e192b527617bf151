import pytest

from journal.settings import TABLE
from tests.cli.home import Home


def test_settings_are_shown_with_what_they_do(home: Home) -> None:
    out = home.run("config").out
    for setting in TABLE:
        assert f"{setting.key} = " in out
        assert setting.help in out
    assert home.run("config", "get").out == out
    assert home.run("config", "get", "day_ends").out == "04:00\n"
    assert home.run("config", "get", "gather_hours", "--json").json == {"gather_hours": 36}
    assert home.run("config", "--json").json["day_ends"] == "04:00"


def test_set_keeps_comments_and_everything_else(home: Home) -> None:
    home.folder.mkdir()
    settings = home.folder / "settings.toml"
    before = '# my own comment\nday_ends = "03:00"  # early bird\n\nlanguage = "en"\n'
    settings.write_text(before)
    assert home.run("config", "set", "day_ends", "05:00").out == "day_ends = 05:00\n"
    assert settings.read_text() == before.replace("03:00", "05:00")
    home.run("config", "set", "gather_hours", "24")
    assert settings.read_text() == before.replace("03:00", "05:00") + "gather_hours = 24\n"
    assert home.run("config", "get", "gather_hours").out == "24\n"
    assert settings.stat().st_mode & 0o077 == 0


def test_a_time_may_be_written_as_toml_writes_it(home: Home) -> None:
    home.folder.mkdir()
    (home.folder / "settings.toml").write_text("day_ends = 03:00:00\ngather_hours = 12\n")
    assert home.run("config", "get", "day_ends").out == "03:00\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("day_ends", "25:00"),
        ("day_ends", "noon"),
        ("day_ends", ""),
        ("day_ends", "04:00:30"),
        ("day_ends", "04:00+01:00"),
        ("date_order", "ymd"),
        ("gather_hours", "0"),
        ("gather_hours", "many"),
        ("angle", "sideways"),
        ("folder", "relative/path"),
        ("language", ""),
        ("language", "1"),
        ("nothing", "x"),
    ],
)
def test_what_cannot_be_set_is_refused(home: Home, key: str, value: str) -> None:
    assert key in home.run("config", "set", key, value, code=2).err
    assert not (home.folder / "settings.toml").exists()


def test_set_wants_a_key_and_a_value(home: Home) -> None:
    home.run("config", "set", code=2)
    home.run("config", "set", "day_ends", code=2)
    home.run("config", "get", "nothing", code=2)
    home.run("config", "day_ends", code=2)


def test_the_journal_may_be_kept_elsewhere(home: Home) -> None:
    elsewhere = home.folder / "synchronised" / "journal"
    home.run("config", "set", "folder", str(elsewhere))
    home.add("one")
    assert (elsewhere / "journal.json").exists()
    assert not (home.folder / "journal").exists()
    assert home.run("paths", "--json").json["journal"] == str(elsewhere)
