from django.apps import AppConfig


class OrangConfig(AppConfig):
    name = "zona.orang"
    label = "orang"
