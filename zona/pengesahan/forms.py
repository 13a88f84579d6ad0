"""What is filled in to sign, to make ready, to bring back, and to check."""

from typing import Any

from django import forms

from zona.pengesahan.enums import Bentuk, Kalimat
from zona.pengesahan.kunci import token_terpasang
from zona.pengesahan.periksa import akar_terpasang
from zona.pengesahan.unggahan import terlalu_besar

CARA = (("berkas", "Berkas sertifikat (.p12 atau .pfx)"), ("token", "Token yang terpasang di peladen"))


class TandaTanganForm(forms.Form):
    """The password is never drawn again. With a token by setting, one chooses."""

    dengan = forms.ChoiceField(label="Kunci", choices=CARA, widget=forms.RadioSelect, initial="berkas")
    sertifikat = forms.FileField(
        label="Sertifikat elektronik Anda", required=False,
        widget=forms.FileInput({"accept": ".p12,.pfx,application/x-pkcs12"}),
        help_text="Berkas .p12 atau .pfx. Hanya dipakai untuk menandatangani sekarang; tidak disimpan.",
    )  # fmt: skip
    sandi = forms.CharField(
        label="Sandi sertifikat", required=False, max_length=500, strip=False,
        widget=forms.PasswordInput({"autocomplete": "off"}), help_text="Tidak disimpan dan tidak dicatat.",
    )  # fmt: skip
    alasan = forms.CharField(label="Alasan", max_length=120, help_text="Tertulis pada tanda tangan.")

    def __init__(self, data: Any = None, files: Any = None, *, alasan: str = "", permintaan: Any = None) -> None:
        super().__init__(data, files, auto_id="ttd_%s", initial={"alasan": alasan})
        self.permintaan = permintaan
        if not token_terpasang():
            del self.fields["dengan"]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("dengan") != "token" and not isi.get("sertifikat"):
            besar = self.permintaan is not None and terlalu_besar(self.permintaan)
            self.add_error(
                "sertifikat",
                "Berkas ini terlalu besar untuk sebuah sertifikat." if besar else "Pilih berkas sertifikat.",
            )
        return isi


class SiapkanForm(forms.Form):
    """BSrE is offered where the installation has a root of BSrE's: on no other can a document be told to be BSrE's."""

    kalimat = forms.ChoiceField(label="Akan ditandatangani dengan", choices=Kalimat.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None) -> None:
        ada = bool(akar_terpasang().bsre)
        super().__init__(data, auto_id="siap_%s", initial={"kalimat": Kalimat.BSRE if ada else Kalimat.ELEKTRONIK})
        kolom: Any = self.fields["kalimat"]
        kolom.choices = [(k, label) for k, label in Kalimat.choices if ada or k != Kalimat.BSRE]


class PutusanForm(forms.Form):
    sidik = forms.CharField(max_length=64)
    putusan = forms.ChoiceField(choices=(("benar", "Benar"), ("bukan", "Bukan")))
    alasan = forms.CharField(max_length=200, required=False)


class UnggahForm(forms.Form):
    bentuk = forms.ChoiceField(label="Yang diunggah", choices=Bentuk.choices, widget=forms.RadioSelect)
    berkas = forms.FileField(label="Berkas", help_text="PDF; pindaian boleh JPG atau PNG.")
    tanggal = forms.DateField(
        label="Tanggal tanda tangan", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text="Hanya untuk pindaian; pada PDF bertanda tangan elektronik terbaca sendiri.",
    )  # fmt: skip
    menjamin = forms.BooleanField(
        label="Saya menjamin bahwa ini pindaian dokumen asli yang ditandatangani kepala", required=False,
        help_text="Hanya untuk pindaian, yang tidak dapat diperiksa. Nama Anda tertulis sebagai penjaminnya.",
    )  # fmt: skip
    alasan = forms.CharField(label="Keterangan", max_length=120, required=False)

    def __init__(self, data: Any = None, files: Any = None, *, elektronik: bool = True) -> None:
        awal = Bentuk.ELEKTRONIK if elektronik else Bentuk.LEMBAR
        super().__init__(data, files, auto_id="unggah_%s", initial={"bentuk": awal})


class PeriksaForm(forms.Form):
    berkas = forms.FileField(label="Berkas yang Anda terima", help_text="Diperiksa sekarang; tidak disimpan.")
