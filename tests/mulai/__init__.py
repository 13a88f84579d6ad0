"""The door of an office: what it still needs, and a plan out of nothing."""
