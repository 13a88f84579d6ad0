"""Making and revoking doors; writing down who came in."""
