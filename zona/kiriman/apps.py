from django.apps import AppConfig


class KirimanConfig(AppConfig):
    name = "zona.kiriman"
    label = "kiriman"
