"""Traffic of the door: the steps, and the ways to a plan."""
