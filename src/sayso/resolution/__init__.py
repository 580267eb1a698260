"""Which are the same: actors and places, across mentions and documents."""
