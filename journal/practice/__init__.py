"""The rules of the journal: pure functions from records to records, without input or output."""
