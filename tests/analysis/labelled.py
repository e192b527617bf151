"""The labelled sentences: one JSON object a line, labelled by hand before the engine read them.

Whether a sentence of before the cues is in dev.jsonl or in held-out.jsonl is decided by its text
alone, so that nobody chooses: see `side`. The other files are later batches.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "sentences"
SHARED = Path(__file__).parents[3] / "shared"
"""Material for the makers beside the checkout; not there for everybody."""


def load(path: Path) -> list[dict[str, Any]]:
    """Return the sentences of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def side(text: str) -> str:
    """Return "held-out" for a third of all sentences, by the hash of their text, else "dev"."""
    return "dev" if int(sha256(text.encode()).hexdigest(), 16) % 3 else "held-out"
