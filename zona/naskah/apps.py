from django.apps import AppConfig


class NaskahConfig(AppConfig):
    name = "zona.naskah"
    label = "naskah"

    def ready(self) -> None:
        from rencana_aksi.sinyal import perubahan_dibatalkan, rencana_ditetapkan
        from zona.naskah.domain.naskah import bekukan_templat, kembalikan_naskah

        rencana_ditetapkan.connect(bekukan_templat, dispatch_uid="naskah")
        perubahan_dibatalkan.connect(kembalikan_naskah, dispatch_uid="naskah")
