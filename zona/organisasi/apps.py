from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "zona.organisasi"
    label = "organisasi"
