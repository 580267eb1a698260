"""Files, folders and collections of every kind as a stream of documents to read."""
