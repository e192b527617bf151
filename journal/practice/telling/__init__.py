"""How records are told: as cards, as pages to edit, in short, and by what changed."""
