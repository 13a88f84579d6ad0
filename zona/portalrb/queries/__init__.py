"""Reading what PortalRB may be told, and the tokens it comes with. No writes."""
