"""How many independent accounts there are: copies, credits and origins. Pure; no store in it."""
