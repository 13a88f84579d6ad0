"""Traffic of the working sheet."""
