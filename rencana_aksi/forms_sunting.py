"""What people fill in to edit the rows of a plan. Rules stay in the domain."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.db import models

from rencana_aksi.domain.jadwal_ubah import BATAS_TEKS as BATAS_JADWAL
from rencana_aksi.domain.sunting.aksi import AksiBaru
from rencana_aksi.domain.sunting.baris import BATAS_TEKS, Didahului, pengungkit_dari
from rencana_aksi.enums import JenisBukti
from rencana_aksi.models import Pengungkit, ProgramPrioritas, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.penanggung import orang_setim_boleh
from rencana_aksi.queries.ulang import diterima_untuk
from zona.organisasi.queries.jejak import kata_jejak

KOLOM = {
    "uraian": "Uraian",
    "nomor": "Nomor",
    "penanggung_jawab": "Penanggung jawab",
    "jadwal_teks": "Jadwal",
    "pelaksanaan_ditambah": "Pelaksanaan ditambah",
    "pelaksanaan_dihapus": "Pelaksanaan dihapus",
    "teks": "Teks",
    "jenis": "Jenis",
    "aksi": "Rencana aksi",
    "tiap_pelaksanaan": "Diminta tiap pelaksanaan",
}
"""Fields of the audit rows in people's words; what is not here is not told."""


def _teks(label: str, petunjuk: str = "", baris: int = 3) -> forms.CharField:
    isian = forms.Textarea({"rows": baris, "autofocus": True})
    return forms.CharField(label=label, max_length=BATAS_TEKS, widget=isian, help_text=petunjuk)


class _PilihOrang(forms.TypedChoiceField):
    """Somebody's id, or None. Who it may be is the domain's to say; the choices are asked for when they are drawn."""

    def __init__(self) -> None:
        super().__init__(label="Penanggung jawab", required=False, coerce=int, empty_value=None)

    def valid_value(self, value: Any) -> bool:
        return str(value).isascii() and str(value).isdigit() and len(str(value)) < 19


@dataclass(frozen=True, slots=True)
class Bentrok:
    """One field that somebody else changed, as people read it. `diambil`: the form now holds the new value, since the
    old one stood in it untouched."""

    kolom: str
    oleh: str
    lama: str
    baru: str
    diambil: bool


class SuntingForm(forms.Form):
    """A row's form. `revisi`, hidden, is the row's as it was shown."""

    bentrok: tuple[Bentrok, ...] = ()
    perlu_setuju = False

    def __init__(self, data: Any = None, *, kunci: str, **kwargs: Any) -> None:
        super().__init__(data, auto_id=f"{kunci}-%s", **kwargs)

    def didahului(self, galat: Didahului) -> None:
        """Tell who changed what; keep what was typed; where a field was left as it had been, take what it is now."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        bentrok = []
        for s in galat.selisih:
            nama = "bernomor" if s.kolom == "nomor" else s.kolom
            diambil = nama in self.fields and self._sama(nama, s.lama)
            if diambil:
                self._pasang(data, nama, s.baru)
            if s.kolom in KOLOM:
                bentrok.append(Bentrok(KOLOM[s.kolom], s.oleh, kata_jejak(s.lama), kata_jejak(s.baru), diambil))
        data["revisi"] = galat.kini.revisi
        self.data, self.bentrok = data, tuple(bentrok)
        self.add_error(None, galat.pesan)

    def minta_setuju(self, sidik: str) -> None:
        """Ask to agree to what has this fingerprint: the form is sent once more, with it."""
        self.perlu_setuju = True
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        data["setuju"] = sidik
        self.data = data

    def _sama(self, nama: str, lama: Any) -> bool:
        """Whether the field holds the value that the audit row has as old."""
        isi = self.cleaned_data.get(nama)
        if nama == "bernomor":
            return bool(isi) == (lama is not None)
        return bool((isi.pk if isinstance(isi, models.Model) else isi) == _kunci(lama))

    def _pasang(self, data: Any, nama: str, nilai: Any) -> None:
        if isinstance(self.fields[nama], forms.BooleanField):
            data.pop(nama, None)
            if nilai not in (None, False):
                data[nama] = "on"
        else:
            isi = _kunci(nilai)
            data[nama] = "" if isi is None else isi


def _kunci(nilai: Any) -> Any:
    """A value of the audit row as a form sends it: of a row, its id."""
    return nilai["id"] if isinstance(nilai, dict) else nilai


class RevisiForm(SuntingForm):
    revisi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ProgramForm(RevisiForm):
    uraian = _teks("Program prioritas", baris=2)

    def __init__(self, data: Any = None, *, baris: ProgramPrioritas, kunci: str) -> None:
        super().__init__(data, kunci=kunci, initial={"uraian": baris.uraian, "revisi": baris.revisi})


class ProgramBaruForm(SuntingForm):
    uraian = _teks("Program prioritas", baris=2)

    def __init__(self, data: Any = None, *, pengungkit: Pengungkit, kunci: str) -> None:
        super().__init__(data, kunci=kunci)


class KerjaForm(RevisiForm):
    uraian = _teks("Rencana kerja")
    bernomor = forms.BooleanField(
        label="Bernomor", required=False, help_text="Nomornya mengikuti letaknya; yang lain ikut dihitung ulang."
    )

    def __init__(self, data: Any = None, *, baris: RencanaKerja, kunci: str) -> None:
        awal = {"uraian": baris.uraian, "bernomor": baris.nomor is not None, "revisi": baris.revisi}
        super().__init__(data, kunci=kunci, initial=awal)


class AksiForm(RevisiForm):
    uraian = _teks("Rencana aksi")
    penanggung_jawab = _PilihOrang()

    def __init__(self, data: Any = None, *, baris: RencanaAksi, kunci: str) -> None:
        awal = {"uraian": baris.uraian, "penanggung_jawab": baris.penanggung_jawab_id, "revisi": baris.revisi}
        super().__init__(data, kunci=kunci, initial=awal)
        _isi_penanggung(self, pengungkit_dari(baris), baris.penanggung_jawab_id)


def _isi_penanggung(form: forms.Form, pengungkit: Pengungkit, kini: int | None = None) -> None:
    """People of the team, and whoever it is now."""
    orang = orang_setim_boleh(pengungkit.lingkup, kini)
    kolom = cast(forms.ChoiceField, form.fields["penanggung_jawab"])
    kolom.choices = lambda: [("", "Belum ditetapkan"), *orang.values_list("pk", "nama")]


class _BerjadwalForm(SuntingForm):
    """A form with a schedule. It is read by the domain: what it means, and whether it may stand as words."""

    jadwal_teks = forms.CharField(
        label="Jadwal",
        required=False,
        max_length=BATAS_JADWAL,
        help_text="Seperti biasa ditulis: “25 Januari”, “26 Januari–Juni”, “setiap triwulan”, “setiap Senin”.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    sebagai_kata = forms.BooleanField(
        label="Simpan sebagai kata-kata saja; tanggalnya belum disepakati", required=False
    )


class JadwalForm(_BerjadwalForm, RevisiForm):
    """The schedule of an action there is. `setuju`, hidden: the fingerprint of what was agreed to."""

    setuju = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, baris: RencanaAksi, kunci: str) -> None:
        super().__init__(data, kunci=kunci, initial={"jadwal_teks": baris.jadwal_teks, "revisi": baris.revisi})
        self.fields["jadwal_teks"].widget.attrs["autofocus"] = True


class AksiBaruForm(_BerjadwalForm):
    uraian = _teks("Rencana aksi")
    penanggung_jawab = _PilihOrang()
    field_order = ("uraian", "jadwal_teks", "sebagai_kata", "penanggung_jawab")

    def __init__(self, data: Any = None, *, kerja: RencanaKerja, kunci: str) -> None:
        super().__init__(data, kunci=kunci)
        _isi_penanggung(self, kerja.pengungkit)


class KerjaBaruForm(_BerjadwalForm):
    """A rencana kerja with its first action."""

    uraian = _teks("Rencana kerja")
    aksi_uraian = forms.CharField(
        label="Rencana aksi pertama", max_length=BATAS_TEKS, widget=forms.Textarea({"rows": 3})
    )
    penanggung_jawab = _PilihOrang()
    field_order = ("uraian", "aksi_uraian", "jadwal_teks", "sebagai_kata", "penanggung_jawab")

    def __init__(self, data: Any = None, *, pengungkit: Pengungkit, kunci: str) -> None:
        super().__init__(data, kunci=kunci)
        _isi_penanggung(self, pengungkit)

    def clean(self) -> dict[str, Any]:
        """The action as the domain takes it."""
        isi = super().clean() or {}
        aksi = {k: isi.pop(k) for k in ("jadwal_teks", "sebagai_kata", "penanggung_jawab") if k in isi}
        if "aksi_uraian" in isi:
            isi["aksi"] = AksiBaru(isi.pop("aksi_uraian"), **aksi)
        return isi


class _SyaratKolom(SuntingForm):
    teks = _teks("Bukti yang diminta", baris=2)
    jenis = forms.ChoiceField(label="Jenis", choices=JenisBukti.choices)
    aksi = forms.ModelChoiceField(
        RencanaAksi.objects.none(),
        label="Untuk",
        required=False,
        empty_label="Seluruh rencana kerja ini",
        error_messages={"invalid_choice": "Aksi itu bukan milik rencana kerja ini."},
    )
    tiap_pelaksanaan = forms.BooleanField(label="Diminta lagi pada tiap pelaksanaan", required=False)

    def isi_aksi(self, kerja: RencanaKerja) -> None:
        self.fields["aksi"].queryset = RencanaAksi.objects.filter(rencana_kerja=kerja)  # type: ignore[attr-defined]  # a ModelChoiceField


class SyaratForm(_SyaratKolom, RevisiForm):
    field_order = ("teks", "jenis", "aksi", "tiap_pelaksanaan", "revisi")

    def __init__(self, data: Any = None, *, baris: SyaratBukti, kunci: str) -> None:
        kolom = ("teks", "jenis", "tiap_pelaksanaan", "revisi")
        awal = {nama: getattr(baris, nama) for nama in kolom} | {"aksi": baris.aksi_id}
        super().__init__(data, kunci=kunci, initial=awal)
        self.isi_aksi(baris.rencana_kerja)
        berlaku = baris.asal_id or baris.pk
        if data is None and (ada := diterima_untuk([berlaku]).get(berlaku)):
            kapan = " sesudah perubahan ini ditetapkan" if baris.asal_id else ""
            self.fields["teks"].help_text = (
                f"{len(ada)} bukti sudah diterima untuk kata-kata ini ({', '.join(ada)}). Bila teks atau jenisnya "
                f"diubah, verifikasinya diminta lagi{kapan}."
            )


class SyaratBaruForm(_SyaratKolom):
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Menurut teksnya"), *JenisBukti.choices])

    def __init__(self, data: Any = None, *, kerja: RencanaKerja, kunci: str, untuk: int | None = None) -> None:
        super().__init__(data, kunci=kunci, initial={"aksi": untuk})
        self.isi_aksi(kerja)


class PindahForm(SuntingForm):
    """Where to: after which row. The values are those of `letak`."""

    tempat = forms.ChoiceField(
        label="Pindahkan ke",
        error_messages={
            "invalid_choice": "Tempat itu bukan bagian dari pengungkit ini; baris tidak dapat dipindahkan ke "
            "pengungkit atau satuan kerja lain."
        },
    )

    def __init__(self, data: Any = None, *, pilihan: Iterable[Any], kini: str, kunci: str) -> None:
        super().__init__(data, kunci=kunci, initial={"tempat": kini})
        self.fields["tempat"].choices = list(pilihan)  # type: ignore[attr-defined]  # a ChoiceField
