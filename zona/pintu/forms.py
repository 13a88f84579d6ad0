"""What is filled in to make a door, and to pass one."""

from typing import Any

from django import forms


class PintuForm(forms.Form):
    nama = forms.CharField(
        label="Untuk siapa",
        help_text="Misalnya: Tim Penilai Internal, Inspektorat. Dicatat di jejak.",
        max_length=200,
        error_messages={"required": "Tulis untuk siapa tautan ini."},
    )
    berakhir = forms.DateField(
        label="Terbuka sampai dengan",
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Pilih hari terakhirnya.", "invalid": "Tulis tanggal yang ada."},
    )
    kode = forms.CharField(
        label="Kode (boleh kosong)",
        help_text="Enam huruf atau angka, atau lebih. Sampaikan lewat jalan lain daripada tautannya.",
        required=False,
        min_length=6,
        max_length=64,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"min_length": "Kode paling pendek enam huruf atau angka."},
    )
    isi = forms.ChoiceField(
        label="Yang terlihat",
        choices=[("diterima", "Hanya bukti yang diterima"), ("semua", "Semua bukti beserta keadaannya")],
        initial="diterima",
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """`isi` becomes hanya_diterima, as the domain takes it."""
        isi = super().clean() or {}
        if "isi" in isi:
            isi["hanya_diterima"] = isi.pop("isi") == "diterima"
        return isi


class KodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode",
        max_length=64,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        error_messages={"required": "Ketik kode yang Anda terima bersama tautan ini."},
    )
