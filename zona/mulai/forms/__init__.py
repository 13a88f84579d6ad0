"""Input of the door: the office, the plan to be made, what is ticked of a starter, a draft."""
