"""Finding: by words, by filters, and day by day."""
