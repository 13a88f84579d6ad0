"""Reading the plan together with its evidence. No writes."""
