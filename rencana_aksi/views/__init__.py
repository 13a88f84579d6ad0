"""Pages that need the plan for their frame alone: the teams and accounts of the office, its audit trail.
The plan itself is drawn higher up, beside its evidence (zona.matriks)."""
