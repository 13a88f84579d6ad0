"""A paper as it is typed, its number, its signed file. Lengths are the domain's to refuse."""

from typing import Any

from django import forms

from zona.surat.domain.setelan import nama_kode
from zona.surat.domain.surat import SYARAT
from zona.surat.enums import JenisSurat
from zona.surat.nomor import PENGGANTI
from zona.surat.rincian import KOP, RUAS

TANGGAL_SALAH = {"invalid": "Isi tanggal yang benar."}
REVISI: dict[str, Any] = {"min_value": 0, "max_value": 2**31 - 1, "widget": forms.HiddenInput}


def kolom_tanggal(label: str) -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=TANGGAL_SALAH)


class SuratForm(forms.Form):
    """The words and what stands around them. `revisi`: the one they were read at, so that two people at one paper lose
    nothing."""

    revisi = forms.IntegerField(**REVISI)

    def __init__(self, *args: Any, jenis: JenisSurat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ruas in RUAS[jenis]:
            widget = forms.Textarea({"rows": 3}) if ruas.baris > 1 else None
            self.fields[ruas.kode] = forms.CharField(
                label=ruas.label, required=False, help_text=ruas.petunjuk, widget=widget
            )
        if "kop" in self.fields:
            self.fields["kop"] = forms.ChoiceField(label="Kop", choices=KOP, required=False)
        widget = forms.Textarea({"rows": 20, "spellcheck": "true"})
        self.fields["isi"] = forms.CharField(label="Isi", required=False, strip=False, widget=widget)


class NomorForm(forms.Form):
    nomor = forms.CharField(label="Nomor", required=False)
    tanggal = kolom_tanggal("Tanggal surat")
    ke_syarat = forms.BooleanField(label="Isikan nomor ini pada syarat pengusulan", required=False)
    revisi = forms.IntegerField(**REVISI)

    def __init__(self, *args: Any, jenis: JenisSurat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jenis not in SYARAT:
            del self.fields["ke_syarat"]
        if not jenis.wajib_nomor:
            self.fields["nomor"].help_text = "Boleh kosong: surat ini lazimnya tanpa nomor."


class BertandaForm(forms.Form):
    berkas = forms.FileField(label="Naskah bertanda tangan", help_text="PDF, JPG, atau PNG.")
    ke_syarat = forms.BooleanField(label="Jadikan bukti syarat pengusulan", required=False)
    revisi = forms.IntegerField(**REVISI)

    def __init__(self, *args: Any, jenis: JenisSurat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jenis not in SYARAT:
            del self.fields["ke_syarat"]


class BukaForm(forms.Form):
    alasan = forms.CharField(label="Alasan", required=False, widget=forms.Textarea({"rows": 2}))
    revisi = forms.IntegerField(**REVISI)


class RevisiForm(forms.Form):
    """A deed that needs nothing but the revision it was decided at."""

    revisi = forms.IntegerField(**REVISI)


class PenomoranForm(forms.Form):
    """The pattern, and a code for each kind."""

    pola = forms.CharField(label="Pola nomor")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pola"].help_text = "Contoh: {nomor}/I5.18/{kode}/{tahun}."
        for jenis in JenisSurat:
            self.fields[nama_kode(jenis)] = forms.CharField(label=f"Kode {jenis.label}", required=False)

    @property
    def pengganti(self) -> dict[str, str]:
        """What each {…} stands for."""
        return {f"{{{nama}}}": arti for nama, arti in PENGGANTI.items()}
