"""Who may look at a ledger, correct it, and manage it, where it is served to several people."""
