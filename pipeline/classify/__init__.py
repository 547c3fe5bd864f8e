"""Which document a page belongs to."""
