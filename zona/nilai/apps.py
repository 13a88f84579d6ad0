from django.apps import AppConfig


class NilaiConfig(AppConfig):
    name = "zona.nilai"
    label = "nilai"
