"""Traffic of signatures."""
