"""The look back on a day: what it begins with, what it asks, and what is kept of it."""
