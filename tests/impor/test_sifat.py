"""Whatever is typed into the workbook is what it is read back as, and what is applied can be taken back."""

from collections import Counter
from functools import partial

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contoh import Contoh
from tests.impor.bantu import beda, ekspor, polos, segar, sunting, terapkan, terima, urungkan
from tests.impor.ubahan_acak import Kunci, harapan, kerjakan, suntingan
from tests.pabrik import HARI_INI, Kantor, jadikan_draf
from zona.impor.perubahan import Perubahan
from zona.impor.queries.isi import isi_kini
from zona.organisasi.models import Pengguna

SEDIKIT = settings(max_examples=8, database=None, suppress_health_check=list(HealthCheck))


TERHALANG = ("penanggung_jawab", "tiap", "tanggal")
"""Edits that may be refused: nobody of the team, evidence of no single action; and a date agreed on, which stays."""


def terbaca(semua: tuple[Perubahan, ...]) -> Counter[Kunci]:
    """A moved row is one of two that changed places, and only the new ones have no key."""
    hasil: Counter[Kunci] = Counter()
    for p in semua:
        kunci = p.kunci if p.jenis in ("ubah", "hapus") else None
        for kolom in [u.kolom for u in p.kolom] if p.jenis == "ubah" else [""]:
            hasil[p.jenis, p.benda, kunci, kolom] += 1
    return hasil


def test_edits_of_random_cells_are_read_back_as_just_those(contoh: Contoh) -> None:
    buku, isi = ekspor(contoh.rencana), isi_kini(segar(contoh.rencana))
    assert beda(contoh.rencana, sunting(buku)) == ()

    @SEDIKIT
    @given(st.data())
    def coba(data: st.DataObject) -> None:
        ubah = data.draw(suntingan(isi, HARI_INI))
        assert terbaca(beda(contoh.rencana, sunting(buku, partial(kerjakan, semua=ubah)))) == harapan(ubah)

    coba()


def test_what_is_applied_is_what_the_file_says_and_taken_back_is_as_before(kantor: Kantor, ketua: Pengguna) -> None:
    jadikan_draf(kantor)
    buku, isi = ekspor(kantor.rencana), isi_kini(segar(kantor.rencana))

    @SEDIKIT
    @given(st.data())
    def coba(data: st.DataObject) -> None:
        ubah = [u for u in data.draw(suntingan(isi, HARI_INI, 6)) if u.harapan[0][3] not in TERHALANG]
        with transaction.atomic():
            impor = terima(kantor.rencana, sunting(buku, partial(kerjakan, semua=ubah)), ketua)
            if ubah:
                terapkan(impor, ketua, alasan="Rapat")
                assert beda(kantor.rencana, sunting(buku, partial(kerjakan, semua=ubah))) == ()
                urungkan(impor, ketua)
            assert polos(isi_kini(segar(kantor.rencana))) == polos(isi)
            transaction.set_rollback(True)

    coba()
