"""Traffic of the stages."""
