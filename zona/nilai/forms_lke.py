"""Steps in the life of an assessment, as they are confirmed."""

from django import forms


class LangkahForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class AlasanBukaForm(LangkahForm):
    """Why a submitted or locked assessment is opened again."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        help_text="Tercatat dalam jejak bersama nama Anda.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )
