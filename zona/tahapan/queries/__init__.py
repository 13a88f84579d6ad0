"""Reading what the stages are told from. No writes."""
