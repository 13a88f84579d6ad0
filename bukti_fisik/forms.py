"""What people fill in about evidence. The files themselves are opened by zona.inti.berkas."""

from typing import Any

from django import forms

from rencana_aksi.models import Pelaksanaan, SyaratBukti


class UnggahForm(forms.Form):
    """What goes with the files of one upload."""

    pelaksanaan = forms.ModelChoiceField(
        Pelaksanaan.objects.none(),
        required=False,
        error_messages={"invalid_choice": "Pelaksanaan itu bukan milik aksi yang meminta bukti ini."},
    )
    catatan = forms.CharField(
        required=False, max_length=2000, error_messages={"max_length": "Catatan paling panjang 2.000 huruf."}
    )

    def __init__(self, *args: Any, syarat: SyaratBukti, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        milik = Pelaksanaan.objects.filter(aksi=syarat.aksi_id) if syarat.aksi_id else Pelaksanaan.objects.none()
        self.fields["pelaksanaan"].queryset = milik  # type: ignore[attr-defined]  # a ModelChoiceField


class AlasanForm(forms.Form):
    """Why a piece of evidence is returned or withdrawn."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )
