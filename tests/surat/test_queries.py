"""What other rooms ask of the papers: which there are, and who has signed the pakta."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.pabrik import Kantor, buat_orang
from zona.organisasi.models import Pengguna, Satker
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.surat.models import PenandaPakta, RevisiSurat, Surat, TemplatSurat
from zona.surat.queries.pakta import daftar_penanda, ringkas_pakta
from zona.surat.queries.surat import RingkasSurat, surat_menurut_jenis

SATU = date(2023, 2, 1)


def tanda(kantor: Kantor, *nama: str, tanggal: date = SATU) -> None:
    for satu in nama:
        orang = kantor.orang[satu]
        PenandaPakta.objects.create(
            satker=kantor.satker, tahun=2023, pengguna=orang, nama=orang.nama, tanggal=tanggal
        )  # fmt: skip


def buat(kantor: Kantor, jenis: JenisSurat, **isi: object) -> Surat:
    return Surat.objects.create(satker=kantor.satker, tahun=2023, jenis=jenis, isi="x", **isi)


def test_people_are_the_teams_and_accounts_but_no_standing_role(kantor: Kantor) -> None:
    pegawai = buat_orang(kantor.satker, "pegawai", "keluar")
    Pengguna.objects.filter(username="keluar").update(is_active=False)
    nama = [p.nama for p in daftar_penanda(kantor.satker.pk, 2023)]
    assert nama[:2] == ["Kepala", "Ketua"]
    assert nama[-1] == pegawai["pegawai"].nama
    assert len(nama) == 10
    assert not {"Admin", "Penilai", "Keluar"} & set(nama)


def test_who_signed_stays_as_they_were(kantor: Kantor) -> None:
    tanda(kantor, "anggota")
    Pengguna.objects.filter(username="anggota").update(nama="Nama Baru", is_active=False, satker=None)
    kantor.satker.tim.all().delete()
    assert [p.nama for p in daftar_penanda(kantor.satker.pk, 2023) if p.tanggal] == ["Anggota"]


@pytest.mark.parametrize(
    ("siapa", "kata", "persen", "pimpinan", "tanggal"),
    [
        ([], "belum sebagian besar", 0, False, None),
        (["kepala", "ketua"], "belum sebagian besar", 22, True, None),
        (["ketua", *(f"koordinator-{k}" for k in ("i", "ii", "iii", "iv"))], "sebagian besar", 55, False, None),
        (["kepala", "ketua", "anggota", "koordinator-i", "koordinator-ii"], "sebagian besar", 55, True, SATU),
    ],
)
def test_words_of_the_share(
    kantor: Kantor, siapa: list[str], kata: str, persen: int, pimpinan: bool, tanggal: date | None
) -> None:
    tanda(kantor, *siapa)
    isi = ringkas_pakta(kantor.satker.pk, 2023)
    assert (isi.jumlah, isi.menandatangani) == (9, len(siapa))
    assert (isi.kata, isi.persen, isi.pimpinan_sudah, isi.tanggal) == (kata, persen, pimpinan, tanggal)
    assert isi.cukup is (tanggal is not None)


def test_day_is_when_head_and_most_had_signed(kantor: Kantor) -> None:
    tanda(kantor, "ketua", "anggota", "koordinator-i", "koordinator-ii")
    tanda(kantor, "koordinator-iii", tanggal=date(2023, 2, 5))
    tanda(kantor, "kepala", tanggal=date(2023, 2, 3))
    assert ringkas_pakta(kantor.satker.pk, 2023).tanggal == date(2023, 2, 3)
    PenandaPakta.objects.filter(nama="Anggota").update(tanggal=date(2023, 2, 9))
    assert ringkas_pakta(kantor.satker.pk, 2023).tanggal == date(2023, 2, 5)


def test_left_out_do_not_count_and_typed_ones_do(kantor: Kantor) -> None:
    semua = [n for n, o in kantor.orang.items() if o.satker_id == kantor.satker.pk and n not in ("admin", "anggota")]
    tanda(kantor, *semua)
    lain = {"satker": kantor.satker, "tahun": 2023}
    PenandaPakta.objects.create(**lain, pengguna=kantor.orang["anggota"], nama="Anggota", alasan_luar="Tugas belajar")
    PenandaPakta.objects.create(**lain, nama="Satpam", tanggal=SATU)
    isi = ringkas_pakta(kantor.satker.pk, 2023)
    assert (isi.jumlah, isi.menandatangani, isi.kata) == (9, 9, "seluruh")


def test_year_and_office_apart(kantor: Kantor) -> None:
    tanda(kantor, "kepala")
    buat(kantor, JenisSurat.PAKTA)
    assert ringkas_pakta(kantor.satker.pk, 2024).menandatangani == 0
    assert surat_menurut_jenis(kantor.satker, 2024) == {}
    assert surat_menurut_jenis(Satker.objects.get(kode="LAIN"), 2023) == {}


def test_papers_tell_their_state(kantor: Kantor) -> None:
    buat(kantor, JenisSurat.USULAN)
    buat(kantor, JenisSurat.SK_TIM, nomor="1/SK/2023", tanggal=SATU, tahun_nomor=2023)
    buat(kantor, JenisSurat.SPTJM, tanggal=SATU)
    buat(kantor, JenisSurat.PIAGAM, tanggal=SATU, terkunci=True)
    isi = surat_menurut_jenis(kantor.satker, 2023)
    assert isi[JenisSurat.SK_TIM] == RingkasSurat(JenisSurat.SK_TIM, KeadaanSurat.BERNOMOR, "1/SK/2023", SATU)
    assert {j: (s.keadaan, s.selesai) for j, s in isi.items()} == {
        "usulan": ("draf", False),
        "sk-tim": ("bernomor", True),
        "sptjm": ("draf", False),
        "piagam": ("bertanda", True),
    }


def test_database_keeps_numbers_apart(kantor: Kantor) -> None:
    buat(kantor, JenisSurat.SK_TIM, nomor="1/2023", tanggal=SATU, tahun_nomor=2023)
    with pytest.raises(IntegrityError), transaction.atomic():
        buat(kantor, JenisSurat.PAKTA, nomor="1/2023", tanggal=SATU, tahun_nomor=2023)
    buat(kantor, JenisSurat.PAKTA, nomor="1/2023", tanggal=date(2022, 12, 1), tahun_nomor=2022)


@pytest.mark.parametrize("tabel", ["surat_revisisurat", "surat_templatsurat"])
@pytest.mark.parametrize("perintah", ["UPDATE {} SET oleh_id = NULL", "DELETE FROM {}"])
def test_history_is_not_changed(kantor: Kantor, tabel: str, perintah: str) -> None:
    surat = buat(kantor, JenisSurat.PAKTA)
    RevisiSurat.objects.create(surat=surat, revisi=1, isi="x", tindakan="membuat surat")
    TemplatSurat.objects.create(satker=kantor.satker, jenis=JenisSurat.PAKTA, revisi=1, isi="x")
    with (
        pytest.raises(DatabaseError, match="sudah tersimpan tidak dapat diubah"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah.format(tabel))


def test_cost_is_the_same_for_many(kantor: Kantor) -> None:
    banyak = []
    for n in range(3):
        buat_orang(kantor.satker, *(f"lagi-{n}-{i}" for i in range(5)))
        PenandaPakta.objects.create(satker=kantor.satker, tahun=2023, nama=f"Satpam {n}", tanggal=SATU)
        with CaptureQueriesContext(connection) as kueri:
            ringkas_pakta(kantor.satker.pk, 2023)
            surat_menurut_jenis(kantor.satker, 2023)
        banyak.append(len(kueri))
    assert banyak == [5, 5, 5]
