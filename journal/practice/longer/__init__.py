"""Longer look backs, on weeks and months, and what was written in earlier ones."""
