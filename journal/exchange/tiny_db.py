"""A file that stock TinyDB opens: one table, "records", with the journal's ids as a field.

Only ASCII, because TinyDB opens files in whatever encoding the system prefers.
"""

import json

from journal.exchange.parts import Pasts, Written
from journal.records.codec import to_json
from journal.records.record import Record


def write(records: list[Record], _pasts: Pasts) -> Written:
    """Return the file for `records`, numbered from 1 on in the order of time."""
    table = {str(number): to_json(record) for number, record in enumerate(records, 1)}
    return Written({"": json.dumps({"records": table}).encode()}, {}, len(records))
