"""Reading the plan. No writes."""
