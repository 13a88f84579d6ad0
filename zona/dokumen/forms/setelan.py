"""Paper and letterhead of an office, as its admin types them."""

from typing import Any

from django import forms

from zona.dokumen.kertas import TEPI_TERBESAR, TEPI_TERKECIL, UKURAN


class KertasForm(forms.Form):
    """Size and margins in millimetres; the logo of the cover."""

    ukuran = forms.ChoiceField(
        label="Ukuran kertas", choices=[(u, f"{u} ({lebar} × {tinggi} mm)") for u, (lebar, tinggi) in UKURAN.items()]
    )
    tepi_atas = forms.IntegerField(label="Tepi atas (mm)", min_value=TEPI_TERKECIL, max_value=TEPI_TERBESAR)
    tepi_kanan = forms.IntegerField(label="Tepi kanan (mm)", min_value=TEPI_TERKECIL, max_value=TEPI_TERBESAR)
    tepi_bawah = forms.IntegerField(label="Tepi bawah (mm)", min_value=TEPI_TERKECIL, max_value=TEPI_TERBESAR)
    tepi_kiri = forms.IntegerField(label="Tepi kiri (mm)", min_value=TEPI_TERKECIL, max_value=TEPI_TERBESAR)
    logo = forms.FileField(
        label="Lambang pada sampul", required=False, help_text="PNG atau JPEG, paling besar 2 MB. Kosongkan bila tetap."
    )
    hapus_logo = forms.BooleanField(label="Hapus lambang", required=False)

    def clean(self) -> dict[str, Any]:
        """As simpan_kertas takes it: the margins in order."""
        isi = super().clean() or {}
        sisi = [isi.pop(f"tepi_{s}", 0) for s in ("atas", "kanan", "bawah", "kiri")]
        return {**isi, "tepi": tuple(sisi)}


class KopForm(forms.Form):
    """The letterhead: what stands above every paper of the office. What fits is the domain's to say."""

    nama = forms.CharField(label="Nama satuan kerja", max_length=200)
    induk = forms.CharField(
        label="Instansi di atasnya",
        max_length=300,
        required=False,
        help_text="Dari kementerian ke bawah, dipisahkan titik koma.",
    )
    alamat = forms.CharField(label="Alamat", max_length=300, required=False)
    telepon = forms.CharField(label="Telepon", max_length=60, required=False)
    laman = forms.CharField(label="Laman", max_length=200, required=False)
    posel = forms.EmailField(label="Pos-el", required=False)
    kota = forms.CharField(label="Kota tempat kedudukan", max_length=100, required=False)
