"""Input of tokens."""

from django import forms


class TokenForm(forms.Form):
    nama = forms.CharField(
        label="Nama token",
        max_length=100,
        help_text="Untuk dikenali nanti, misalnya PortalRB 2026.",
        error_messages={"required": "Isi nama token, misalnya PortalRB 2026."},
    )
