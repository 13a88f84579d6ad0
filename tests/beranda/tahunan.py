"""The office UJI over three years, and reading the year switch of a page."""

import re

from django.http import HttpResponse
from django.urls import resolve

from rencana_aksi.domain.salin.rancangan import Pilihan
from rencana_aksi.domain.salin.tulis import salin_rencana
from rencana_aksi.models import Rencana
from tests.bantuan import teks, urai
from tests.pabrik import Kantor, buat_orang, buat_rencana, buat_tim
from zona.organisasi.enums import PENGARAH, Peran

ORANG = ("kepala", "ketua", "koordinator-i", "koordinator-ii", "anggota", "penilai", "admin", "pegawai")


def tambah_2022(kantor: Kantor) -> Rencana:
    """The ditetapkan plan of 2022, when others led: `koordinator-i` was ketua, `anggota` koordinator of I."""
    o = kantor.orang
    isi = [(PENGARAH, o["kepala"], Peran.KEPALA), (PENGARAH, o["koordinator-i"], Peran.KETUA)]
    buat_tim(kantor.satker, 2022, [*isi, ("I", o["anggota"], Peran.KOORDINATOR), ("I", o["ketua"], Peran.ANGGOTA)])
    rencana, _ = buat_rencana(kantor.satker, kantor.rencana.instrumen, 2022)
    return rencana


def salin_2024(kantor: Kantor, *, tim: bool = True) -> Rencana:
    """The plan of 2023 copied into 2024, as a draf."""
    return salin_rencana(
        rencana=kantor.rencana, ke=2024, pilihan=Pilihan(tim=tim), instrumen=kantor.rencana.instrumen,
        oleh=kantor.orang["ketua"],
    )  # fmt: skip


def tiga_tahun(kantor: Kantor) -> Kantor:
    """2022 and 2023 ditetapkan, 2024 a draf, and one of the office who is in no team."""
    kantor.orang |= buat_orang(kantor.satker, "pegawai")
    tambah_2022(kantor)
    salin_2024(kantor)
    return kantor


def pilihan_tahun(halaman: HttpResponse) -> list[str]:
    """The switch as read: each year with its state and marks; [2023] stands for where one is."""
    baris = urai(halaman).select("header .tahun-baris")
    return [f"[{teks(b)}]" if b.get("aria-current") else teks(b) for b in baris]


def tautan_tahun(halaman: HttpResponse) -> dict[int, str]:
    """Where the switch leads, by year."""
    return {int(teks(a.select_one(".tahun"))): a["href"] for a in urai(halaman).select("header a.tahun-baris")}


def nama_alamat(jalur: str) -> str:
    return resolve(jalur).view_name


RAHASIA = re.compile(r'(name="csrfmiddlewaretoken" value="|"X-CSRFToken":\s*")[^"]*')
SAKELAR = re.compile(r'<(details|p) class="pilih-tahun">.*?</\1>', re.S)


def tanpa_sakelar(halaman: HttpResponse) -> str:
    """The page as it was sent, but for the year switch and what protects its forms."""
    return SAKELAR.sub("", RAHASIA.sub(r"\1…", halaman.content.decode()))
