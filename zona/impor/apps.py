from django.apps import AppConfig


class ImporConfig(AppConfig):
    name = "zona.impor"
    label = "impor"

    def ready(self) -> None:
        from rencana_aksi.sinyal import rencana_dibuang
        from zona.impor.domain.buang import lepas_impor

        rencana_dibuang.connect(lepas_impor, dispatch_uid="impor")
