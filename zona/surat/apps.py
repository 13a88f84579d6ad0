from django.apps import AppConfig


class SuratConfig(AppConfig):
    name = "zona.surat"
    label = "surat"
