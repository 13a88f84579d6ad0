"""A plan of another year, made or copied, changes nothing on anybody's pages but the year switch."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse

from rencana_aksi.models import Rencana
from tests.bantuan import Alamat, Klien, semua_alamat
from tests.beranda.pembaca import buat_bukti
from tests.beranda.tahunan import salin_2024, tanpa_sakelar
from tests.pabrik import Kantor
from tests.test_hak import TERBUKA

BERUBAH = {
    "rencana_aksi:jejak": "the audit trail tells that the plan was copied",
    "rencana_aksi:salin": "proposes the next year that has no plan",
    "mulai:rencana": "proposes a year that has no plan",
}
ALAMAT = [a for a in semua_alamat() if a.nama not in TERBUKA | set(BERUBAH) and a.pola.endswith("/")]
ALAMAT += [a for a in semua_alamat() if a.nama == "beranda:awal"]


def jalur(alamat: Alamat, benda: dict[str, int]) -> str:
    """The address of something that is there, as far as the office has one of the kind."""
    milik = re.search(r"(\w+)/<int:pk>", alamat.pola)
    contoh = {"satker": "uji", "tahun": 2023, "pk": benda.get(milik[1] if milik else "", 1), "bulan": 3, "nomor": 1}
    contoh |= {"kode": "I", "triwulan": 1, "komponen": "A1", "soal": "A1.1.a", "jenis": "mandiri", "langkah": "ajukan"}
    return reverse(alamat.nama, kwargs={k: contoh.get(k, "x") for k in alamat.isian})


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin"])
def test_copying_to_next_year_changes_no_page(klien: Callable[..., Klien], kantor: Kantor, siapa: str) -> None:
    bukti = buat_bukti(kantor.syarat["I", "aksi"], kantor.orang["anggota"])
    benda = {
        "aksi": kantor.aksi["I", "a"].pk,
        "pelaksanaan": kantor.pelaksanaan["I", "a"][0].pk,
        "kerja": kantor.baris["I"].pk,
        "orang": kantor.orang["anggota"].pk,
        "bukti": bukti.pk,
        **dict.fromkeys(("syarat", "unggah", "tautan", "pakai"), kantor.syarat["I", "aksi"].pk),
    }
    k = klien(kantor.orang[siapa])
    semua = {a.nama: jalur(a, benda) for a in ALAMAT}
    sebelum = {nama: k.get(satu) for nama, satu in semua.items()}
    salin_2024(kantor)
    Rencana.objects.create(satker=kantor.satker, tahun=2021, instrumen=kantor.rencana.instrumen)
    sesudah = {nama: k.get(satu) for nama, satu in semua.items()}
    berbeda = [
        nama
        for nama, lama in sebelum.items()
        if (lama.status_code, lama.get("Location"), tanpa_sakelar(lama))
        != (sesudah[nama].status_code, sesudah[nama].get("Location"), tanpa_sakelar(sesudah[nama]))
    ]
    assert berbeda == []
    assert sum(h.status_code == 200 for h in sebelum.values()) > 30
