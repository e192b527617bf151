"""What a coach receives: chosen, names hidden, read, agreed to, written down, and answered."""
