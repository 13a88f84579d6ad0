"""What a bundle of evidence holds, and in which order."""

from typing import Any

from django import forms

from zona.dokumen.enums import Susunan

DITERIMA, SEMUA = "diterima", "semua"


class BundelForm(forms.Form):
    """Sent with GET; what is not said is the first of each."""

    susunan = forms.ChoiceField(
        label="Susunan folder", choices=Susunan.choices, initial=Susunan.RENCANA, required=False
    )
    isi = forms.ChoiceField(
        label="Isi",
        choices=[(DITERIMA, "Hanya bukti yang diterima"), (SEMUA, "Semua, dengan keadaannya")],
        initial=DITERIMA,
        required=False,
    )

    @property
    def pilihan(self) -> dict[str, Any]:
        """As exports/bundel.py takes it; of a valid form."""
        return {
            "susunan": self.cleaned_data["susunan"] or Susunan.RENCANA,
            "semua": self.cleaned_data["isi"] == SEMUA,
        }
