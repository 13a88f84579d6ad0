"""Which door is meant, whether it is open, and what stands behind it."""
