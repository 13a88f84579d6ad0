"""What people fill in about the signers of the pakta."""

from collections.abc import Iterable
from typing import Any

from django import forms

from zona.surat.forms.surat import kolom_tanggal
from zona.surat.queries.pakta import Penanda


class TandaForm(forms.Form):
    """Many at once. Who may be chosen is what the list has; `cleaned_data` is what catat_tanda_tangan takes."""

    orang = forms.MultipleChoiceField(
        label="Orang", required=False,
        error_messages={"invalid_choice": "Orang itu tidak ada lagi dalam daftar. Muat ulang halaman."},
    )  # fmt: skip
    tanggal = kolom_tanggal("Tanggal menandatangani")
    berkas = forms.FileField(
        label="Pindaian lembar tanda tangan (boleh kosong)", required=False,
        help_text="Satu berkas untuk semua yang dipilih: PDF, JPG, atau PNG.",
    )  # fmt: skip

    def __init__(self, *args: Any, daftar: Iterable[Penanda], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orang"].choices = [(p.kunci, p.nama) for p in daftar]  # type: ignore[attr-defined]  # a choice field


class TambahForm(forms.Form):
    nama = forms.CharField(label="Nama", required=False)
    nip = forms.CharField(label="NIP (boleh kosong)", required=False)
    jabatan = forms.CharField(label="Jabatan", required=False)


class KeluarkanForm(forms.Form):
    alasan = forms.CharField(label="Sebab tidak dihitung", required=False, help_text="Misalnya: tugas belajar.")


class KunciForm(forms.Form):
    """A deed about one person of the list."""

    kunci = forms.SlugField(widget=forms.HiddenInput)
