from django.apps import AppConfig


class BuktiFisikConfig(AppConfig):
    name = "bukti_fisik"

    def ready(self) -> None:
        from bukti_fisik.domain.ulang import minta_verifikasi_ulang
        from bukti_fisik.queries.diterima import bukti_diterima
        from rencana_aksi.sinyal import syarat_berubah, syarat_diterima

        syarat_berubah.connect(minta_verifikasi_ulang, dispatch_uid="bukti_fisik")
        syarat_diterima.connect(bukti_diterima, dispatch_uid="bukti_fisik")
