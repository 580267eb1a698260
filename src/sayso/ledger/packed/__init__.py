"""Readings as few bytes: their fields column by column, as small numbers."""
