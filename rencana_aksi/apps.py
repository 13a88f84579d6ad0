from django.apps import AppConfig


class RencanaAksiConfig(AppConfig):
    name = "rencana_aksi"
