"""What the ledger's documents have to do with each other: copies, origins, the same event, the same claim."""
