from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "zona.kabar"
    label = "kabar"

    def ready(self) -> None:
        from rencana_aksi.sinyal import langkah_rencana
        from zona.kabar.domain.rencana import kabari_langkah

        langkah_rencana.connect(kabari_langkah, dispatch_uid="kabar")
