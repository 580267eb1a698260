"""A ledger to look at: articles about invented events in invented countries, written for the purpose."""
