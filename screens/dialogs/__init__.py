"""Small screens that lie over a place, ask one thing, and go."""
