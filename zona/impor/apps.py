from django.apps import AppConfig


class ImporConfig(AppConfig):
    name = "zona.impor"
    label = "impor"
