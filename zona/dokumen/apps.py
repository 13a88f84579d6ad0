from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "zona.dokumen"
    label = "dokumen"

    def ready(self) -> None:
        from rencana_aksi.sinyal import rencana_ditetapkan
        from zona.dokumen.domain.kertas_beku import bekukan_kertas
        from zona.dokumen.domain.lhe import bekukan_lhe
        from zona.nilai.sinyal import penilaian_dikunci

        rencana_ditetapkan.connect(bekukan_kertas, dispatch_uid="kertas")
        penilaian_dikunci.connect(bekukan_lhe, dispatch_uid="lhe")
