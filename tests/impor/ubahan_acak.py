"""Random edits of a plan's workbook, each with the changes that it must be read back as."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.enums import TAK_BERTANGGAL
from tests.impor.bantu import kolom
from zona.impor.isi import IsiAksi, IsiKerja, IsiRencana

Kunci = tuple[str, str, int | None, str]
"""Kind, thing, key, field: what one change is told by."""
KATA = st.text("abcdefghij ", min_size=3, max_size=20).map(lambda t: f"Kata {t.strip()} x")


@dataclass(frozen=True)
class Ubahan:
    """What is typed, and the changes it is."""

    kerjakan: Callable[[Workbook], None]
    harapan: tuple[Kunci, ...]
    geser: int = 0
    """Where rows are put in or taken out; these are done from the bottom up, after all that is typed."""


def cari(kertas: Worksheet, judul: str, kunci: int | None) -> list[int]:
    """The rows with a key."""
    ke = kolom(kertas, judul)
    return [b for b in range(2, kertas.max_row + 1) if kertas.cell(b, ke).value == kunci]


def ketik(lembar: str, judul_kunci: str, kunci: int | None, judul: str, nilai: object, semua: bool) -> Any:
    def kerjakan(buku: Workbook) -> None:
        baris = cari(buku[lembar], judul_kunci, kunci)
        for b in baris if semua else baris[:1]:
            buku[lembar].cell(b, kolom(buku[lembar], judul)).value = nilai

    return kerjakan


def buang(lembar: str, judul_kunci: str, kunci: int | None) -> Any:
    def kerjakan(buku: Workbook) -> None:
        for b in reversed(cari(buku[lembar], judul_kunci, kunci)):
            buku[lembar].delete_rows(b)

    return kerjakan


def tambah(lembar: str, judul_kunci: str, kunci: int | None, isi: dict[str, object]) -> Any:
    """A row behind the last with that key, which says only what is typed."""

    def kerjakan(buku: Workbook) -> None:
        kertas = buku[lembar]
        terakhir = cari(kertas, judul_kunci, kunci)[-1]
        kertas.insert_rows(terakhir + 1)
        for judul in ("Pengungkit", "No", "Rencana Kerja"):
            ke = kolom(kertas, judul)
            kertas.cell(terakhir + 1, ke).value = kertas.cell(terakhir, ke).value
        for judul, nilai in isi.items():
            kertas.cell(terakhir + 1, kolom(kertas, judul)).value = nilai

    return kerjakan


def tukar(lembar: str, judul_kunci: str, satu: int | None, lain: int | None) -> Any:
    def kerjakan(buku: Workbook) -> None:
        kertas = buku[lembar]
        a, b = (cari(kertas, judul_kunci, k)[0] for k in (satu, lain))
        for ke in range(1, kertas.max_column + 1):
            x, y = kertas.cell(a, ke), kertas.cell(b, ke)
            x.value, y.value = y.value, x.value

    return kerjakan


MACAM = (
    "kerja", "aksi", "orang", "status", "tanggal", "teks", "tiap", "buang_syarat", "buang_aksi", "tambah_syarat",
    "tambah_aksi", "tukar",
)  # fmt: skip
SEL, BUKTI = "Seluruhnya", "Bukti Fisik"
K, A, P, S = "Kunci Rencana Kerja", "Kunci Rencana Aksi", "Kunci Pelaksanaan", "Kunci Syarat"


def ubah(benda: str, isi: Any, judul: str) -> tuple[Kunci, ...]:
    """The one change of a field."""
    return (("ubah", benda, isi.kunci, judul),)


@st.composite
def ubahan(gambar: Any, kerja: IsiKerja, hari_ini: date) -> Ubahan | None:
    """One edit within a rencana kerja; None where it has nothing for the edit that was drawn."""
    aksi: IsiAksi = gambar(st.sampled_from(kerja.aksi))
    p = gambar(st.sampled_from(aksi.pelaksanaan))
    syarat = gambar(st.sampled_from(kerja.syarat)) if kerja.syarat else None
    teks, semua = gambar(KATA), gambar(st.booleans())
    match gambar(st.sampled_from(MACAM)):
        case "kerja":
            return Ubahan(ketik(SEL, K, kerja.kunci, "Rencana Kerja", teks, semua), ubah("kerja", kerja, "uraian"))
        case "aksi":
            return Ubahan(ketik(SEL, A, aksi.kunci, "Rencana Aksi", teks, semua), ubah("aksi", aksi, "uraian"))
        case "orang":
            return Ubahan(
                ketik(SEL, A, aksi.kunci, "Penanggung Jawab", teks, semua),
                (("ubah", "aksi", aksi.kunci, "penanggung_jawab"),),
            )
        case "status" if p.status == "belum":

            def selesai(buku: Workbook) -> None:
                ketik(SEL, P, p.kunci, "Status", "Selesai", True)(buku)
                ketik(SEL, P, p.kunci, "Realisasi", hari_ini, True)(buku)

            return Ubahan(selesai, (("ubah", "pelaksanaan", p.kunci, "status"),))
        case "tanggal" if aksi.jadwal and aksi.jadwal.jenis in TAK_BERTANGGAL:
            return Ubahan(ketik(SEL, P, p.kunci, "Jatuh Tempo", hari_ini, True), ubah("pelaksanaan", p, "tanggal"))
        case "tanggal" if p.jatuh_tempo and p.mulai:
            baru = p.jatuh_tempo + timedelta(days=gambar(st.integers(1, 400)) + 500)
            return Ubahan(ketik(SEL, P, p.kunci, "Jatuh Tempo", baru, True), (("ubah", "aksi", aksi.kunci, "jadwal"),))
        case "teks" if syarat:
            return Ubahan(ketik(BUKTI, S, syarat.kunci, "Bukti Fisik", teks, True), ubah("syarat", syarat, "teks"))
        case "tiap" if syarat:
            nilai = "Tidak" if syarat.tiap_pelaksanaan else "Ya"
            return Ubahan(
                ketik(BUKTI, S, syarat.kunci, "Tiap Pelaksanaan", nilai, True),
                ubah("syarat", syarat, "tiap"),
            )
        case "buang_syarat" if syarat:
            return Ubahan(buang(BUKTI, S, syarat.kunci), (("hapus", "syarat", syarat.kunci, ""),), 1)
        case "buang_aksi" if len(kerja.aksi) > 1:
            return Ubahan(buang(SEL, A, aksi.kunci), (("hapus", "aksi", aksi.kunci, ""),), 1)
        case "tambah_syarat" if syarat:
            return Ubahan(tambah(BUKTI, S, syarat.kunci, {"Bukti Fisik": teks}), (("tambah", "syarat", None, ""),), 1)
        case "tambah_aksi":
            isi = {"Rencana Aksi": teks, "Jatuh Tempo": hari_ini}
            return Ubahan(tambah(SEL, A, aksi.kunci, isi), (("tambah", "aksi", None, ""),), 1)
        case "tukar" if len(milik := [s for s in kerja.syarat if syarat and s.aksi == syarat.aksi]) > 1:
            return Ubahan(tukar(BUKTI, S, milik[0].kunci, milik[1].kunci), (("pindah", "syarat", None, ""),))
    return None


def semua_kerja(isi: IsiRencana) -> list[IsiKerja]:
    return [k for p in isi.pengungkit for k in p.kerja]


@st.composite
def suntingan(gambar: Any, isi: IsiRencana, hari_ini: date, banyak: int = 8) -> list[Ubahan]:
    """Edits of different rencana kerja, at most one of each."""
    pilih = gambar(
        st.lists(st.sampled_from(semua_kerja(isi)), min_size=1, max_size=banyak, unique_by=lambda k: k.kunci)
    )
    hasil = [gambar(ubahan(k, hari_ini)) for k in pilih]
    return [u for u in hasil if u is not None]


def kerjakan(buku: Workbook, semua: Sequence[Ubahan]) -> None:
    for u in sorted(semua, key=lambda u: u.geser):
        u.kerjakan(buku)


def harapan(semua: Sequence[Ubahan]) -> Counter[Kunci]:
    return Counter(k for u in semua for k in u.harapan)
