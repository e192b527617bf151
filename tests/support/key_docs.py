"""The rows of docs/keys.md, as the table of keys has them.

`python -m tests.support.key_docs` prints them.
"""

from textual.keys import format_key

from screens.keys import LOOK_BACK, SPOKEN, TABLE


def command_rows() -> list[str]:
    """Return one row of a Markdown table for each command: its id, its keys, what it does."""
    return [f"| `{each.id}` | {_keys(each.keys)} | {each.about} |" for each in (*TABLE, *LOOK_BACK)]


def _keys(keys: str) -> str:
    spoken = [SPOKEN.get(key) or format_key(key) for key in keys.split(",") if key]
    return " ".join(f"`{key}`" for key in spoken) or "by its words, under `:`"


if __name__ == "__main__":
    print("\n".join(command_rows()))
