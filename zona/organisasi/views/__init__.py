"""Pages of organisasi that belong to no office's year: signing in and out, one's own password."""
