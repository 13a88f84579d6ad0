"""What stands here, for what a file says to be compared with."""
