from django.apps import AppConfig


class KirimanConfig(AppConfig):
    name = "zona.kiriman"
    label = "kiriman"

    def ready(self) -> None:
        from bukti_fisik.domain.periksa import BERSIHKAN_JUGA
        from rencana_aksi.sinyal import draf_ditahan
        from zona.kiriman.domain.kiriman import bersihkan_kiriman
        from zona.kiriman.queries.terbuka import kiriman_menahan

        BERSIHKAN_JUGA.append(bersihkan_kiriman)
        draf_ditahan.connect(kiriman_menahan, dispatch_uid="kiriman")
