"""Paper to sign."""
