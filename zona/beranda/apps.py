from django.apps import AppConfig


class BerandaConfig(AppConfig):
    name = "zona.beranda"
    label = "beranda"
