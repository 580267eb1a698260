"""Time expressions: words to kinds, kinds to meanings, meanings to days of the calendar."""
