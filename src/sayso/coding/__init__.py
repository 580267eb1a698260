"""What is said to have happened: events, who takes part in them, and on whose word they stand."""
