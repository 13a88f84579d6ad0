from django.apps import AppConfig


class PengesahanConfig(AppConfig):
    name = "zona.pengesahan"
    label = "pengesahan"

    def ready(self) -> None:
        from zona.dokumen.sinyal import halaman_dokumen
        from zona.pengesahan.queries.panel import panel_tanda_tangan

        halaman_dokumen.connect(panel_tanda_tangan, dispatch_uid="pengesahan")
