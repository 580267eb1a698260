"""Readings as annotations of Apache UIMA, which INCEpTION and other annotation tools read and write."""
