"""What is filled in about a condition of the proposal, and about the proposal."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from bukti_fisik.models import Bukti
from pengungkit.forms import AngkaField
from zona.nilai.enums import KategoriUsulan
from zona.nilai.models import PemenuhanSyarat, Usulan
from zona.nilai.syarat import PANJANG_NOMOR, PREDIKAT_SAKIP, Bentuk, Syarat

PERSEN = "Isi persentase dari 0 sampai 100, misalnya 87,5."


class SyaratForm(forms.Form):
    """One condition. `cleaned_data` is what isi_syarat takes; what cannot be is said there."""

    bukti = forms.ModelChoiceField(
        Bukti.objects.none(), label="Bukti dari rencana", required=False, empty_label="Tidak ada",
        error_messages={"invalid_choice": "Pilih salah satu bukti yang ada."},
    )  # fmt: skip
    berkas = forms.FileField(label="Atau berkas sendiri", required=False)
    lepas = forms.BooleanField(label="Lepaskan berkas yang tersimpan", required=False)
    tautan = forms.CharField(
        label="Atau tautan", required=False, max_length=1000, help_text="Diawali https:// atau http://."
    )
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Catatan paling panjang 2.000 huruf."},
    )  # fmt: skip
    revisi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        syarat: Syarat,
        ada: PemenuhanSyarat | None,
        bukti: Iterable[Bukti],
    ) -> None:
        awal: dict[str, Any] = {"revisi": 0}
        if ada:
            isian: Any = Decimal(ada.isian) if syarat.bentuk == Bentuk.PERSEN else ada.isian
            awal = {"isian": isian, "bukti": ada.bukti_id, "tautan": ada.tautan, "catatan": ada.catatan}
            awal["revisi"] = ada.revisi
        super().__init__(data, files, initial=awal)
        self.fields["isian"] = _kolom(syarat)
        self.fields["bukti"].queryset = bukti  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["bukti"].help_text = f"Biasanya: {syarat.bukti[0].lower()}{syarat.bukti[1:]}."
        if not (ada and ada.berkas_id):
            del self.fields["lepas"]
        else:
            self.fields["berkas"].help_text = f"Tersimpan: {ada.nama_berkas}. Berkas baru menggantikannya."
        self.order_fields(["isian", "bukti", "berkas", "lepas", "tautan", "catatan", "revisi"])

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        nilai = isi.get("isian")
        if isinstance(nilai, date):
            isi["isian"] = nilai.isoformat()
        elif isinstance(nilai, Decimal):
            isi["isian"] = str(nilai)
        return isi


def _kolom(syarat: Syarat) -> forms.Field:
    match syarat.bentuk:
        case Bentuk.TANGGAL:
            return forms.DateField(
                label=syarat.isian, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
                error_messages={"invalid": "Isi tanggal yang benar."},
            )  # fmt: skip
        case Bentuk.PERSEN:
            return AngkaField(label=f"{syarat.isian} (persen)", kalimat=PERSEN, help_text="Dari 0 sampai 100.")
        case Bentuk.PREDIKAT:
            return forms.ChoiceField(label=syarat.isian, choices=[("", "Pilih"), *((p, p) for p in PREDIKAT_SAKIP)])
        case Bentuk.YA:
            return forms.ChoiceField(
                label=syarat.isian, choices=[("ya", "Ya"), ("tidak", "Tidak")], widget=forms.RadioSelect
            )
    return forms.CharField(label=syarat.isian, max_length=PANJANG_NOMOR)


class UsulanForm(forms.Form):
    """`kurang`: what is still missing; where anything is, one proposes knowing it and says why."""

    kategori = forms.ChoiceField(label="Kategori", choices=KategoriUsulan.choices)
    unit_id = forms.CharField(
        label="ID unit di PortalRB", max_length=40, help_text="Sebagaimana terdaftar di PortalRB, misalnya UNIT-001."
    )
    alasan = forms.CharField(
        label="Alasan tetap mengusulkan", max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text="Masih ada syarat yang belum terpenuhi; alasannya tercatat dalam jejak.",
        error_messages={"required": "Masih ada syarat yang belum terpenuhi. Tulis alasan tetap mengusulkan."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, lama: Usulan | None, kategori: str, kurang: bool) -> None:
        awal = {"kategori": kategori, "unit_id": lama.unit_id if lama else ""}
        super().__init__(data, auto_id="usulan_%s", initial=awal)
        if not kurang:
            del self.fields["alasan"]


class TarikForm(forms.Form):
    alasan = forms.CharField(label="Alasan menarik usulan", max_length=2000, widget=forms.Textarea({"rows": 2}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="tarik_%s")
