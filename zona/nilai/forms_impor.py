"""Input of an import: the workbook, then what of it is wanted."""

from django import forms


class BerkasForm(forms.Form):
    berkas = forms.FileField(
        label="Buku kerja LKE (XLSX)",
        help_text="Yang diunduh dari sini, atau buku kerja nasional yang selnya sudah terisi.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": "Pilih berkas XLSX.", "empty": "Berkas itu kosong."},
    )


class TerapkanForm(forms.Form):
    """`cleaned_data` without "isi" and "dilihat" is what impor_jawaban takes."""

    isi = forms.CharField(widget=forms.HiddenInput)
    dilihat = forms.CharField(widget=forms.HiddenInput, max_length=64)
    timpa = forms.BooleanField(required=False)
    kosongkan = forms.BooleanField(required=False)
