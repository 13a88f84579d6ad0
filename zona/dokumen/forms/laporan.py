"""What the ketua types into a monev report."""

from typing import Any

from django import forms

from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.laporan import Susunan
from zona.organisasi.forms import TanggalInput

IKUT_ANGKA = "Ditulis dari angka; bila diubah, tulisan Anda yang dipakai. Dikosongkan: kembali ke tulisan dari angka."


class LaporanForm(forms.Form):
    """Everything stands filled in. A triwulan has one text of prognosis for each pengungkit."""

    tanggal_rapat = forms.DateField(
        label="Tanggal rapat monev", required=False, widget=TanggalInput, help_text="Kosongkan bila tidak ada rapat."
    )
    tempat_rapat = forms.CharField(label="Tempat rapat", required=False, max_length=200)
    peserta = forms.CharField(
        label="Peserta",
        required=False,
        max_length=4000,
        help_text="Satu baris seorang.",
        widget=forms.Textarea({"rows": 4}),
    )
    kesimpulan = forms.CharField(
        label="Kesimpulan", required=False, max_length=8000, help_text=IKUT_ANGKA, widget=forms.Textarea({"rows": 6})
    )
    rekomendasi = forms.CharField(
        label="Rekomendasi", required=False, max_length=8000, help_text=IKUT_ANGKA, widget=forms.Textarea({"rows": 5})
    )

    def __init__(self, data: Any = None, *, susunan: Susunan, periode: Periode, prognosis: dict[str, str]) -> None:
        isi, bawaan = susunan.isi, susunan.bawaan
        awal: dict[str, Any] = {k: getattr(isi, k) for k in self.base_fields}
        for kode in bawaan.prognosis:
            awal[f"prognosis_{kode}"] = prognosis.get(kode) or bawaan.prognosis[kode]
        super().__init__(data, initial=awal)
        self.kode = tuple(bawaan.prognosis)
        for kode in self.kode:
            self.fields[f"prognosis_{kode}"] = forms.CharField(
                label=f"Prognosis pengungkit {kode}, {periode.sesudah.nama}",
                required=False,
                max_length=2000,
                widget=forms.Textarea({"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        """The texts of prognosis by pengungkit."""
        isi = super().clean() or {}
        isi["prognosis"] = {kode: isi.pop(f"prognosis_{kode}", "") for kode in self.kode}
        return isi


class BukaForm(forms.Form):
    alasan = forms.CharField(label="Alasan", max_length=2000, widget=forms.Textarea({"rows": 3}))
