"""Input of an old spreadsheet: the file and the year, what its sheets, columns and sections are for, the new plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from pengungkit.models import Instrumen
from zona.impor.lama.hasil import Bagian, Susunan
from zona.impor.lama.kamus import LEWAT, MEDAN
from zona.impor.lama.kolom import Usul
from zona.impor.lama.lembar import BarisLama, BukuLama
from zona.impor.lama.peta import BUKTI_SENDIRI, IKUT, JADI_KERJA, PILIHAN_BUKTI, TINGGAL, Peta
from zona.impor.lama.pilihan import Kelompok, Pilihan, kelompok_lembar, periksa_kelompok, susun_kelompok
from zona.impor.lama.usul import usulkan
from zona.organisasi.enums import AREA

BATAS_MB = 25
PRATINJAU = 14
LEBAR, PANJANG = 24, 40
CONTOH = 3
TANPA_AREA = "Pilih pengungkitnya, atau tinggalkan barisnya."


class BerkasLamaForm(forms.Form):
    tahun = forms.IntegerField(
        label="Menjadi rencana tahun",
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    berkas = forms.FileField(
        label="Lembar kerja lama (XLSX atau CSV)",
        help_text=f"Apa pun bentuknya: satu atau beberapa lembar, judul di baris mana pun. Paling besar {BATAS_MB} MB. "
        "Berkas .xls atau .ods disimpan dahulu sebagai .xlsx.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.tsv,.txt"}),
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas itu kosong."},
    )


class BuatForm(forms.Form):
    """`tim`: only where another year's team may be taken over."""

    dilihat = forms.CharField(widget=forms.HiddenInput, max_length=64)
    instrumen = forms.ModelChoiceField(Instrumen.objects.none(), label="Instrumen", empty_label=None)
    tim = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict | None, *, instrumen: Any, dilihat: str, tim_dari: int | None) -> None:
        super().__init__(data, initial={"dilihat": dilihat, "tim": True})
        pilihan: Any = self.fields["instrumen"]
        pilihan.queryset = instrumen
        self.initial["instrumen"] = instrumen.first()
        if tim_dari is None:
            del self.fields["tim"]
        else:
            self.fields["tim"].label = f"Salin susunan tim {tim_dari}"

    def segar(self, dilihat: str) -> None:
        """Be the form to send again, of what is shown now."""
        kiriman: Any = self.data
        kiriman = kiriman.copy()
        kiriman["dilihat"] = dilihat
        self.data = kiriman


@dataclass(frozen=True, slots=True)
class KolomTampil:
    """A column as it is shown: its letter, its heading, what stands first in it, what it is taken for and why."""

    huruf: str
    judul: str
    contoh: tuple[str, ...]
    pilihan: BoundField
    usul: Usul
    diingat: bool

    @property
    def ragu(self) -> bool:
        return self.usul.yakin < 60 and not self.diingat


@dataclass(frozen=True, slots=True)
class Cuplik:
    """A row cut to what fits."""

    nomor: int
    cuplik: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LembarTampil:
    """A sheet: whether it is read, and its first rows, each of which may be pointed at as the headings."""

    letak: int
    nama: str
    tersembunyi: bool
    dipakai: bool
    judul: int
    akhir: int
    baris: tuple[Cuplik, ...]


@dataclass(frozen=True, slots=True)
class KelompokTampil:
    kelompok: Kelompok
    kolom: tuple[KolomTampil, ...]
    bukti: BoundField
    salah: str

    @property
    def nama(self) -> str:
        return ", ".join(u.lembar.nama for _, u in self.kelompok.lembar)


@dataclass(frozen=True, slots=True)
class BagianTampil:
    """A section and what it may be: (code, words, chosen)."""

    nomor: int
    bagian: Bagian
    pilihan: tuple[tuple[str, str, bool], ...]


class PetaForm(forms.Form):
    """The whole of what a person says of a spreadsheet. Unbound: as proposed or remembered; bound: as sent, and where
    other headings were pointed at, with new proposals for them. `susunan` is what comes of it."""

    def __init__(
        self, data: QueryDict | None, *, buku: BukuLama, awal: Pilihan, ingat: Mapping[str, Peta], tahun: int
    ) -> None:
        super().__init__(data)
        self.buku, self.tahun = buku, tahun
        pilihan = _dari_kiriman(data, buku) if data is not None else awal
        semua = kelompok_lembar(buku, pilihan, ingat)
        self.baru = data is not None and any(_kunci(k.sidik, 0) not in data for k in semua)
        self.kelompok = [_terpilih(k, data) for k in semua]
        self.salah = periksa_kelompok(self.kelompok)
        self.susunan: Susunan = susun_kelompok([k for k in self.kelompok if k.sidik not in self.salah], tahun)
        self.pilihan = replace(
            pilihan,
            peta={k.sidik: k.peta for k in self.kelompok},
            bagian={kunci: b.usul for kunci, b in self.susunan.bagian.items() if b.usul},
        )
        for k in self.kelompok:
            self._kolom(k)

    def _kolom(self, k: Kelompok) -> None:
        pilihan = [(kode, nama[:1].upper() + nama[1:]) for kode, nama in MEDAN.items()]
        for ke, medan in enumerate(k.peta.kolom):
            self.fields[_kunci(k.sidik, ke)] = forms.ChoiceField(
                choices=pilihan, initial=medan, required=False, label=f"Kolom {k.nama_kolom[ke]}"
            )
        self.fields[f"bukti-{k.sidik[:12]}"] = forms.ChoiceField(
            choices=list(PILIHAN_BUKTI.items()), initial=k.peta.bukti, label="Bukti fisik di baris rencana aksi"
        )

    def clean(self) -> dict[str, Any]:
        if not self.kelompok:
            self.add_error(None, "Centang sedikitnya satu lembar yang berjudul kolom.")
        for pesan in dict.fromkeys(self.salah.values()):
            self.add_error(None, pesan)
        if self.kelompok and not self.salah:
            for b in self.susunan.tanpa_area:
                self.add_error(None, f"{b.teks}: {TANPA_AREA}")
            if not self.susunan.isi.pengungkit and not self.susunan.tanpa_area:
                self.add_error(None, "Tidak ada rencana kerja yang terbaca; periksa baris judul dan kolomnya.")
        return self.cleaned_data

    # --- as shown -----------------------------------------------------------------------------------

    def lembar(self) -> Iterator[LembarTampil]:
        for i, lembar in enumerate(self.buku.lembar):
            usul = usulkan(lembar, self.pilihan.judul.get(i))
            judul = usul.judul.baris if usul.judul else 0
            letak = next((n for n, b in enumerate(lembar.baris) if b.nomor == judul), 0)
            awal = max(0, letak - PRATINJAU // 2) if letak >= PRATINJAU - 3 else 0
            lebar = min(lembar.lebar, LEBAR)
            tampil = tuple(_cuplik(b, lebar) for b in lembar.baris[awal:] if b.kata)[:PRATINJAU]
            akhir = usul.judul.akhir if usul.judul else 0
            yield LembarTampil(i, lembar.nama, lembar.tersembunyi, i in self.pilihan.judul, judul, akhir, tampil)

    def kelompok_tampil(self) -> Iterator[KelompokTampil]:
        for k in self.kelompok:
            _, pertama = k.lembar[0]
            isi = [b for b in pertama.lembar.baris if b.nomor > k.judul.akhir][:40]
            kolom = tuple(
                KolomTampil(
                    pertama.lembar.sel(1, ke).rpartition("!")[2][:-1],
                    " – ".join(kata),
                    _contoh(isi, ke),
                    self[_kunci(k.sidik, ke)],
                    pertama.usul[ke],
                    k.ingat,
                )
                for ke, kata in enumerate(k.judul.kolom)
            )
            yield KelompokTampil(k, kolom, self[f"bukti-{k.sidik[:12]}"], self.salah.get(k.sidik, ""))

    def bagian_tampil(self) -> list[BagianTampil]:
        """Those that say of which pengungkit rows are, or fail to."""
        return [b for b in self._bagian() if b.bagian.usul not in (IKUT, JADI_KERJA)]

    def bagian_lain(self) -> list[BagianTampil]:
        """Other headings between rows."""
        return [b for b in self._bagian() if b.bagian.usul in (IKUT, JADI_KERJA)]

    def _bagian(self) -> Iterator[BagianTampil]:
        for i, b in enumerate(self.susunan.bagian.values()):
            if b.banyak:
                yield BagianTampil(i, b, tuple((kode, nama, kode == b.usul) for kode, nama in _pilihan_bagian(b)))


def _kunci(sidik: str, ke: int) -> str:
    return f"kolom-{sidik[:12]}-{ke}"


def _cuplik(b: BarisLama, lebar: int) -> Cuplik:
    teks = (" ".join(b.sendiri(ke).split()) for ke in range(lebar))
    return Cuplik(b.nomor, tuple(t if len(t) <= PANJANG else f"{t[: PANJANG - 1]}…" for t in teks))


def _contoh(baris: Sequence[BarisLama], ke: int) -> tuple[str, ...]:
    isi = dict.fromkeys(" ".join(b.sendiri(ke).split()) for b in baris if b.sendiri(ke))
    return tuple(satu[:60] for satu in isi)[:CONTOH]


def _pilihan_bagian(b: Bagian) -> list[tuple[str, str]]:
    lain = [(JADI_KERJA, "Rencana kerja"), (IKUT, "Ikut bagian di atasnya")] if b.antara else []
    kosong = [] if b.usul else [("", "Pilih…")]
    return [*kosong, *((kode, f"Pengungkit {kode}") for kode in AREA), *lain, (TINGGAL, "Jangan diambil")]


def _dari_kiriman(data: QueryDict, buku: BukuLama) -> Pilihan:
    """The sheets ticked with the rows pointed at, and the sections as chosen."""
    judul: dict[int, int] = {}
    for i, lembar in enumerate(buku.lembar):
        baris = data.get(f"judul-{i}", "")
        if f"lembar-{i}" in data:
            ada = {b.nomor for b in lembar.baris}
            judul[i] = int(baris) if baris.isdecimal() and int(baris) in ada else _temukan(lembar)
    kunci, nilai = data.getlist("bagian-kunci"), data.getlist("bagian-nilai")
    sah = {*AREA, IKUT, TINGGAL, JADI_KERJA}
    return Pilihan(
        {i: baris for i, baris in judul.items() if baris},
        bagian={kata: satu for kata, satu in zip(kunci, nilai, strict=False) if satu in sah},
    )


def _temukan(lembar: Any) -> int:
    usul = usulkan(lembar)
    return usul.judul.baris if usul.judul else 0


def _terpilih(k: Kelompok, data: QueryDict | None) -> Kelompok:
    """The group with its columns as sent; as it was where nothing was sent of it."""
    if data is None or _kunci(k.sidik, 0) not in data:
        return k
    kolom = tuple(data.get(_kunci(k.sidik, ke), LEWAT) for ke in range(len(k.peta.kolom)))
    bukti = data.get(f"bukti-{k.sidik[:12]}", BUKTI_SENDIRI)
    peta = replace(
        k.peta,
        kolom=tuple(medan if medan in MEDAN else LEWAT for medan in kolom),
        bukti=bukti if bukti in PILIHAN_BUKTI else BUKTI_SENDIRI,
    )
    return replace(k, peta=peta, ingat=False)
