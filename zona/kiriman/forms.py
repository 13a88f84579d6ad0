"""What people fill in about a heap: which rows to see and to mark, and where a file goes."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.kiriman.cocok import Tempat
from zona.kiriman.enums import StatusBaris
from zona.kiriman.queries.tabel import CUKUP, KUAT
from zona.kiriman.queries.tempat import pilihan_tempat


class SaringForm(forms.Form):
    """Read from the address."""

    status = forms.ChoiceField(label="Tampilkan", required=False, choices=[("", "Semua berkas"), *StatusBaris.choices])
    tandai = forms.TypedChoiceField(
        label="Centang yang keyakinannya",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", "(tidak ada)"),
            (90, "90 atau lebih"),
            (KUAT, f"{KUAT} atau lebih"),
            (CUKUP, f"{CUKUP} atau lebih"),
        ],
    )
    halaman = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    @property
    def terisi(self) -> dict[str, Any]:
        """What was asked for and understood."""
        self.is_valid()
        bersih = self.cleaned_data
        return {
            "status": bersih.get("status", ""),
            "tandai": bersih.get("tandai"),
            "halaman": bersih.get("halaman") or 1,
        }

    @property
    def tanpa_halaman(self) -> str:
        """The same as a query, ready for another page's number."""
        isi = {"status": self.terisi["status"], "tandai": self.terisi["tandai"] or ""}
        return urlencode(isi | {"halaman": ""})


class TempatForm(forms.Form):
    """One place of those the person may upload for: a syarat, and the pelaksanaan where it is asked at each."""

    tempat = forms.ChoiceField(
        label="Bukti yang dijawab berkas ini",
        error_messages={"required": "Pilih dahulu tempatnya.", "invalid_choice": "Tempat itu bukan pilihan di sini."},
    )

    def __init__(self, *args: Any, tempat: list[Tempat], cari: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = [(judul, [(p.nilai, p.kata) for p in isi]) for judul, isi in pilihan_tempat(tempat, cari)]
        self.banyak = sum(len(isi) for _, isi in daftar)
        self.fields["tempat"].choices = [("", "Pilih"), *daftar]  # type: ignore[attr-defined]  # a ChoiceField

    def terpilih(self) -> dict[str, Any]:
        """The syarat with all it belongs to and the pelaksanaan. Only after `is_valid`."""
        syarat, _, kali = self.cleaned_data["tempat"].partition("-")
        milik = SyaratBukti.objects.select_related("rencana_kerja__pengungkit__rencana", "aksi")
        return {"syarat": milik.get(pk=syarat), "pelaksanaan": Pelaksanaan.objects.get(pk=kali) if kali else None}
