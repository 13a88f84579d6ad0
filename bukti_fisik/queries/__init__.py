"""Reading evidence. No writes."""
