"""The office as its admin types it."""

from typing import Any

from django import forms

from zona.dokumen.forms.setelan import KopForm

ZONA_WAKTU = {"Asia/Jakarta": "WIB (Jakarta)", "Asia/Makassar": "WITA (Makassar)", "Asia/Jayapura": "WIT (Jayapura)"}


class KantorForm(KopForm):
    """The letterhead, and the clock the office lives by."""

    zona_waktu = forms.ChoiceField(
        label="Zona waktu", help_text="Menentukan kapan hari berganti dan apa yang terlambat."
    )

    def __init__(self, data: Any = None, *, initial: dict[str, str]) -> None:
        super().__init__(data, initial=initial)
        kini = initial["zona_waktu"]
        pilihan: Any = self.fields["zona_waktu"]
        pilihan.choices = list({**ZONA_WAKTU, kini: ZONA_WAKTU.get(kini, kini)}.items())
