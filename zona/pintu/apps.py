from django.apps import AppConfig


class PintuConfig(AppConfig):
    name = "zona.pintu"
    label = "pintu"
