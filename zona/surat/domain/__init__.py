"""Writing papers."""
