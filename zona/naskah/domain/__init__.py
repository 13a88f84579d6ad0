"""Writing the words of a document."""
