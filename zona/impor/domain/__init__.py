"""Reading files, applying what was chosen of them, taking it back."""
