"""Writing reports."""
