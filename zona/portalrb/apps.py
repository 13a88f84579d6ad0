from django.apps import AppConfig


class PortalrbConfig(AppConfig):
    name = "zona.portalrb"
    label = "portalrb"
