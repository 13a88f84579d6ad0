"""The verbs of the stages."""
