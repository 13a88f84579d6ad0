"""What the matrix is filtered by; everything stands in the query string, so a link shows the same to everyone."""

from typing import Any

from django import forms

from rencana_aksi.enums import Status
from zona.matriks.queries.baris import TERLAMBAT
from zona.organisasi.enums import AREA

STATUS_PILIHAN = [("", "Semua status"), *Status.choices, (TERLAMBAT, "Terlambat")]


class SaringForm(forms.Form):
    q = forms.CharField(label="Cari", required=False, max_length=100, widget=forms.TextInput({"type": "search"}))
    pengungkit = forms.ChoiceField(
        label="Pengungkit", required=False, choices=[("", "Keenam pengungkit"), *((a, f"Pengungkit {a}") for a in AREA)]
    )
    status = forms.ChoiceField(label="Status", required=False, choices=STATUS_PILIHAN)
    terlambat = forms.BooleanField(label="Terlambat", required=False)
    bukti_kurang = forms.BooleanField(label="Bukti kurang", required=False)
    saya = forms.BooleanField(label="Milik saya", required=False)

    @property
    def terisi(self) -> dict[str, Any]:
        """Only the filters in use; nothing at all when one of them cannot be read."""
        return {k: v for k, v in self.cleaned_data.items() if v} if self.is_valid() else {}
