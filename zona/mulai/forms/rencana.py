"""Which plan is to be made: its year, its instrument, and out of what."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict

from pengungkit.models import Instrumen
from rencana_aksi.queries.buat import instrumen_tersedia
from zona.impor.forms import BATAS_MB, BukuForm
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL

TIADA_INSTRUMEN = (
    "Belum ada instrumen yang dimuat. Minta pengelola pemasangan Zona menjalankan perintah: manage.py muat_instrumen."
)
TAHUN_SALAH = f"Tahun harus {TAHUN_AWAL} sampai {TAHUN_AKHIR}."


class Dari(TextChoices):
    AWAL = "awal", "Dari instrumen: rencana awal yang sudah tersusun, tinggal dipilih"
    KOSONG = "kosong", "Kosong: barisnya diketik sendiri"
    LALU = "lalu", "Dari rencana tahun sebelumnya"
    LAMA = "lama", "Dari lembar kerja lama kantor (Excel atau CSV)"
    BUKU = "buku", "Dari buku kerja kosong Zona, diisi tanpa internet lalu dibawa kembali"


class PilihInstrumen(forms.ModelChoiceField):
    """By name, with a line on which is in force."""

    widget = forms.RadioSelect

    def __init__(self, **pilihan: Any) -> None:
        super().__init__(
            instrumen_tersedia(), label="Instrumen", to_field_name="kode", empty_label=None,
            error_messages={"invalid_choice": "Instrumen itu belum dimuat.", "required": "Pilih instrumennya."},
            **pilihan,
        )  # fmt: skip

    def validate(self, value: Any) -> None:
        if value in self.empty_values and not instrumen_tersedia().exists():
            raise forms.ValidationError(TIADA_INSTRUMEN)
        super().validate(value)

    def label_from_instance(self, obj: Any) -> str:
        keadaan = obj.status or ("berlaku untuk rencana baru" if obj.bawaan else "")
        return f"{obj.nama} ({keadaan})" if keadaan else obj.nama


class RencanaForm(forms.Form):
    """`sebelumnya`: the years that may be copied from, asked of the year that was typed."""

    tahun = forms.IntegerField(
        label="Tahun rencana",
        min_value=TAHUN_AWAL,
        max_value=TAHUN_AKHIR,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"min_value": TAHUN_SALAH, "max_value": TAHUN_SALAH, "invalid": TAHUN_SALAH},
    )
    instrumen = PilihInstrumen()
    dari = forms.ChoiceField(label="Disusun dari", choices=Dari.choices, widget=forms.RadioSelect)

    def __init__(self, data: QueryDict | None, *, tahun: int) -> None:
        super().__init__(data, initial={"tahun": tahun, "dari": Dari.AWAL})
        self.initial["instrumen"] = Instrumen.objects.filter(bawaan=True).first()


class GantiForm(forms.Form):
    """Another instrument for a draft."""

    instrumen = PilihInstrumen()

    def __init__(self, data: QueryDict | None, *, kini: Instrumen) -> None:
        super().__init__(data, initial={"instrumen": kini})


class BuangForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        help_text="Tercatat di jejak bersama nama Anda.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis alasannya."},
    )


class BukuKosongForm(BukuForm):
    """The workbook handed out blank, filled in."""

    def __init__(self, *letak: Any, **isian: Any) -> None:
        super().__init__(*letak, **isian)
        self.fields["berkas"].help_text = f"Yang diunduh di sini dan sudah diisi, paling besar {BATAS_MB} MB."


class BuatBukuForm(forms.Form):
    """`dilihat`: the fingerprint of what is shown."""

    dilihat = forms.CharField(widget=forms.HiddenInput, max_length=64)
    instrumen = PilihInstrumen()
