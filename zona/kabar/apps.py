from django.apps import AppConfig


class KabarConfig(AppConfig):
    name = "zona.kabar"
    label = "kabar"

    def ready(self) -> None:
        from rencana_aksi.sinyal import langkah_rencana
        from zona.kabar.domain.orang import kabari_ajakan, kabari_orang
        from zona.kabar.domain.rencana import kabari_langkah
        from zona.organisasi.sinyal import ajakan_dibuat, kabar_orang

        langkah_rencana.connect(kabari_langkah, dispatch_uid="kabar")
        kabar_orang.connect(kabari_orang, dispatch_uid="kabar")
        ajakan_dibuat.connect(kabari_ajakan, dispatch_uid="kabar")
