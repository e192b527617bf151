"""The nouns of the journal as frozen typed records, without input or output."""
