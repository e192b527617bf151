"""The table of docs/loop.md, as the table of the loop has it.

`python -m tests.support.loop_docs` prints it.
"""

from journal.practice.loop.ways import IN_WORDS, WAYS

BEGIN, END = "<!-- ways -->\n", "<!-- end of ways -->\n"


def way_rows() -> list[str]:
    """Return one row of a Markdown table for each passage: from, to, in words, what it needs."""
    head = ["| From | To | In words | Needs |", "|---|---|---|---|"]
    return head + [
        f"| {way.origin} | {way.to or 'where it was'} | {way.words} "
        f"| {'; '.join(need.short for need in way.needs)} |"
        for way in WAYS
    ]


def state_rows() -> list[str]:
    """Return one row of a Markdown table for each state: its name and what a learner reads."""
    return ["| State | In words |", "|---|---|"] + [
        f"| {state} | {words} |" for state, words in IN_WORDS.items()
    ]


def tables() -> str:
    """Return both tables as they stand between the marks."""
    return "\n".join([*state_rows(), "", *way_rows()]) + "\n"


if __name__ == "__main__":
    print(tables(), end="")
