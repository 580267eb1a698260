"""Tables of event data sets: one row to a coded event, and no document in them."""
