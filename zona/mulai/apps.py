from django.apps import AppConfig


class MulaiConfig(AppConfig):
    name = "zona.mulai"
    label = "mulai"
