"""What people type: the kinds of word they want."""

from typing import Any

from django import forms

from zona.kabar.enums import Jenis
from zona.organisasi.models import Pengguna

KETERANGAN = {
    Jenis.TERLAMBAT: "Terlambat (sekali saja)",
    Jenis.REKAP: "Rekap setiap Senin (bagi ketua tim)",
}


class PilihanForm(forms.Form):
    jenis = forms.MultipleChoiceField(
        label="Kirimkan kepada saya",
        help_text="Pengingat paling banyak satu surat sehari, hanya bila ada kabar.",
        required=False,
        choices=[(j.value, KETERANGAN.get(j, j.label)) for j in Jenis],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, pengguna: Pengguna) -> None:
        senyap = set(pengguna.senyap.values_list("jenis", flat=True))
        super().__init__(data, initial={"jenis": [j.value for j in Jenis if j not in senyap]})
