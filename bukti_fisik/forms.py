"""What people fill in about evidence. The files themselves are opened by zona.inti.berkas."""

from collections.abc import Iterable
from typing import Any

from django import forms

from bukti_fisik.enums import HalSiap, StatusBukti
from bukti_fisik.models import Bukti
from bukti_fisik.queries.pustaka import BELUM, SUDAH, Saring
from bukti_fisik.queries.siap import DaftarSiap
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.waktu import tanggal_id
from zona.organisasi.enums import AREA
from zona.organisasi.forms import TanggalInput
from zona.organisasi.models import Pengguna

STATUS_LAIN = [(s.value, s.label) for s in StatusBukti if s != StatusBukti.MENUNGGU]


class PelaksanaanField(forms.ModelChoiceField):
    """An occurrence, by its number and day."""

    def label_from_instance(self, obj: Pelaksanaan) -> str:
        return f"Pelaksanaan {obj.urutan}: {tanggal_id(obj.jatuh_tempo)}"


class TempatForm(forms.Form):
    """Where evidence is handed in: a syarat, and one of its occurrences where it is asked at each."""

    pelaksanaan = PelaksanaanField(
        Pelaksanaan.objects.none(),
        required=False,
        empty_label="Pilih pelaksanaannya",
        error_messages={"invalid_choice": "Pelaksanaan itu bukan milik aksi yang meminta bukti ini."},
    )

    def __init__(self, *args: Any, syarat: SyaratBukti, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        milik = Pelaksanaan.objects.filter(aksi=syarat.aksi_id) if syarat.aksi_id else Pelaksanaan.objects.none()
        self.fields["pelaksanaan"].queryset = milik  # type: ignore[attr-defined]  # a ModelChoiceField
        if not syarat.tiap_pelaksanaan:
            self.fields["pelaksanaan"].widget = forms.HiddenInput()


class UraianForm(forms.Form):
    """What is said about a document."""

    catatan = forms.CharField(
        label="Catatan",
        required=False,
        max_length=2000,
        error_messages={"max_length": "Catatan paling panjang 2.000 huruf."},
    )
    tanggal_dokumen = forms.DateField(
        label="Tanggal pada dokumen",
        required=False,
        widget=TanggalInput,
        error_messages={"invalid": "Tanggal dokumen tidak terbaca."},
    )
    halaman = forms.IntegerField(
        label="Halaman awal bukti", required=False, error_messages={"invalid": "Halaman ditulis dengan angka."}
    )


class UnggahForm(TempatForm, UraianForm):
    """What goes with the files of one upload."""


class TautanForm(TempatForm, UraianForm):
    """A link as evidence."""

    judul = forms.CharField(
        label="Judul dokumen",
        max_length=255,
        error_messages={"required": "Tulis judul dokumen yang ditautkan.", "max_length": "Paling panjang 255 huruf."},
    )
    tautan = forms.CharField(
        label="Alamat tautan",
        help_text="Salin alamat dari Drive atau laman, diawali https://. Pastikan yang memeriksa dapat membukanya.",
        max_length=1000,
        widget=forms.URLInput,
        error_messages={"required": "Tulis alamatnya.", "max_length": "Alamat paling panjang 1.000 huruf."},
    )
    field_order = ["pelaksanaan", "judul", "tautan", "tanggal_dokumen", "halaman", "catatan"]


class KeteranganForm(UraianForm):
    """What is said about a bukti that is there."""

    nama = forms.CharField(
        label="Nama",
        max_length=255,
        error_messages={"required": "Tulis namanya.", "max_length": "Nama paling panjang 255 huruf."},
    )
    field_order = ["nama", "tanggal_dokumen", "halaman", "catatan"]


class PakaiForm(TempatForm):
    """Which bukti of the office is used again."""

    bukti = forms.ModelChoiceField(
        Bukti.objects.none(),
        error_messages={"required": "Pilih berkasnya.", "invalid_choice": "Berkas itu tidak dapat dipakai di sini."},
    )

    def __init__(self, *args: Any, syarat: SyaratBukti, **kwargs: Any) -> None:
        super().__init__(*args, syarat=syarat, **kwargs)
        satker = syarat.rencana_kerja.pengungkit.rencana.satker_id
        milik = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana__satker=satker)
        self.fields["bukti"].queryset = milik.select_related(  # type: ignore[attr-defined]  # a ModelChoiceField
            "berkas", "syarat__rencana_kerja__pengungkit__rencana"
        )


class AlasanForm(forms.Form):
    """Why a piece of evidence is returned or withdrawn."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class SaringSiapForm(forms.Form):
    """What the list of what is not ready is filtered by. Offered are people whose turn it is, and oneself."""

    pengungkit = forms.ChoiceField(label="Pengungkit", required=False)
    hal = forms.ChoiceField(label="Hal", required=False, choices=[("", "Semua hal"), *HalSiap.choices])
    pemilik = forms.ChoiceField(label="Giliran", required=False)

    def __init__(self, *args: Any, daftar: DaftarSiap, saya: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = [(a.kode, f"{a.kode}. {a.nama}") for a in daftar.area]
        giliran_saya = sum(n for pk, _, n in daftar.pemilik if pk == saya)
        orang = [(str(saya), f"Saya ({giliran_saya})")]
        orang += [(str(pk), f"{nama} ({n})") for pk, nama, n in daftar.pemilik if pk != saya]
        for kolom, kata, pilihan in (("pengungkit", "Semua pengungkit", area), ("pemilik", "Semua orang", orang)):
            self.fields[kolom].choices = [("", kata), *pilihan]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def terisi(self) -> dict[str, str]:
        """Only the filters in use that can be read."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class SaringForm(forms.Form):
    """What the library is filtered by, from the query string."""

    q = forms.CharField(label="Cari", required=False, max_length=100, widget=forms.TextInput({"type": "search"}))
    pengungkit = forms.ChoiceField(
        label="Pengungkit", required=False, choices=[("", "Keenam pengungkit"), *((a, f"Pengungkit {a}") for a in AREA)]
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua"), (BELUM, "Belum diperiksa"), (SUDAH, "Sudah diperiksa"), *STATUS_LAIN],
    )
    oleh = forms.TypedChoiceField(label="Pengunggah", required=False, coerce=int, empty_value=None)
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, orang: Iterable[Pengguna], tahun: Iterable[int]) -> None:
        super().__init__(data)
        kolom = self.fields
        kolom["oleh"].choices = [("", "Semua orang"), *((str(o.pk), o.nama) for o in orang)]  # type: ignore[attr-defined]  # a ChoiceField
        pilihan = [("", "Tahun ini"), *((str(t), str(t)) for t in tahun), ("0", "Semua tahun")]
        kolom["tahun"].choices = pilihan  # type: ignore[attr-defined]  # a ChoiceField

    def saring(self) -> Saring:
        """The filters that make sense; one that does not is left out, its error stands at its field."""
        self.is_valid()
        return Saring(**self.cleaned_data)


class PutusanForm(forms.Form):
    """The verdict of who verifies."""

    TERIMA, KEMBALIKAN = "terima", "kembalikan"
    putusan = forms.ChoiceField(
        choices=[(TERIMA, "Terima"), (KEMBALIKAN, "Kembalikan")],
        error_messages={"required": "Pilih terima atau kembalikan.", "invalid_choice": "Pilih terima atau kembalikan."},
    )
    alasan = forms.CharField(
        label="Alasan mengembalikan",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Alasan paling panjang 2.000 huruf."},
    )


class CatatanForm(forms.Form):
    """A word in the thread."""

    teks = forms.CharField(
        label="Catatan",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis catatannya.", "max_length": "Catatan paling panjang 2.000 huruf."},
    )
