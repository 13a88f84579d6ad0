"""Reading the words of a document."""
