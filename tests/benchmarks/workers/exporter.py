"""Parses the journal's lines and writes them as one JSON text: the least that an export does."""

import json
import sys

from journal.paths import places

if __name__ == "__main__":
    files = sorted(places().journal.glob("lines-*/*.jsonl"))
    found = [json.loads(line) for path in files for line in path.read_bytes().splitlines()]
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
