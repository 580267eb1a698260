"""A ledger in a notebook: what answers a question as frames and as Altair charts."""
