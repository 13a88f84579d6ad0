from django.apps import AppConfig


class KirimanConfig(AppConfig):
    name = "zona.kiriman"
    label = "kiriman"

    def ready(self) -> None:
        from bukti_fisik.domain.periksa import BERSIHKAN_JUGA
        from zona.kiriman.domain.kiriman import bersihkan_kiriman

        BERSIHKAN_JUGA.append(bersihkan_kiriman)
