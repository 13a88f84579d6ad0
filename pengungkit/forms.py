"""Input of answers: the values of hasil together, and one question of the LKE."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from pengungkit.beku import Naskah
from pengungkit.domain.isian import BULAT, CONTOH, TERTINGGI, kalimat_batas, teks_nilai
from pengungkit.domain.penilaian import periksa_nilai
from pengungkit.enums import JenisJawaban
from pengungkit.models import Pertanyaan
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError

ANGKA = re.compile(r"[0-9]{1,3}([.,][0-9]{1,9})?", re.ASCII)
MUAT_ULANG = "Halaman ini tidak lengkap. Muat ulang halaman, lalu isi kembali."
BULAT_SAJA = re.compile(r"[0-9]{1,9}", re.ASCII)


class AngkaField(forms.CharField):
    """A number as Indonesians write it (3,72) or as machines do (3.72); nothing else, and no thousands."""

    def __init__(self, *, kalimat: str, **kwargs: Any) -> None:
        super().__init__(**kwargs, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        self.kalimat = kalimat

    def clean(self, value: Any) -> Decimal | None:
        teks = super().clean(value)
        if not teks:
            return None
        if not ANGKA.fullmatch(teks):
            raise forms.ValidationError(self.kalimat)
        return Decimal(teks.replace(",", "."))

    def prepare_value(self, value: Any) -> Any:
        return teks_nilai(value) if isinstance(value, Decimal) else value


class HasilForm(forms.Form):
    """One field per question of hasil, named by its code; left empty it is unanswered.
    `cleaned_data` is {"isian": {code: Decimal | label | None}}, as isi_hasil takes it."""

    def __init__(self, data: Any = None, *, soal: Iterable[Pertanyaan], isian: Mapping[str, Isian]) -> None:
        self.soal = {s.kode: s for s in soal}
        ada = {kode: i.pilihan or i.angka for kode, i in isian.items()}
        super().__init__(data, initial={kode: ada.get(kode) for kode in self.soal})
        for kode, soal_ini in self.soal.items():
            self.fields[kode] = _kolom(soal_ini)

    def clean(self) -> dict[str, Any]:
        isian = {}
        for kode, soal in self.soal.items():
            nilai = self.cleaned_data.get(kode) or None if soal.pilihan.all() else self.cleaned_data.get(kode)
            if nilai is not None:
                try:
                    periksa_nilai(soal, nilai)
                except DomainError as galat:
                    self.add_error(kode, galat.pesan)
            isian[kode] = nilai
        return {"isian": isian}


def _kolom(soal: Pertanyaan) -> forms.Field:
    jenis = JenisJawaban(soal.jenis_jawaban)
    if jenis in TERTINGGI:
        hint = f"Dari 0 sampai {TERTINGGI[jenis]}, misalnya {CONTOH[jenis]}."
        return AngkaField(label=soal.teks, required=False, kalimat=kalimat_batas(soal.jenis_jawaban), help_text=hint)
    return forms.ChoiceField(
        label=soal.teks,
        required=False,
        choices=[("", "Belum diisi"), *((p.label, f"{p.label}. {p.teks}") for p in soal.pilihan.all())],
        widget=forms.RadioSelect(attrs={"class": "pilihan-jawaban"}),
        error_messages={"invalid_choice": "Pilih salah satu jawaban yang ada."},
    )


class BulatField(forms.CharField):
    """A whole number, nothing else: no sign, no point, no comma."""

    def clean(self, value: Any) -> int | None:
        teks = super().clean(value)
        if teks and not BULAT_SAJA.fullmatch(teks):
            raise forms.ValidationError(BULAT)
        return int(teks) if teks else None


class JawabForm(forms.Form):
    """One question of the LKE (`soal`: of an instrument's naskah): "jawaban" or a field per count, named by its code;
    note, and the `revisi` the page was drawn with. `cleaned_data` is {"isian", "catatan", "revisi"}, as jawab takes
    them; an empty answer leaves the question unanswered."""

    revisi = forms.RegexField(r"[0-9]{1,9}", error_messages=dict.fromkeys(("required", "invalid"), MUAT_ULANG))
    catatan = forms.CharField(label="Catatan", required=False, strip=False)

    def __init__(self, data: Any = None, *, soal: Naskah) -> None:
        super().__init__(data)
        self.soal = soal
        for m in soal["masukan"]:
            self.fields[m["kode"]] = BulatField(label=m["teks"], required=False)
        if not soal["masukan"]:
            angka = not soal["pilihan"]
            kalimat = kalimat_batas(soal["jenis"]) if angka else ""
            bidang = AngkaField(label="Jawaban", required=False, kalimat=kalimat) if angka else None
            self.fields["jawaban"] = bidang or forms.CharField(label="Jawaban", required=False)

    def clean(self) -> dict[str, Any]:
        isi = self.cleaned_data
        masukan = {m["kode"]: isi[m["kode"]] for m in self.soal["masukan"] if isi.get(m["kode"]) is not None}
        jawaban = isi.get("jawaban")
        pilihan = jawaban or None if self.soal["pilihan"] else None
        isian = Isian(pilihan, None if self.soal["pilihan"] else jawaban, masukan)
        return {"isian": isian, "catatan": isi.get("catatan", ""), "revisi": int(isi.get("revisi", 0))}
