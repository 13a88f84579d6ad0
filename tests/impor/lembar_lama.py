"""Spreadsheets as offices make them, written from a plan: the same plan in any layout, so that what is read can be told
from what was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja
from rencana_aksi.domain.periksa_naskah import periksa_naskah
from zona.impor.isi import IsiKerja, IsiRencana
from zona.impor.lama.baca import baca_lama
from zona.impor.lama.hasil import Susunan
from zona.impor.lama.susun import susun
from zona.impor.lama.usul import usulkan
from zona.inti.waktu import BULAN

NAMA = {
    "I": "MANAJEMEN PERUBAHAN", "II": "PENATAAN TATALAKSANA", "III": "PENATAAN SISTEM MANAJEMEN SDM",
    "IV": "PENGUATAN AKUNTABILITAS", "V": "PENGUATAN PENGAWASAN", "VI": "PENINGKATAN KUALITAS PELAYANAN PUBLIK",
}  # fmt: skip
KATA = (
    ("PENGUNGKIT", "NO", "RENCANA KERJA", "", "RENCANA AKSI", "JADWAL", "PENANGGUNG JAWAB", "BUKTI FISIK"),
    ("Area Perubahan", "No.", "Program", "", "Kegiatan", "Waktu", "PIC", "Data Dukung"),
    ("Komponen", "No", "Indikator", "Kode", "Langkah-langkah", "Time Line", "Pelaksana", "Eviden"),
    ("Pokja", "Nomor", "Kegiatan", "", "Uraian Kegiatan", "Target Waktu", "Penanggungjawab", "Output"),
)
HIJAU = PatternFill("solid", fgColor="FF92D050")
ABU = PatternFill("solid", fgColor="FFD9D9D9")


@dataclass(frozen=True)
class Tata:
    """How a sheet is laid out.

    area: a heading between rows, a column (merged), the sheet's name, a title above the table
    kerja: merged over its rows, written once, written in every row, a merged row of its own, in the actions' column
    huruf: a column of its own, in front of the text, none
    aksi: a row each, or all in one cell
    bukti: all in one cell of the rencana kerja, a cell for each action, a row for each item
    waktu: words, two columns of dates, marks under months, colours under months
    """

    area: str = "baris"
    kerja: str = "gabung"
    huruf: str = "kolom"
    aksi: str = "baris"
    bukti: str = "aksi"
    waktu: str = "teks"
    kata: int = 0
    riuh: bool = True
    orang: str = "Ketua Tim"


@dataclass
class _Kertas:
    """A sheet being written: the next row, and what is to be merged."""

    kertas: Worksheet
    baris: int = 1
    kolom: dict[str, int] = field(default_factory=dict)

    def isi(self, ke: int, nilai: Any) -> None:
        self.kertas.cell(self.baris, ke, nilai)

    def gabung(self, ke: int, dari: int, sampai: int) -> None:
        if sampai > dari:
            self.kertas.merge_cells(start_row=dari, end_row=sampai, start_column=ke, end_column=ke)

    def bentang(self, nilai: str, lebar: int) -> None:
        self.isi(1, nilai)
        self.kertas.merge_cells(start_row=self.baris, end_row=self.baris, start_column=1, end_column=lebar)
        self.baris += 1


def naskah_contoh() -> Naskah:
    """The demo plan."""
    berkas = Path(settings.AKAR) / "fixtures" / "naskah" / "matriks-2023.yaml"
    naskah, masalah = periksa_naskah(baca_yaml(berkas))
    assert masalah == []
    return naskah


def baca_usulan(data: bytes, nama: str = "lama.xlsx", tahun: int = 2023) -> Susunan:
    """What comes of a workbook when every proposal is taken as it is."""
    buku = baca_lama(BytesIO(data), nama)
    return susun([u.dipakai() for u in map(usulkan, buku.lembar) if u.memuat_rencana], tahun)


def tulis(naskah: Naskah, tata: Tata) -> bytes:
    """The workbook."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    terpisah = tata.area in ("lembar", "judul")
    kertas: _Kertas | None = None
    for n, p in enumerate(naskah.pengungkit, 1):
        nama = NAMA[p.kode]
        if kertas is None or terpisah:
            judul = f"{n}. {nama.title()}"[:31] if tata.area == "lembar" else f"Lembar{n}"
            kertas = _Kertas(buku.create_sheet(judul))
            _kepala(kertas, naskah, tata, f"PENGUNGKIT {p.kode}: {nama}" if tata.area == "judul" else "")
        lebar = max(kertas.kolom.values())
        if tata.area == "baris":
            if tata.riuh:
                kertas.baris += 1
            kertas.bentang(f"{'ABCDEF'[n - 1] if tata.kata % 2 else p.kode}. {nama}", lebar)
        awal = kertas.baris
        for k in p.kerja:
            _kerja(kertas, k, tata)
        if tata.area == "kolom":
            kertas.kertas.cell(awal, kertas.kolom["area"], f"{p.kode}. {nama.title()}")
            kertas.gabung(kertas.kolom["area"], awal, kertas.baris - 1)
        if tata.riuh and terpisah:
            _kaki(kertas, naskah)
    if tata.riuh and not terpisah and kertas:
        _kaki(kertas, naskah)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _kepala(k: _Kertas, naskah: Naskah, tata: Tata, judul: str) -> None:
    area, no, kerja, huruf, aksi, jadwal, orang, bukti = KATA[tata.kata]
    if tata.riuh:
        k.bentang("KEMENTERIAN PENDIDIKAN, KEBUDAYAAN, RISET, DAN TEKNOLOGI", 8)
        k.bentang(f"RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS TAHUN {naskah.tahun}", 8)
    if judul:
        k.bentang(judul, 8)
    k.baris += 2 if tata.riuh else 0
    kolom: list[tuple[str, str]] = []
    if tata.area == "kolom":
        kolom.append(("area", area))
    kolom.append(("no", no))
    if tata.kerja not in ("baris", "satu"):
        kolom.append(("kerja", kerja))
    if tata.huruf == "kolom" and tata.aksi == "baris":
        kolom.append(("huruf", huruf or aksi))
    kolom.append(("aksi", aksi))
    bulan = tata.waktu in ("bulan", "warna")
    anak = {"tanggal": ("Mulai", "Selesai"), "teks": ("Target", "Realisasi")}.get(
        tata.waktu, tuple(b[:3] for b in BULAN)
    )
    kolom += [(f"waktu{i}", jadwal) for i in range(len(anak))] + [("orang", orang), ("bukti", bukti)]
    kolom.append(("ket", "Keterangan"))
    for ke, (kunci, teks) in enumerate(kolom, 1):
        k.kolom[kunci] = ke
        k.kertas.cell(k.baris, ke, teks).fill = ABU
    baris = k.baris
    pertama = k.kolom["waktu0"]
    for i, teks in enumerate(anak):
        k.kertas.cell(baris + 1, pertama + i, teks).fill = ABU
    k.kertas.merge_cells(start_row=baris, end_row=baris, start_column=pertama, end_column=pertama + len(anak) - 1)
    if "huruf" in k.kolom and not huruf:
        ke = k.kolom["huruf"]
        k.kertas.merge_cells(start_row=baris, end_row=baris + 1, start_column=ke, end_column=ke + 1)
    for kunci, ke in k.kolom.items():
        if not kunci.startswith("waktu") and not (kunci in ("huruf", "aksi") and "huruf" in k.kolom and not huruf):
            k.gabung(ke, baris, baris + 1)
    k.baris += 2
    if tata.riuh and not bulan:
        for ke in range(1, len(kolom) + 1):
            k.kertas.cell(k.baris, ke, f"({ke})")
        k.baris += 1


def _kerja(k: _Kertas, kerja: NaskahKerja, tata: Tata) -> None:
    awal = k.baris
    nomor = kerja.nomor
    if tata.kerja == "baris":
        k.bentang(f"{nomor}. {kerja.uraian}" if nomor else kerja.uraian, max(k.kolom.values()))
        awal = k.baris
    elif tata.kerja == "satu":
        k.isi(k.kolom["no"], nomor)
        k.isi(k.kolom["aksi"], kerja.uraian)
        k.baris += 1
    for baris in _baris(kerja, tata):
        if tata.kerja not in ("baris", "satu") and (k.baris == awal or tata.kerja == "ulang"):
            k.isi(k.kolom["no"], nomor)
            k.isi(k.kolom["kerja"], kerja.uraian)
        for kunci, nilai in baris.items():
            if kunci == "warna":
                for ke in nilai:
                    k.kertas.cell(k.baris, k.kolom["waktu0"] + ke).fill = HIJAU
            else:
                k.isi(k.kolom[kunci], nilai)
        k.baris += 1
    if tata.kerja == "gabung":
        k.gabung(k.kolom["no"], awal, k.baris - 1)
        k.gabung(k.kolom["kerja"], awal, k.baris - 1)
    if tata.bukti == "kerja" and tata.kerja == "gabung":
        k.gabung(k.kolom["bukti"], awal, k.baris - 1)


def _baris(kerja: NaskahKerja, tata: Tata) -> Iterator[dict[str, Any]]:
    """The rows of a rencana kerja, by column."""
    bukti = _bukti(kerja)
    semua = [b for satu in bukti for b in satu]
    if tata.aksi == "sel":
        teks, jadwal = kerja.aksi[0].uraian, kerja.aksi[0].jadwal_teks
        if len(kerja.aksi) > 1:
            teks = "\n".join(f"{a.huruf}. {a.uraian}" for a in kerja.aksi)
            jadwal = "\n".join(f"{a.huruf}. {a.jadwal_teks or '-'}" for a in kerja.aksi)
        yield {"aksi": teks, "waktu0": jadwal, "orang": tata.orang, "bukti": _nomori(semua)}
        return
    for i, a in enumerate(kerja.aksi):
        isi: dict[str, Any] = {"aksi": a.uraian, "orang": tata.orang}
        if tata.huruf == "kolom":
            isi["huruf"] = f"{a.huruf}." if a.huruf else None
        elif tata.huruf == "teks" or tata.kerja == "satu":
            isi["aksi"] = f"{a.huruf or 'a'}. {a.uraian}"
        waktu = list(_waktu(a, tata))
        if tata.bukti == "kerja":
            item = [_nomori(semua)] if i == 0 else []
        else:
            item = ["\n".join(f"- {b}" for b in bukti[i])] if tata.bukti == "aksi" else bukti[i]
        for j in range(max(len(waktu), len(item), 1)):
            satu = dict(isi) if j == 0 else {}
            satu |= waktu[j] if j < len(waktu) else {}
            if j < len(item) and item[j]:
                satu["bukti"] = item[j]
            yield satu


def _bukti(kerja: NaskahKerja) -> list[list[str]]:
    """Evidence by action; that of the whole row beside the last."""
    hasil: list[list[str]] = [[] for _ in kerja.aksi]
    for s in sorted(kerja.syarat, key=lambda s: (s.aksi is None, s.aksi or 0)):
        hasil[-1 if s.aksi is None else s.aksi].append(s.teks)
    return hasil


def _nomori(semua: list[str]) -> str | None:
    return "\n".join(f"{n}. {b}" for n, b in enumerate(semua, 1)) if len(semua) > 1 else "".join(semua) or None


def _waktu(aksi: NaskahAksi, tata: Tata) -> Iterator[dict[str, Any]]:
    if tata.waktu == "teks":
        yield {"waktu0": aksi.jadwal_teks or None}
    elif tata.waktu == "tanggal":
        yield from ({"waktu0": e.mulai, "waktu1": e.jatuh_tempo} for e in aksi.jadwal.kejadian)
    else:
        bulan = bulan_aksi(aksi)
        yield {"warna": bulan} if tata.waktu == "warna" else {f"waktu{b}": "x" for b in bulan}


def bulan_aksi(aksi: NaskahAksi) -> list[int]:
    """Months (from 0) an action's occurrences fall due in, within the plan's year."""
    return sorted(
        {e.jatuh_tempo.month - 1 for e in aksi.jadwal.kejadian if e.jatuh_tempo and e.jatuh_tempo.year == 2023}
    )


def _kaki(k: _Kertas, naskah: Naskah) -> None:
    k.isi(1, "JUMLAH")
    k.isi(2, 39)
    k.baris += 3
    k.isi(6, f"Mataram, 1 Februari {naskah.tahun}")
    k.baris += 1
    k.isi(6, "Kepala Kantor Bahasa Provinsi NTB,")
    k.baris += 4
    k.isi(6, "Dr. Umi Kulsum, S.S., M.Hum.")
    k.baris += 1
    k.isi(6, "NIP 196909161995032001")
    k.baris += 2


# --- telling what was read from what was written -------------------------------------------------------

Kerja = tuple[str, tuple[tuple[str, Any], ...], tuple[tuple[int | None, str], ...]]


def harapan(naskah: Naskah, tata: Tata) -> dict[str, list[Kerja]]:
    """What a reader should find, as far as the layout tells it."""
    return {p.kode: [_harap_kerja(k, tata) for k in p.kerja] for p in naskah.pengungkit}


def _harap_kerja(k: NaskahKerja, tata: Tata) -> Kerja:
    tunggal = len(k.aksi) == 1 or tata.bukti == "kerja" or tata.aksi == "sel"
    bukti = tuple((None if tunggal else i, satu) for i, semua in enumerate(_bukti(k)) for satu in semua)
    aksi = tuple((a.uraian, _harap_waktu(a, tata)) for a in k.aksi)
    return k.uraian, aksi, bukti


def _harap_waktu(a: NaskahAksi, tata: Tata) -> Any:
    if tata.waktu in ("bulan", "warna"):
        return tuple(bulan_aksi(a))
    return tuple((e.mulai, e.jatuh_tempo) for e in a.jadwal.kejadian)


def terbaca(isi: IsiRencana, tata: Tata) -> dict[str, list[Kerja]]:
    """What was read, in the same form."""
    return {p.kode: [_baca_kerja(k, tata) for k in p.kerja] for p in isi.pengungkit}


def _baca_kerja(k: IsiKerja, tata: Tata) -> Kerja:
    def waktu(a: Any) -> Any:
        kejadian = a.jadwal.kejadian if a.jadwal else ()
        if tata.waktu in ("bulan", "warna"):
            return tuple(
                sorted({m for e in kejadian if e.mulai for m in range(e.mulai.month - 1, e.jatuh_tempo.month)})
            )
        return tuple((e.mulai, e.jatuh_tempo) for e in kejadian)

    aksi = tuple((a.uraian, waktu(a)) for a in k.aksi)
    tunggal = len(k.aksi) == 1
    return k.uraian, aksi, tuple((None if tunggal else s.aksi, s.teks) for s in k.syarat)


CORAK: dict[str, Tata] = {
    "judul_di_antara_baris": Tata(),
    "kolom_pengungkit_gabung": Tata(area="kolom", kata=1, bukti="baris", huruf="teks"),
    "lembar_per_pengungkit": Tata(area="lembar", kata=2, kerja="sekali", bukti="kerja"),
    "judul_di_atas_tabel": Tata(area="judul", kata=3, kerja="ulang", huruf="tanpa"),
    "tanggal_sungguhan": Tata(waktu="tanggal", kata=1, huruf="teks"),
    "bulan_bertanda": Tata(waktu="bulan", kata=0),
    "bulan_berwarna": Tata(waktu="warna", kata=2, area="kolom"),
    "beberapa_aksi_sesel": Tata(aksi="sel", kata=0, bukti="kerja"),
    "rencana_kerja_sebaris_penuh": Tata(kerja="baris", kata=3, huruf="teks"),
    "satu_kolom_bertingkat": Tata(kerja="satu", kata=1, huruf="teks", area="lembar"),
    "polos_tanpa_hiasan": Tata(riuh=False, kerja="sekali", huruf="tanpa", bukti="baris"),
}
"""Layouts met in offices, by name."""


def hitung(naskah: Naskah, isi: IsiRencana, tata: Tata) -> dict[str, int]:
    """How many came back right: rows by their words, actions with their schedule, evidence where it belongs."""
    mau, dapat = harapan(naskah, tata), terbaca(isi, tata)
    jumlah = dict.fromkeys(("kerja", "aksi", "jadwal", "bukti", "bukti_teks"), 0)
    for kode, semua in mau.items():
        ada = {k[0]: k for k in dapat.get(kode, [])}
        for k in semua:
            if k[0] not in ada:
                continue
            jumlah["kerja"] += 1
            _, aksi, bukti = ada[k[0]]
            jumlah["aksi"] += sum(a[0] in [x[0] for x in aksi] for a in k[1])
            jumlah["jadwal"] += sum(a in aksi for a in k[1])
            jumlah["bukti"] += _irisan(k[2], bukti)
            jumlah["bukti_teks"] += _irisan([b[1] for b in k[2]], [b[1] for b in bukti])
    return jumlah


def _irisan(a: Any, b: Any) -> int:
    sisa = list(b)
    n = 0
    for satu in a:
        if satu in sisa:
            sisa.remove(satu)
            n += 1
    return n
