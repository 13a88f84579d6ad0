from django.apps import AppConfig


class SuratConfig(AppConfig):
    name = "zona.surat"
    label = "surat"

    def ready(self) -> None:
        from zona.dokumen.sinyal import halaman_dokumen
        from zona.surat.queries.halaman import panel_surat

        halaman_dokumen.connect(panel_surat, dispatch_uid="surat")
