"""Finding what was signed, what changed since, and whether a file is it."""
