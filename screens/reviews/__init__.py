"""The longer look backs: on a week, a month, twelve weeks, and the first page."""
