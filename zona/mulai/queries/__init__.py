"""Where an office stands on its way to a plan, and what is offered there. Reads only."""
