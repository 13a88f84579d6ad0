"""Traffic of documents and reports."""
