from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "zona.kabar"
    label = "kabar"
