"""Steps in the life of an assessment, as they are confirmed."""

from django import forms


class LangkahForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class KunciTpiForm(LangkahForm):
    """The number under which the assessor's report is locked."""

    nomor = forms.CharField(
        label="Nomor Laporan Hasil Evaluasi",
        required=False,
        help_text="Menurut penomoran kantor penilai. Kosong: nomor berikutnya.",
    )


class AlasanBukaForm(LangkahForm):
    """Why a submitted or locked assessment is opened again."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        help_text="Tercatat dalam jejak bersama nama Anda.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )
