from django.apps import AppConfig


class PengungkitConfig(AppConfig):
    name = "pengungkit"
