from pathlib import Path

from journal.practice.look_back.prompts import asked, by_key
from journal.prompt_files import load_packs, shipped_packs

OWN = """schema = 1
id = "mine"
version = 1
language = "de"

[[prompt]]
id = "kaffee"
step = "progress"
full = "Was kam beim Kaffee auf?"
"""


def test_without_packs_of_their_own_the_shipped_ones_are_in_use(tmp_path: Path) -> None:
    assert load_packs(tmp_path) == (shipped_packs(), [])
    assert load_packs(tmp_path / "not there") == (shipped_packs(), [])


def test_the_learners_packs_are_laid_over_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("\ufeff" + OWN, encoding="utf-8")
    quiet = OWN.replace('"mine"', '"daily"').replace('"de"', '"en"').partition("[[")[0]
    retired = '[[prompt]]\nid = "moved"\nretired = true\n'
    (tmp_path / "quiet.toml").write_text(quiet + retired, encoding="utf-8")
    packs, wrong = load_packs(tmp_path)
    assert wrong == []
    assert by_key(packs)["mine/kaffee"].full == "Was kam beim Kaffee auf?"
    assert "daily/moved" not in [prompt.key for prompt in asked(packs, "progress")]


def test_a_broken_pack_is_named_and_all_the_others_work(tmp_path: Path) -> None:
    (tmp_path / "a-broken.toml").write_text(OWN + "full = \n", encoding="utf-8")
    (tmp_path / "b-bytes.toml").write_bytes(b"schema = 1\nid = '\xff'\n")
    (tmp_path / "c-folder.toml").mkdir()
    (tmp_path / "d-large.toml").write_bytes(b"#" * 1_000_001)
    (tmp_path / "e-gone.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    packs, wrong = load_packs(tmp_path)
    assert "mine/kaffee" in by_key(packs)
    told = [error.message for error in wrong]
    assert [message.partition(".toml")[0] for message in told] == [
        "a-broken",
        "b-bytes",
        "c-folder",
        "d-large",
        "e-gone",
    ]
    assert "line 10" in told[0]
    assert "line 2" in told[1]
