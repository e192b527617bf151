"""The look back on a day: five minutes, one, a page, or one kind question."""
