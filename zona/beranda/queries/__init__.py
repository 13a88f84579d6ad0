"""Reading the plan for a person: where the office stands, and what that person is to do. No writes."""
