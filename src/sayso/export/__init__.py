"""Readings for others: one module per format."""
