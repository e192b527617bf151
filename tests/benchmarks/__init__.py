"""How fast the journal is, beside a floor or a peer: `python -m tests.benchmarks`."""
