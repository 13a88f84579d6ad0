from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "zona.dokumen"
    label = "dokumen"
