"""What people fill in about papers."""
