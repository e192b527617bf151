"""What a text shows: sentences, cues and what they suggest. Pure; nothing here scores a person."""
