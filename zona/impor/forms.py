"""Input of an import: the file, then what of it is wanted."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from zona.impor.perubahan import Perubahan

BATAS_MB = 25


class BukuForm(forms.Form):
    berkas = forms.FileField(
        label="Buku kerja rencana (XLSX)",
        help_text=f"Yang diunduh dari halaman Dokumen aplikasi ini, paling besar {BATAS_MB} MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": "Pilih berkas XLSX.", "empty": "Berkas itu kosong."},
    )

    def clean_berkas(self) -> object:
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_MB * 1024 * 1024:
            raise forms.ValidationError(f"Berkas terlalu besar, paling besar {BATAS_MB} MB.")
        return berkas


class TerapkanForm(forms.Form):
    """`perlu_alasan`: the plan is ditetapkan and rows of it change."""

    dilihat = forms.CharField(widget=forms.HiddenInput, max_length=64)
    alasan = forms.CharField(
        label="Alasan perubahan rencana",
        required=False,
        max_length=500,
        help_text="Rencana ini sudah ditetapkan. Menerapkan perubahan barisnya memulai versi baru; versi yang berlaku "
        "tetap tersimpan.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, perlu_alasan: bool) -> None:
        super().__init__(data)
        if not perlu_alasan:
            del self.fields["alasan"]


def dipilih(kiriman: QueryDict, perubahan: Iterable[Perubahan]) -> frozenset[str]:
    """The codes that were ticked, and those of conflicts decided for the file; of what can be applied."""
    sah = {kode for p in perubahan if p.dapat for kode in p.kode_pilihan}
    berkas = {kode for kode in sah if kiriman.get(f"pilih-{kode}") == "berkas"}
    return frozenset(sah & ({*kiriman.getlist("pakai")} | berkas))


def sesuai_tautan(cara: str, perubahan: Iterable[Perubahan], awal: frozenset[str]) -> frozenset[str]:
    """What is ticked at first: `awal`; all that is not in conflict; or nothing (?pilih=semua, ?pilih=kosong)."""
    if cara == "kosong":
        return frozenset()
    if cara == "semua":
        return frozenset(p.kode for p in perubahan if p.dapat and not p.bentrok and p.kode in p.kode_pilihan)
    return awal
