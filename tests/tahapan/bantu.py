"""Reading the page of stages as a person does, and filling it in."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bs4 import Tag

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.surat.models import PenandaPakta
from zona.tahapan.domain.dokumen import tambah_dokumen
from zona.tahapan.domain.tahap import isi_tahap
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap

HARI = date(2023, 3, 15)
Buka = Callable[..., Klien]


def isi(kantor: Kantor, kode: str, **lain: Any) -> bool:
    bawaan = {"rencana": kantor.rencana, "oleh": kantor.orang["ketua"], "hari_ini": HARI}
    return isi_tahap(kode=KodeTahap(kode), **{**bawaan, **lain})


def dokumen(kantor: Kantor, kode: str, jenis: JenisDokumen, **lain: Any) -> DokumenTahap:
    lain = lain or {"tautan": "https://contoh.id/berita"}
    return tambah_dokumen(rencana=kantor.rencana, kode=KodeTahap(kode), jenis=jenis, oleh=kantor.orang["ketua"], **lain)


def bagian(halaman: Any, kode: str) -> Tag:
    return urai(halaman).select_one(f"li#{kode}")


def keadaan(halaman: Any, kode: str) -> tuple[str, str]:
    """State, and the days: planned | true."""
    li = bagian(halaman, kode)
    return teks(li.select_one(".status")), " | ".join(teks(d) for d in li.select("dl dd"))


def kurang(halaman: Any, kode: str) -> list[str]:
    return [teks(b) for b in bagian(halaman, kode).select(".kurang-tahap li")]


def tanda(kantor: Kantor, *siapa: str, tahun: int = 2023) -> None:
    for nama in siapa:
        orang = kantor.orang[nama]
        PenandaPakta.objects.create(
            satker=kantor.satker, tahun=tahun, pengguna=orang, nama=orang.nama, tanggal=date(2023, 1, 31)
        )


def kirim(peramban: Klien, kantor: Kantor, kode: str, **data: Any) -> Any:
    return peramban.post(kantor.alamat(f"tahapan/{kode}/"), {"revisi": 0, **data})


def unggah(peramban: Klien, kantor: Kantor, kode: str, **data: Any) -> Any:
    return peramban.post(kantor.alamat(f"tahapan/{kode}/dokumen/"), data)
