"""The store: what was read, where it came from, and what a person corrected."""
