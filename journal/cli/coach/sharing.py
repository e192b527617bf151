"""`journal share`: a page for a coach, read and agreed to before it leaves, and taken back."""

from journal.cli.coach.consenting import (
    give,
    give_arguments,
    renew,
    renew_arguments,
    withdraw,
    withdraw_arguments,
)
from journal.cli.coach.ledgers import ledger_arguments, show_ledger, verify, verify_arguments
from journal.cli.coach.previewing import (
    list_pages,
    preview,
    preview_arguments,
    show_arguments,
    show_one,
)
from journal.cli.coach.shown_pages import add_json
from journal.cli.parsing import Action

share_verb_actions = (
    Action("preview", "prepare a page and read what would leave", preview, preview_arguments),
    Action("list", "the pages, and how it stands with each", list_pages, add_json),
    Action("show", "read a prepared page again, to the byte", show_one, show_arguments),
    Action("give", "agree to a page, and write its file", give, give_arguments),
    Action("renew", "let them keep a page for longer", renew, renew_arguments),
    Action("withdraw", "take a page back, and write a notice of it", withdraw, withdraw_arguments),
    Action(
        "ledger", "what was prepared, given, taken back, and when", show_ledger, ledger_arguments
    ),
    Action("verify", "check that what was agreed, or a file, is whole", verify, verify_arguments),
)
"""What can follow `journal share`."""
