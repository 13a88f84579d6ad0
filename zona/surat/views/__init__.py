"""Traffic of the papers."""
