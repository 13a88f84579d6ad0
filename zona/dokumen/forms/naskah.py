"""What people type into the document: a section's words, the title of a new lampiran."""

from django import forms

from zona.naskah.domain.naskah import JUDUL_TERPANJANG


class BagianForm(forms.Form):
    """A section as it is typed. `revisi`: the one it was read at, so that two people at one section lose nothing.
    Lengths are the domain's to refuse: its sentence says what to do."""

    judul = forms.CharField(label="Judul", required=False)
    isi = forms.CharField(
        label="Isi", required=False, strip=False, widget=forms.Textarea({"rows": 24, "spellcheck": "true"})
    )
    revisi = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)


class LampiranForm(forms.Form):
    judul = forms.CharField(label="Judul lampiran baru", max_length=JUDUL_TERPANJANG)


class HapusForm(forms.Form):
    revisi = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
