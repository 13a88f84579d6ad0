"""What is filled in of a stage, and the documents put beside it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from bukti_fisik.models import Bukti
from zona.inti.waktu import tanggal_id
from zona.organisasi.forms import TanggalInput
from zona.tahapan.alur import HARI, Tanggal, padukan, periksa
from zona.tahapan.enums import JenisDokumen, KodeTahap, Predikat, jenis_tahap
from zona.tahapan.models import Tahap

LABEL = {
    "target_mulai": "Sasaran mulai",
    "target_selesai": "Sasaran selesai",
    "mulai": "Mulai (nyata)",
    "selesai": "Selesai (nyata)",
}
LABEL_TAHAP = {
    (KodeTahap.PENCANANGAN, "selesai"): "Tanggal pencanangan",
    (KodeTahap.PENETAPAN, "selesai"): "Tanggal keputusan",
}
HANYA = {
    KodeTahap.PEMILIHAN: ("strategis", "sumber_daya"),
    KodeTahap.PENETAPAN: ("nomor", "predikat"),
}
"""Fields that only one stage asks for."""
SEHARI = (KodeTahap.PENCANANGAN,)
"""Stages that are an event of one day: no beginning is asked for."""


def _tanggal(nama: str) -> forms.DateField:
    return forms.DateField(
        label=LABEL[nama], required=False, widget=TanggalInput, error_messages={"invalid": "Isi tanggal yang benar."}
    )


class TahapForm(forms.Form):
    """`cleaned_data` is what isi_tahap takes. Days that Zona knows by itself are left empty and told
    beside their fields."""

    target_mulai = _tanggal("target_mulai")
    target_selesai = _tanggal("target_selesai")
    mulai = _tanggal("mulai")
    selesai = _tanggal("selesai")
    strategis = forms.BooleanField(label="Unit ini penting atau strategis dalam pelayanan publik", required=False)
    sumber_daya = forms.BooleanField(
        label="Unit ini mengelola sumber daya yang cukup besar dan tingkat keberhasilan reformasi birokrasinya tinggi",
        required=False,
    )
    nomor = forms.CharField(
        label="Nomor keputusan Menteri", required=False, max_length=100,
        error_messages={"max_length": "Nomor paling panjang 100 huruf."},
    )  # fmt: skip
    predikat = forms.ChoiceField(
        label="Predikat", required=False, choices=[("", "Belum ada"), *Predikat.choices],
        error_messages={"invalid_choice": "Pilih salah satu predikat yang ada."},
    )  # fmt: skip
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Catatan paling panjang 2.000 huruf."},
    )  # fmt: skip
    revisi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, data: Any = None, *, kode: KodeTahap, ada: Tahap | None, diketahui: Tanggal, tahun: int, hari_ini: date
    ) -> None:
        awal = {nama: getattr(ada, nama) for nama in self.base_fields} if ada else {"revisi": 0}
        super().__init__(data, initial=awal)
        self.kode, self.tahun, self.hari_ini = kode, tahun, hari_ini
        for milik, kolom in HANYA.items():
            if milik != kode:
                for nama in kolom:
                    del self.fields[nama]
        if kode in SEHARI:
            del self.fields["mulai"]
        for nama in HARI:
            if nama in self.fields:
                self._kenali(nama, diketahui)

    def _kenali(self, nama: str, diketahui: Tanggal) -> None:
        """Label and what is known of a day that nobody typed."""
        kolom = self.fields[nama]
        kolom.label = LABEL_TAHAP.get((self.kode, nama), kolom.label)
        if dari := diketahui.sumber.get(nama):
            kolom.help_text = f"Menurut {dari}: {tanggal_id(getattr(diketahui, nama))}. Isi hanya bila berbeda."

    def clean(self) -> dict[str, Any]:
        """Every day that cannot be is told at once."""
        isi = super().clean() or self.cleaned_data
        tanggal = padukan({nama: isi.get(nama) for nama in HARI}, {})
        for nama, pesan in periksa(self.kode, tanggal, self.tahun, self.hari_ini).items():
            if nama in self.fields:
                self.add_error(nama, pesan)
        return isi


class DokumenForm(forms.Form):
    """`cleaned_data` is what tambah_dokumen takes."""

    jenis = forms.ChoiceField(
        label="Jenis dokumen", error_messages={"invalid_choice": "Pilih salah satu jenis dokumen yang ada."}
    )
    berkas = forms.FileField(label="Berkas", required=False)
    tautan = forms.CharField(
        label="Atau tautan", required=False, max_length=1000, help_text="Diawali https:// atau http://.",
        error_messages={"max_length": "Tautan paling panjang 1.000 huruf."},
    )  # fmt: skip
    bukti = forms.ModelChoiceField(
        Bukti.objects.none(), label="Atau bukti dari rencana", required=False, empty_label="Tidak ada",
        error_messages={"invalid_choice": "Pilih salah satu bukti yang ada."},
    )  # fmt: skip
    nama = forms.CharField(
        label="Nama dokumen (boleh kosong)", required=False, max_length=255,
        error_messages={"max_length": "Nama paling panjang 255 huruf."},
    )  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None, *, kode: KodeTahap, bukti: Iterable[Bukti]) -> None:
        super().__init__(data, files, auto_id="dokumen_%s")
        jenis = jenis_tahap(kode)
        self.fields["jenis"].choices = [(j.value, j.label) for j in jenis]  # type: ignore[attr-defined]  # a ChoiceField
        if jenis == (JenisDokumen.LAIN,):
            self.fields["jenis"].widget = forms.HiddenInput()
            self.fields["jenis"].initial = JenisDokumen.LAIN
        self.fields["bukti"].queryset = bukti  # type: ignore[attr-defined]  # a ModelChoiceField
