from django.apps import AppConfig


class NilaiConfig(AppConfig):
    name = "zona.nilai"
    label = "nilai"

    def ready(self) -> None:
        from bukti_fisik.domain.periksa_tautan import ALAMAT_JUGA
        from zona.nilai.queries.syarat import alamat_syarat

        ALAMAT_JUGA.append(alamat_syarat)
