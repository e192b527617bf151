"""What an operation is called where a learner reads of it."""

OPERATIONS = {
    "add": "a note",
    "add-locked": "a note added while locked",
    "edit": "a change",
    "trash": "a move to the trash",
    "restore": "a return from the trash",
    "close": "a look back",
    "import": "an import",
    "item": "a question",
    "move": "a step in the loop",
    "pass-on": "a lesson passed on",
    "experiment": "a try",
    "start": "a beginning",
    "answer": "an answer",
    "decide": "what follows from a try",
    "put-off": "a putting off",
    "plan": "an if–then",
    "context": "something around you",
    "goal": "a learning goal",
    "belief": "a lesson that begins “I think that”",
    "revise": "a change of mind",
    "asset": "something that you bring",
    "feedback": "a note of what someone said",
    "review": "a longer look back",
    "coach": "a coach's card",
    "propose": "a page prepared",
    "share": "a page given",
    "withdraw": "a page taken back",
    "mark": "a word on a passage",
    "undo": "an undo",
    "redo": "a redo",
    "join": "a joining of two sides",
    "purge": "a purge",
}


def operation_in_words(op: str, records: int) -> str:
    """Return an operation as it is said: "a note", "an import of 214 records"."""
    many = f" of {records} records" if records > 1 else ""
    return f"{OPERATIONS.get(op, op)}{many}"
