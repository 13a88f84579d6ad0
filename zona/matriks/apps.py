from django.apps import AppConfig


class MatriksConfig(AppConfig):
    name = "zona.matriks"
    label = "matriks"
