"""Reading people and teams: where one stands (tempat.py), what a list would change (banding.py). No writes."""
