"""What an operation is called where a learner reads of it."""

OPERATIONS = {
    "add": "a note",
    "edit": "a change",
    "trash": "a move to the trash",
    "restore": "a return from the trash",
    "close": "a look back",
    "import": "an import",
    "undo": "an undo",
    "redo": "a redo",
}


def operation_in_words(op: str, records: int) -> str:
    """Return an operation as it is said: "a note", "an import of 214 records"."""
    many = f" of {records} records" if records > 1 else ""
    return f"{OPERATIONS.get(op, op)}{many}"
