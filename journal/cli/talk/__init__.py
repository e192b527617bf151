"""The whole journal one line at a time, for screen readers and whoever prefers it."""
