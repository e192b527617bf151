"""`python -m journal.analysis < texts.jsonl > labelled.jsonl`: labels lines of {"text": …}."""

import json
import sys

from journal.analysis.reading import read
from journal.analysis.scheme import line


def main() -> None:
    """Write a labelled line for every line that is read, in the same order."""
    for given in sys.stdin:
        text = json.loads(given)["text"]
        print(json.dumps(line(text, read(text)), ensure_ascii=False))


if __name__ == "__main__":
    main()
