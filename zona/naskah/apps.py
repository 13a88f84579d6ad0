from django.apps import AppConfig


class NaskahConfig(AppConfig):
    name = "zona.naskah"
    label = "naskah"

    def ready(self) -> None:
        from rencana_aksi.sinyal import rencana_ditetapkan
        from zona.naskah.domain.naskah import bekukan_templat

        rencana_ditetapkan.connect(bekukan_templat, dispatch_uid="naskah")
