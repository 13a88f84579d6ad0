from django.apps import AppConfig


class OrangConfig(AppConfig):
    name = "zona.orang"
    label = "orang"

    def ready(self) -> None:
        from zona.orang.domain.satukan import serahkan_aksi
        from zona.organisasi.sinyal import akun_disatukan

        akun_disatukan.connect(serahkan_aksi, dispatch_uid="orang")
