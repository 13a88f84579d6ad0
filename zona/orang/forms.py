"""What the admin brings and mends: a list, its columns, its rows; and one new person whole."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator
from openpyxl.utils import get_column_letter

from zona.impor.lama.lembar import BukuLama, LembarLama, dari_json, ke_json
from zona.inti.errors import DomainError
from zona.orang.queries.hasil import BATAS_NAMA, KOSONG, HasilBaris, Jawaban
from zona.orang.queries.sandi import BELUM_DAPAT_MASUK
from zona.orang.queries.tempat import PilihanTim
from zona.orang.roster import daftar as d
from zona.orang.roster import kamus as k
from zona.orang.roster.baca import BATAS_BERKAS_MB, BATAS_HURUF, baca_berkas, baca_tempelan
from zona.orang.roster.kolom import Peta
from zona.orang.roster.nilai import baca_peran, baca_tim
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.forms import PERAN_TETAP, PenggunaForm
from zona.organisasi.models import Pengguna

BATAS_BUKA = 100
"""Rows that are open to be mended at a time; a form has only so many fields."""
RUSAK = "Isian halaman ini tidak utuh. Mulailah lagi dari daftar Anda."
CONTOH = 3
BATAS_SANDI = 60
"""Passwords set at a time: each takes a tenth of a second, on purpose."""


class TempelForm(forms.Form):
    """`buku`: what was read, once valid."""

    tempel = forms.CharField(
        label="Tempelkan baris-baris dari Excel atau LibreOffice",
        help_text="Sertakan baris judulnya: Nama, NIP, Jabatan, Pengungkit, Peran, Pos-el; urutannya bebas.",
        required=False,
        strip=False,
        max_length=BATAS_HURUF,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off", "wrap": "off"}),
    )
    berkas = forms.FileField(
        label="Atau pilih berkas XLSX atau CSV",
        help_text=f"Paling besar {BATAS_BERKAS_MB} MB, paling banyak {d.BATAS_ORANG} orang.",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.tsv,.txt"}),
        error_messages={"empty": "Berkas itu kosong."},
    )
    buku: BukuLama

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        tempel, berkas = isi.get("tempel", ""), isi.get("berkas")
        if self.errors:
            return isi
        if bool(tempel.strip()) == bool(berkas):
            self.add_error("tempel", "Tempelkan daftarnya atau pilih berkasnya, salah satu.")
            return isi
        try:
            self.buku = baca_berkas(berkas.file, berkas.name) if berkas else baca_tempelan(tempel)
        except DomainError as galat:
            self.add_error("berkas" if berkas else "tempel", galat.pesan)
        return isi


class KolomForm(forms.Form):
    """What each column of a sheet without known headings is for. The sheet comes along as JSON."""

    tabel = forms.CharField(widget=forms.HiddenInput)
    berjudul = forms.BooleanField(label="Baris pertama adalah judul kolom", required=False)

    def __init__(self, data: QueryDict | None, lembar: LembarLama, usul: Peta) -> None:
        tabel = json.dumps(ke_json(BukuLama((lembar,))), ensure_ascii=False)
        super().__init__(data, initial={"tabel": tabel})
        self.lembar = lembar
        menurut = {ke: medan for medan, ke in usul.kolom.items()}
        for ke in range(min(lembar.lebar, 30)):
            judul = f"Kolom {get_column_letter(ke + 1)}"
            kolom = forms.ChoiceField(label=judul, choices=list(k.MEDAN.items()), required=False)
            kolom.initial = menurut.get(ke, k.LEWAT)
            self.fields[f"kolom-{ke}"] = kolom

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        dipilih = [medan for ke in range(self.lembar.lebar) if (medan := isi.get(f"kolom-{ke}"))]
        if k.NAMA not in dipilih:
            self.add_error(None, "Tunjuk kolom yang berisi nama.")
        if ganda := sorted({k.MEDAN[m] for m in dipilih if dipilih.count(m) > 1}):
            self.add_error(None, f"Hanya satu kolom untuk: {', '.join(ganda)}.")
        return isi

    @property
    def peta(self) -> Peta:
        isi = self.cleaned_data
        kolom = {medan: ke for ke in range(self.lembar.lebar) if (medan := isi.get(f"kolom-{ke}"))}
        pertama = self.lembar.baris[0].nomor if isi["berjudul"] else 0
        return Peta(kolom, pertama, pertama)

    @property
    def kolom_tampil(self) -> list[tuple[forms.BoundField, list[str]]]:
        """Each column with its first words."""
        return [
            (self[f"kolom-{ke}"], [t for b in self.lembar.baris[:20] if (t := b.sendiri(ke))][:CONTOH])
            for ke in range(min(self.lembar.lebar, 30))
        ]


def lembar_kiriman(data: QueryDict) -> LembarLama:
    """The sheet that came along. Raises ValueError for anything else."""
    try:
        buku = dari_json(json.loads(data.get("tabel", "")))
        if not buku.lembar[0].baris:
            raise ValueError("kosong")
        return buku.lembar[0]
    except (KeyError, TypeError, IndexError, AttributeError, ArithmeticError) as galat:
        raise ValueError("bukan lembar") from galat


class BarisForm(forms.Form):
    """A row that is open to be mended, or its answer."""

    nama = forms.CharField(label="Nama", required=False, max_length=BATAS_NAMA)
    nip = forms.CharField(label="NIP", required=False, max_length=60)
    jabatan = forms.CharField(label="Jabatan", required=False, max_length=BATAS_NAMA)
    tim = forms.ChoiceField(label="Pengungkit", required=False)
    peran = forms.ChoiceField(label="Peran", required=False)
    posel = forms.CharField(label="Pos-el", required=False, max_length=254)
    siapa = forms.CharField(label="Siapa yang dimaksud?", required=False, max_length=20)
    naskah = forms.BooleanField(label="Simpan NIP sebagaimana tercetak", required=False)
    lewati = forms.BooleanField(label="Tinggalkan baris ini", required=False)

    def __init__(self, data: QueryDict | None, baris: d.BarisOrang, jawaban: Jawaban = KOSONG) -> None:
        awal = {m: getattr(baris, m) for m in k.DIBACA}
        awal |= {"siapa": jawaban.siapa, "naskah": jawaban.naskah, "lewati": jawaban.lewati}
        super().__init__(data, prefix=f"b{baris.nomor}", initial=awal, use_required_attribute=False)
        tim, peran = baca_tim(baris.tim), baca_peran(baris.peran)
        self._pilihan("tim", {PENGARAH: "Pengarah", **{a: a for a in AREA}}, tim or "", baris.tim)
        self._pilihan("peran", {p.value: p.label for p in Peran}, peran or "", baris.peran)

    def _pilihan(self, nama: str, dikenal: dict[str, str], arti: str, kini: str) -> None:
        """Each known one once, by our words; what stands there is kept for the one it means (`arti`), or stands first
        where it means none."""
        lain = [(kini, Truncator(kini).chars(60))] if kini and not arti else []
        field: Any = self.fields[nama]
        field.choices = [*lain, ("", "–"), *((kini if kode == arti else kata, kata) for kode, kata in dikenal.items())]

    def siapkan(self, hasil: HasilBaris) -> None:
        """Ask only what is asked."""
        if hasil.pilihan or hasil.jawaban.siapa:
            pilihan = [("", "Pilih …"), *hasil.pilihan]
            if hasil.jawaban.siapa not in dict(pilihan):
                pilihan.append((hasil.jawaban.siapa, "seperti yang sudah dijawab"))
            self.fields["siapa"].widget = forms.Select(choices=pilihan)
        else:
            del self.fields["siapa"]
        if not (hasil.nip.soal or hasil.jawaban.naskah):
            del self.fields["naskah"]

    @property
    def ubahan(self) -> dict[str, str]:
        isi = self.cleaned_data
        return {m: " ".join(str(isi.get(m, "")).split()) for m in k.DIBACA}

    @property
    def jawaban(self) -> Jawaban:
        isi = self.cleaned_data
        return Jawaban(isi.get("siapa", ""), naskah=isi.get("naskah", False), lewati=isi.get("lewati", False))


@dataclass(slots=True)
class Isian:
    """The list under way, carried by the page itself: nothing of it is kept until it is applied. `buka`: rows that have
    fields; `dilihat`: the fingerprint of what was shown."""

    daftar: d.Daftar
    jawaban: dict[int, Jawaban] = field(default_factory=dict)
    buka: list[int] = field(default_factory=list)
    dilihat: str = ""

    def ke_teks(self) -> str:
        jawaban = [[n, j.siapa, j.naskah, j.lewati] for n, j in self.jawaban.items()]
        isi = {"daftar": d.ke_json(self.daftar), "jawaban": jawaban, "buka": self.buka, "dilihat": self.dilihat}
        return json.dumps(isi, ensure_ascii=False)

    def buka_baris(self, hasil: Sequence[HasilBaris]) -> None:
        """Open the first rows that are in trouble, beside those that are open."""
        nomor = [h.baris.nomor for h in hasil if h.masalah and h.baris.nomor not in self.buka]
        self.buka = sorted([*self.buka, *nomor][:BATAS_BUKA])


def isian_kiriman(data: QueryDict) -> Isian:
    """The list that came along, with what was typed into its open rows. Raises ValueError for anything else."""
    try:
        isi = json.loads(data.get("isi", ""))
        daftar = d.dari_json(isi["daftar"])
        jawaban = {int(n): Jawaban(str(s)[:20], naskah=bool(a), lewati=bool(b)) for n, s, a, b in isi["jawaban"]}
        isian = Isian(daftar, jawaban, [int(n) for n in isi["buka"]][:BATAS_BUKA], str(isi["dilihat"]))
    except (KeyError, TypeError, AttributeError) as galat:
        raise ValueError("bukan daftar orang") from galat
    return _terapkan_isian(isian, data)


def _terapkan_isian(isian: Isian, data: QueryDict) -> Isian:
    baris = {b.nomor: b for b in isian.daftar.baris}
    ubahan: dict[int, Mapping[str, str]] = {}
    for nomor in (n for n in isian.buka if n in baris and f"b{n}-nama" in data):
        form = BarisForm(data, baris[nomor], isian.jawaban.get(nomor, KOSONG))
        form.is_valid()
        ubahan[nomor] = {m: nilai for m, nilai in form.ubahan.items() if m in form.cleaned_data}
        isian.jawaban[nomor] = form.jawaban
    isian.daftar = d.dengan(isian.daftar, ubahan)
    return isian


class PilihOrangForm(forms.Form):
    """Whom to give a first password. `sidik` tells the passwords that were there when the page was drawn, so that a
    form sent twice does not take away what the first one gave. As many as may be at a time are ticked at first."""

    orang = forms.MultipleChoiceField(label="Orang", required=False, widget=forms.CheckboxSelectMultiple)
    dilihat = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: QueryDict | None, *, orang: Sequence[Pengguna], sidik: str) -> None:
        self.dikirim = ""
        if data is not None:
            data = data.copy()
            self.dikirim = data.get("dilihat", "")
            data["dilihat"] = sidik  # drawn again, the page speaks of what there is now
        super().__init__(data, initial={"dilihat": sidik, "orang": _belum(orang)})
        self.milik, self.sidik = {str(o.pk): o for o in orang}, sidik
        field: Any = self.fields["orang"]
        field.choices = [(pk, o.nama) for pk, o in self.milik.items()]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        dipilih = isi.get("orang", [])
        if self.dikirim != self.sidik:
            self.add_error(None, "Sandi sebagian orang sudah berubah sejak halaman ini dibuka. Periksa, lalu ulangi.")
        elif not dipilih:
            self.add_error("orang", "Centang sedikitnya satu orang.")
        elif len(dipilih) > BATAS_SANDI:
            self.add_error("orang", f"Paling banyak {BATAS_SANDI} orang sekali jalan; ulangi untuk yang lain.")
        return isi

    @property
    def dipilih(self) -> list[Pengguna]:
        return [self.milik[pk] for pk in self.cleaned_data["orang"]]

    @property
    def baris(self) -> list[tuple[Pengguna, bool]]:
        """Each person, and whether they are ticked."""
        dicentang = set(self["orang"].value() or [])
        return [(o, pk in dicentang) for pk, o in self.milik.items()]


def _belum(orang: Sequence[Pengguna]) -> list[str]:
    """Who has nothing in hand yet; a sheet or an invitation still in force stays so unless ticked."""
    return [str(o.pk) for o in orang if o.keadaan_sandi in BELUM_DAPAT_MASUK][:BATAS_SANDI]


class OrangBaruForm(PenggunaForm):
    """A new person whole: the account, a place in a team, a standing role. `tempat` offers the roles that exist."""

    tempat = forms.ChoiceField(label="Tim dan peran", required=False)
    peran_tetap = forms.ChoiceField(label="Peran tetap", required=False, choices=[("", "Tidak ada"), *PERAN_TETAP])
    field_order = ["nama", "nip", "jabatan", "tempat", "peran_tetap", "posel"]

    def __init__(self, data: QueryDict | None, *, tempat: Sequence[PilihanTim], tahun: int) -> None:
        super().__init__(data)
        field: Any = self.fields["tempat"]
        field.label = f"Tim {tahun} dan peran"
        field.choices = [
            ("", "Tidak masuk tim"),
            *((t.judul, [(p.nilai, p.kata) for p in t.pilihan]) for t in tempat),
        ]
        field.widget = PilihTempat(
            choices=field.choices, terisi={p.nilai for t in tempat for p in t.pilihan if p.terisi}
        )


class PilihTempat(forms.Select):
    """Places that are taken are shown, and cannot be chosen."""

    def __init__(self, *, choices: Any, terisi: set[str]) -> None:
        super().__init__(choices=choices)
        self.terisi = terisi

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pilihan: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.terisi:
            pilihan["attrs"]["disabled"] = True
        return pilihan
