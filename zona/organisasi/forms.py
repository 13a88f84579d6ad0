"""What people type: signing in, passwords, accounts, teams and roles. Rules stay in the domain."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from zona.organisasi.domain.tim import peran_sah
from zona.organisasi.enums import AREA, PENGARAH, PIMPINAN, Peran
from zona.organisasi.models import Pengguna, Satker
from zona.organisasi.queries.jejak import JENIS, MASUK_KELUAR, SISTEM, Saring

PILIHAN_TIM = [(PENGARAH, "Pengarah"), *((a, f"Tim {a}") for a in AREA)]
PERAN_TIM = [(p.value, p.label) for kode in (PENGARAH, AREA[0]) for p in peran_sah(kode)]
PILIHAN_JENIS = [("", "Semua perubahan"), (MASUK_KELUAR, "Masuk dan keluar"), *JENIS.items()]
PERAN_TETAP = [(p.value, p.label) for p in (Peran.PENILAI, Peran.ADMIN)]


def _sandi(label: str, pelengkap: str, petunjuk: str = "") -> forms.CharField:
    isian = forms.PasswordInput(attrs={"autocomplete": pelengkap})
    return forms.CharField(label=label, strip=False, max_length=200, widget=isian, help_text=petunjuk)


class TanggalInput(forms.DateInput):
    """The browser's own date field, which speaks ISO."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class NipField(forms.CharField):
    """A NIP as people write it, in groups: the blanks go."""

    def __init__(self, **pilihan: Any) -> None:
        isian = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label="NIP", max_length=30, widget=isian, **pilihan)

    def to_python(self, nilai: Any) -> str:
        return "".join((super().to_python(nilai) or "").split())


class MasukForm(forms.Form):
    username = forms.CharField(
        label="Nama pengguna atau NIP",
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
        ),
    )
    password = _sandi("Sandi", "current-password")


class SandiPertamaForm(forms.Form):
    """A new password, twice."""

    sandi_baru = _sandi(
        "Sandi baru",
        "new-password",
        "Sedikitnya 12 huruf, bukan angka semua. Beberapa kata yang tidak berkaitan mudah diingat.",
    )
    sandi_ulang = _sandi("Sandi baru, sekali lagi", "new-password")

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if "sandi_baru" in isi and isi.pop("sandi_ulang", isi["sandi_baru"]) != isi["sandi_baru"]:
            self.add_error("sandi_ulang", "Kedua sandi baru tidak sama.")
        return isi


class GantiSandiForm(SandiPertamaForm):
    sandi_lama = _sandi("Sandi lama", "current-password")
    field_order = ["sandi_lama", "sandi_baru", "sandi_ulang"]


class PenggunaForm(forms.ModelForm):
    """An account's data; the domain validates and saves. The username is made, not typed: whether one is taken would
    tell of other offices."""

    nip = NipField(required=False, help_text="18 angka; kosongkan bila tidak ada.")

    class Meta:
        model = Pengguna
        fields = ["nama", "nip", "jabatan", "posel"]
        labels = {"nama": "Nama lengkap dengan gelar", "posel": "Pos-el"}
        widgets = {
            "nama": forms.TextInput(attrs={"autocomplete": "off"}),
            "jabatan": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    def _post_clean(self) -> None:
        """Leave the instance alone: the domain writes old and new into the trail."""


class KeanggotaanForm(forms.Form):
    kode = forms.ChoiceField(label="Tim", initial=AREA[0], choices=PILIHAN_TIM)
    peran = forms.ChoiceField(label="Peran", initial=Peran.ANGGOTA, choices=PERAN_TIM)

    def clean_peran(self) -> Peran:
        return Peran(self.cleaned_data["peran"])


class PeranForm(forms.Form):
    peran = forms.ChoiceField(label="Peran", choices=PERAN_TETAP)

    def clean_peran(self) -> Peran:
        return Peran(self.cleaned_data["peran"])


class KeaktifanForm(forms.Form):
    aktif = forms.TypedChoiceField(
        choices=[("1", "aktif"), ("0", "nonaktif")], coerce=lambda nilai: nilai == "1", widget=forms.HiddenInput
    )
    alasan = forms.CharField(label="Alasan", max_length=300, required=False)


class AjakanForm(forms.Form):
    """Whom to invite, by NIP alone."""

    nip = NipField(help_text="18 angka. Ajakannya tampak sama, ada atau tidak ada akun ber-NIP itu.")


class UsulanPimpinanForm(forms.Form):
    """A change of kepala or ketua, with its SK."""

    peran = forms.ChoiceField(label="Peran yang berganti", choices=[(p.value, p.value.capitalize()) for p in PIMPINAN])
    calon = forms.ModelChoiceField(label="Penggantinya", queryset=Pengguna.objects.none(), empty_label="Pilih …")
    nomor_sk = forms.CharField(label="Nomor SK", max_length=100)
    tanggal_sk = forms.DateField(label="Tanggal SK", widget=TanggalInput)

    def __init__(self, data: Any, *, satker: Satker) -> None:
        super().__init__(data)
        kolom = cast("forms.ModelChoiceField[Pengguna]", self.fields["calon"])
        kolom.queryset = Pengguna.objects.filter(satker=satker, is_active=True).order_by("nama", "pk")

    def clean_peran(self) -> Peran:
        return Peran(self.cleaned_data["peran"])


class AlasanForm(forms.Form):
    alasan = forms.CharField(label="Alasan", max_length=300, required=False)


class MutasiForm(forms.Form):
    """The day somebody leaves; empty takes it back."""

    tanggal = forms.DateField(
        label="Tanggal mulai pindah",
        required=False,
        widget=TanggalInput,
        help_text="Sejak hari itu perannya di kantor ini berakhir. Kosongkan untuk membatalkan yang belum tiba.",
    )
    alasan = forms.CharField(label="Dasar atau keterangan", max_length=300, required=False)


class SaringJejakForm(forms.Form):
    """The audit trail's filters, from the query string."""

    jenis = forms.ChoiceField(label="Jenis", required=False, choices=PILIHAN_JENIS)
    oleh = forms.ChoiceField(label="Oleh", required=False)
    dari = forms.DateField(label="Dari tanggal", required=False, widget=TanggalInput)
    sampai = forms.DateField(label="Sampai tanggal", required=False, widget=TanggalInput)

    def __init__(self, data: Any, *, orang: Iterable[Pengguna]) -> None:
        super().__init__(data)
        kolom = cast(forms.ChoiceField, self.fields["oleh"])
        kolom.choices = [("", "Semua orang"), *((str(o.pk), o.nama) for o in orang), (SISTEM, "Sistem")]

    def saring(self) -> Saring:
        """The filters that make sense; one that does not is left out, its error stands at its field."""
        self.is_valid()
        return Saring(**self.cleaned_data)
