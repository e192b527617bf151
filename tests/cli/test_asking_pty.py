"""On a terminal, what a command still needs is asked for, one line at a time."""

from tests.cli.home import COMMAND, Home
from tests.support.terminal import Terminal


def answered(home: Home, *words: str, answers: tuple[tuple[str, str], ...]) -> None:
    """Run a command on a terminal; answer each question that has these words."""
    with Terminal([str(COMMAND), *words], env=home.env, size=(200, 40)) as terminal:
        for question, answer in answers:
            terminal.wait(question)
            terminal.press(f"{answer}\r")
        assert terminal.end() == 0


def test_a_move_is_chosen_and_its_need_asked(home: Home) -> None:
    id_ = home.run("item", "new", "Why twice").id
    answered(home, "item", "move", id_, answers=(("What next?", "2"), ("whom did you ask", "@Ana")))
    made = home.record(id_)
    assert (made["state"], made["people"]) == ("sensing", ["Ana"])


def test_what_leaves_needs_a_yes(home: Home) -> None:
    id_ = home.run("item", "new", "Why twice").id
    for words in (["sensing", "--none-found"], ["settled", "--text", "It fits"], ["ready"]):
        home.run("item", "move", id_, *words)
    asked = (
        ("Who is it for?", "Ben"),
        ("A file to write it to", ""),
        ("word for word?", "y"),
    )
    answered(home, "item", "move", id_, "shared", answers=asked)
    assert home.record(id_)["sharings"][0]["to"] == "Ben"


def test_a_try_is_begun_by_two_answers_and_looked_at_by_two(home: Home) -> None:
    lines = (("“If …, I'll …”", "If it rains, I'll stay"), ("what do you expect", "dry (6 of 10)"))
    answered(home, "try", "new", answers=lines)
    begun = home.record()
    assert (begun["prediction"], begun["sureness"], begun["state"]) == ("dry", 6, "running")
    came = (("You expected: dry. What came?", "partly"), ("What happened?", "wet shoes"))
    answered(home, "try", "result", begun["id"], answers=came)
    assert home.record(begun["id"])["happened"] == "wet shoes"
