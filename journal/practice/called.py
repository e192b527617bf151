"""The words of the screens for records."""

CALLED = {
    "note": "note",
    "close": "look back",
    "item": "question or lesson",
    "experiment": "try",
    "plan": "try",
    "context": "try on something around you",
    "goal": "learning goal",
    "belief": "lesson that begins “I think that”",
    "asset": "thing that you bring",
    "feedback": "note of what someone said",
    "review": "look back",
    "coach": "coach's card",
    "excerpt": "page for a coach",
    "consent": "line on what was agreed with a coach",
    "mark": "word on a passage",
}
"""What the screens call one record of each kind."""
