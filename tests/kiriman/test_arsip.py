"""Hostile and odd archives: refused with a sentence, or read for what they are."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest

from tests.berkas_contoh import arsip_dari, pdf
from zona.inti.errors import DomainError
from zona.kiriman.domain import arsip
from zona.kiriman.domain.arsip import baca_arsip
from zona.kiriman.domain.nama import PANJANG, jalur_tampil

BIASA = "1. Manajemen Perubahan/1.1 Tim/SK.pdf"


def baca(isi: bytes) -> arsip.IsiArsip:
    return baca_arsip(io.BytesIO(isi))


def satu(nama: str = "SK.pdf", isi: bytes = b"%PDF-", **atribut: int) -> bytes:
    """A ZIP of one entry with the attributes given."""
    info = zipfile.ZipInfo(nama)
    for kunci, nilai in atribut.items():
        setattr(info, kunci, nilai)
    badan = io.BytesIO()
    with zipfile.ZipFile(badan, "w") as z:
        z.writestr(info, isi)
    return badan.getvalue()


def ganti(isi: bytes, lama: bytes, baru: bytes) -> bytes:
    assert lama in isi
    assert len(lama) == len(baru)
    return isi.replace(lama, baru)


def kembar() -> bytes:
    return ganti(arsip_dari({"a/SK.pdf": b"1", "a/SX.pdf": b"2"}), b"SX.pdf", b"SK.pdf")


def bertumpuk() -> bytes:
    """Two entries of the list that point at the same bytes (the way of a "better zip bomb")."""
    isi = arsip_dari({"a.pdf": b"x" * 100, "b.pdf": b"y" * 100}, padat=zipfile.ZIP_STORED)
    kedua = isi.index(b"PK\x01\x02", isi.index(b"PK\x01\x02") + 1)
    return isi[: kedua + 42] + struct.pack("<L", 0) + isi[kedua + 46 :]


def bersandi() -> bytes:
    isi = arsip_dari({"SK.pdf": b"x"})
    letak = isi.index(b"PK\x01\x02")
    return isi[: letak + 8] + struct.pack("<H", 1) + isi[letak + 10 :]


def banyak(n: int) -> bytes:
    return arsip_dari({f"{i}.pdf": b"" for i in range(n)}, padat=zipfile.ZIP_STORED)


def berbohong() -> bytes:
    """The end record speaks of 60,000 entries."""
    isi = arsip_dari({"SK.pdf": b"x"})
    letak = isi.rindex(b"PK\x05\x06")
    return isi[: letak + 8] + struct.pack("<HH", 60_000, 60_000) + isi[letak + 12 :]


TOLAK: dict[str, tuple[Callable[[], bytes], str]] = {
    "bukan-zip": (lambda: b"Ini bukan ZIP", arsip.BUKAN),
    "rar": (lambda: b"Rar!\x1a\x07\x00" + b"x" * 40, arsip.BUKAN),
    "pdf-di-depan": (lambda: b"%PDF-1.7\n" + arsip_dari({"SK.pdf": b"x"}), arsip.BUKAN),
    "0-byte": (lambda: b"", arsip.BUKAN),
    "kosong": (lambda: arsip_dari({}), arsip.KOSONG),
    "hanya-map": (lambda: arsip_dari({"a/": b"", "a/b/": b""}), arsip.KOSONG),
    "hanya-sampah": (lambda: arsip_dari({"__MACOSX/._SK.pdf": b"x", "a/.DS_Store": b"x"}), arsip.KOSONG),
    "terpotong": (lambda: arsip_dari({"SK.pdf": pdf()})[:-30], arsip.RUSAK),
    "daftar-rusak": (lambda: arsip_dari({"SK.pdf": b"x"}).replace(b"PK\x01\x02", b"PK\x09\x02"), arsip.RUSAK),
    "mutlak": (lambda: arsip_dari({"/etc/SK.pdf": b"x"}), arsip.KELUAR),
    "mutlak-windows": (lambda: arsip_dari({"C:\\SK.pdf": b"x"}), arsip.KELUAR),
    "mutlak-jaringan": (lambda: arsip_dari({"\\\\tuan\\SK.pdf": b"x"}), arsip.KELUAR),
    "titik-dua": (lambda: arsip_dari({"a/../../SK.pdf": b"x"}), arsip.KELUAR),
    "titik-dua-windows": (lambda: arsip_dari({"a\\..\\..\\SK.pdf": b"x"}), arsip.KELUAR),
    "tautan": (lambda: satu(create_system=3, external_attr=(stat.S_IFLNK | 0o777) << 16), arsip.TAUTAN),
    "pipa": (lambda: satu(create_system=3, external_attr=(stat.S_IFIFO | 0o666) << 16), arsip.TAUTAN),
    "tautan-windows": (lambda: satu(external_attr=0x400), arsip.TAUTAN),
    "kembar": (kembar, arsip.KEMBAR),
    "bertumpuk": (bertumpuk, arsip.TUMPANG),
    "bersandi": (bersandi, arsip.TERKUNCI),
    "bom-satu": (lambda: arsip_dari({"SK.pdf": bytes(25 * 1024 * 1024)}), arsip.BOM),
    "bom-banyak": (lambda: arsip_dari({f"{i}.pdf": bytes(5 * 1024 * 1024) for i in range(6)}), arsip.BOM),
    "5.001-entri": (lambda: banyak(5_001), arsip.BANYAK),
    "katanya-60.000": (berbohong, arsip.BANYAK),
}


@pytest.mark.parametrize(("buat", "kalimat"), TOLAK.values(), ids=TOLAK)
def test_ditolak_dengan_kalimat(buat: Callable[[], bytes], kalimat: str) -> None:
    with pytest.raises(DomainError) as galat:
        baca(buat())
    assert galat.value.pesan == kalimat


def test_50_000_entri_ditolak_tanpa_membaca_daftarnya(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = banyak(5_001)
    monkeypatch.setattr(zipfile.ZipFile, "__init__", None)  # would fail where it were opened
    with pytest.raises(DomainError, match=r"5\.000"):
        baca(isi)


def test_total_melampaui_batas_ditolak(settings) -> None:
    settings.ZONA_BATAS_KIRIMAN_MB = 1
    with pytest.raises(DomainError) as galat:
        baca(arsip_dari({f"{i}.pdf": pdf() + bytes(range(256)) * 3000 for i in range(4)}, padat=zipfile.ZIP_STORED))
    assert galat.value.pesan == arsip.BOM


ALASAN = {
    "lama.zip": arsip.BERSARANG,
    "lama.RAR": arsip.BERSARANG,
    "surat.doc": arsip.OFFICE_LAMA,
    "program.exe": "Berkas .exe tidak dapat menjadi bukti. " + arsip.HANYA,
    "tanpa akhiran": "Berkas tanpa akhiran tidak dapat menjadi bukti. " + arsip.HANYA,
    "kosong.pdf": "Berkas ini kosong (0 byte).",
    "besar.pdf": "Berkas ini lebih besar daripada 1 MB. Perkecil dahulu.",
    "SK.pdf": "",
}


def test_berkas_yang_tidak_diambil_berkata_sebabnya_dan_yang_lain_terus(settings) -> None:
    settings.ZONA_BATAS_UNGGAH_MB = 1
    panjang = {"kosong.pdf": 0, "besar.pdf": 1024 * 1024 + 1}
    isi = baca(arsip_dari({n: b"x" * panjang.get(n, 9) for n in ALASAN}, padat=zipfile.ZIP_STORED))
    assert {e.nama: e.tolak for e in isi.entri} == ALASAN


def test_sampah_sistem_dilewati_dan_dihitung() -> None:
    sampah = ["__MACOSX/a/._SK.pdf", "a/.DS_Store", "a/Thumbs.db", "a/desktop.ini", "a/~$SK.docx", "a/._x.pdf"]
    isi = baca(arsip_dari({"a/": b"", "a/SK.pdf": b"x", **dict.fromkeys(sampah, b"x")}))
    assert ([e.jalur for e in isi.entri], isi.sistem) == (["a/SK.pdf"], 6)


def test_nomornya_tempat_di_daftar_arsip() -> None:
    isi = baca(arsip_dari({"a/": b"", "a/.DS_Store": b"x", "a/SK.pdf": b"x", "b.pdf": b"y"}))
    assert [(e.urutan, e.jalur) for e in isi.entri] == [(3, "a/SK.pdf"), (4, "b.pdf")]


def zip_bernama(mentah: bytes, *, utf8: bool) -> bytes:
    """The name of the one entry as these very bytes."""
    isi = satu("N" * len(mentah), b"x")
    isi = isi.replace(b"N" * len(mentah), mentah)
    if not utf8:
        return isi
    lokal, pusat = 6, isi.index(b"PK\x01\x02") + 8
    bendera = struct.pack("<H", 0x800)
    return isi[:lokal] + bendera + isi[lokal + 2 : pusat] + bendera + isi[pusat + 2 :]


NAMA = {
    "utf-8": ("Rapat Café/SK.pdf".encode(), True, "Rapat Café/SK.pdf"),
    "utf-8-tanpa-kata": ("Rapat Café/SK.pdf".encode(), False, "Rapat Café/SK.pdf"),
    "cp437": ("Café.pdf".encode("cp437"), False, "Café.pdf"),
    "emoji": ("🎉/SK 🎉.pdf".encode(), True, "🎉/SK 🎉.pdf"),
    "garis-balik": (b"a\\b\\SK.pdf", False, "a/b/SK.pdf"),
    "nul": (b"SK.pdf\0.exe", False, "SK.pdf.exe"),
    "kendali": (b"a\x07/S\x1bK\n.pdf", False, "a/SK.pdf"),
    "kanan-ke-kiri": ("SK\u202efdp.exe".encode(), True, "SKfdp.exe"),
    "titik": (b"./a/./SK.pdf", False, "a/SK.pdf"),
    "300-huruf": (b"a/" + b"x" * 300 + b".pdf", False, "a/" + "x" * 251 + ".pdf"),
}


@pytest.mark.parametrize(("mentah", "utf8", "tampil"), NAMA.values(), ids=NAMA)
def test_nama_dibaca_sebagaimana_dimaksud(mentah: bytes, utf8: bool, tampil: str) -> None:
    [entri] = baca(zip_bernama(mentah, utf8=utf8)).entri
    assert (entri.jalur, entri.nama) == (tampil, tampil.rpartition("/")[2])


def test_jalur_yang_sangat_dalam_dipotong_dari_depan() -> None:
    jalur = jalur_tampil("/".join(["map yang panjang"] * 100) + "/SK.pdf")
    assert (len(jalur), jalur[0], jalur[-7:]) == (PANJANG, "…", "/SK.pdf")
