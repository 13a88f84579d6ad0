from django.apps import AppConfig


class TahapanConfig(AppConfig):
    name = "zona.tahapan"
    label = "tahapan"
