"""What PortalRB, the national system, may fetch: proposed units and their locked answers, as JSON by bearer token.

May import zona.pintu and below. Facts of the protocol: docs/portalrb.md. Start at `models.py`.
"""
