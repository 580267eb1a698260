"""Who says it: sources, cues and contents, and what kind of saying each is."""
