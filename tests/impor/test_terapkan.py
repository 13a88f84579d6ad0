"""Applying what was chosen of a workbook, and taking it back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from bukti_fisik.models import Bukti
from rencana_aksi.domain.hidup_rencana import ajukan_rencana, mulai_perubahan
from rencana_aksi.enums import JenisBukti, Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from tests.impor.bantu import ekspor, kolom, polos, segar, sunting, terapkan, terima, tulis, urungkan
from tests.pabrik import HARI_INI, Kantor, jadikan_draf, tambah_baris
from zona.impor.domain.pratinjau import pratinjau
from zona.impor.domain.terapkan import terapkan_impor
from zona.impor.models import Impor
from zona.impor.queries.isi import isi_kini
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Ubah = Callable[[Workbook], object]


@pytest.fixture
def kantor(kantor: Kantor) -> Kantor:
    """With a plan that no SK was given to yet: a file is applied to the plan itself."""
    return jadikan_draf(kantor)


@pytest.fixture
def berlaku(kantor: Kantor) -> Kantor:
    """With a plan in force: a file is applied to the draft of its perubahan."""
    sk = {"status": StatusRencana.DITETAPKAN, "nomor_sk": "1/SK", "tanggal_sk": HARI_INI}
    type(kantor.rencana).objects.filter(pk=kantor.rencana.pk).update(**sk)
    kantor.rencana.refresh_from_db()
    return kantor


@pytest.fixture
def impor(kantor: Kantor, ketua: Pengguna) -> Callable[..., Impor]:
    return lambda *ubah, oleh=ketua: terima(kantor.rencana, sunting(ekspor(kantor.rencana), *ubah), oleh)


def sisip(lembar: str, setelah: int, **isi: object) -> Ubah:
    """A new row, without keys."""

    def ubah(buku: Workbook) -> None:
        kertas = buku[lembar]
        kertas.insert_rows(setelah + 1)
        for judul, nilai in isi.items():
            kertas.cell(setelah + 1, kolom(kertas, judul.replace("_", " "))).value = nilai

    return ubah


def hapus(lembar: str, nomor: int, banyak: int = 1) -> Ubah:
    return lambda buku: buku[lembar].delete_rows(nomor, banyak)


def ringkas(impor: Impor, oleh: Pengguna) -> list[tuple[str, str, str, str]]:
    return [(p.jenis, p.benda, p.tempat, p.halangan) for p in pratinjau(impor, oleh, HARI_INI).perubahan]


def test_everything_at_once_and_back(impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna) -> None:
    """Rows I: 2–4 are aksi a, 5 is b; each pengungkit so. Evidence: three rows each."""
    semula = isi_kini(segar(kantor.rencana))
    satu = impor(
        tulis("Seluruhnya", 2, "Rencana Aksi", "Aksi yang diganti"),
        tulis("Seluruhnya", 2, "Status", "Selesai"),
        tulis("Seluruhnya", 2, "Realisasi", date(2023, 3, 2)),
        tulis("Seluruhnya", 5, "Jadwal", "12 Mei 2023"),
        tulis("Seluruhnya", 6, "Rencana Kerja", "Kerja II yang diganti"),
        tulis("Bukti Fisik", 2, "Bukti Fisik", "Notula yang diganti"),
        sisip(
            "Seluruhnya", 5, Pengungkit="I. Manajemen Perubahan", No=9, Rencana_Kerja="Kerja baru",
            Rencana_Aksi="Aksi baru satu", Jadwal="1 Juni 2023", Penanggung_Jawab="Anggota",
        ),
        sisip("Seluruhnya", 6, Rencana_Aksi="Aksi baru dua", Jadwal="1 Juli 2023"),
        hapus("Seluruhnya", 11),  # II b
        hapus("Bukti Fisik", 7),
    )  # fmt: skip
    assert ringkas(satu, ketua) == [
        ("ubah", "aksi", "I.1.a", ""),
        ("ubah", "pelaksanaan", "I.1.a", ""),
        ("ubah", "aksi", "I.1.b", ""),
        ("ubah", "syarat", "I.1", ""),
        ("tambah", "kerja", "I.2", ""),
        ("tambah", "aksi", "I.2.a", ""),
        ("tambah", "aksi", "I.2.b", ""),
        ("ubah", "kerja", "II.1", ""),
        ("hapus", "aksi", "II.1.b", ""),
        ("hapus", "syarat", "II.1", ""),
    ]
    hasil = terapkan(satu, ketua, alasan="Hasil rapat")
    assert len(hasil.diterapkan) == 10
    assert hasil.dilewati == {}
    baru = RencanaKerja.objects.get(pengungkit__kode="I", nomor=2)
    assert [(a.huruf, a.uraian, str(a.penanggung_jawab or "")) for a in baru.aksi.all()] == [
        ("a", "Aksi baru satu", "Anggota"), ("b", "Aksi baru dua", ""),
    ]  # fmt: skip
    assert list(Pelaksanaan.objects.filter(status=Status.SELESAI).values_list("realisasi", flat=True)) == [
        date(2023, 3, 2)
    ]
    b = RencanaAksi.objects.get(pk=kantor.aksi["I", "b"].pk)
    assert (b.jadwal_makna, [p.jatuh_tempo for p in b.pelaksanaan.all()]) == (
        {"tanggal": ["2023-05-12"]}, [date(2023, 5, 12)],
    )  # fmt: skip
    assert not RencanaAksi.objects.filter(pk=kantor.aksi["II", "b"].pk).exists()
    assert SyaratBukti.objects.filter(teks="Notula yang diganti").count() == 1
    satu.refresh_from_db()
    jejak = Jejak.objects.filter(objek="impor.impor", tindakan="menerapkan impor").get()
    assert (jejak.oleh_nama, jejak.sesudah["perubahan"]) == (str(ketua), 10)

    urungkan(satu, ketua)
    assert polos(isi_kini(segar(kantor.rencana))) == polos(semula)
    assert Jejak.objects.filter(tindakan="mengurungkan impor").count() == 1


def test_only_what_is_chosen_is_applied(impor: Callable[..., Impor], ketua: Pengguna) -> None:
    satu = impor(
        tulis("Seluruhnya", 2, "Rencana Aksi", "Satu"),
        tulis("Seluruhnya", 5, "Rencana Aksi", "Dua"),
        sisip("Seluruhnya", 5, Rencana_Aksi="Tiga", Jatuh_Tempo=date(2023, 9, 1)),
        sisip("Bukti Fisik", 2, Huruf="c", Bukti_Fisik="Foto"),
    )
    lihat = pratinjau(satu, ketua, HARI_INI)
    kode = {p.teks: p.kode for p in lihat.perubahan}
    hasil = terapkan(satu, ketua, kode["Dua"], kode["Foto"], alasan="Rapat")
    assert [p.teks for p in hasil.diterapkan] == ["Dua"]
    assert hasil.dilewati == {kode["Foto"]: 'memerlukan perubahan "Tiga", yang tidak diterapkan'}
    assert set(RencanaAksi.objects.values_list("uraian", flat=True)) & {"Satu", "Dua", "Tiga"} == {"Dua"}
    assert not SyaratBukti.objects.filter(teks="Foto").exists()


def test_what_was_changed_here_stands_unless_chosen(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    satu = impor(
        tulis("Seluruhnya", 5, "Rencana Aksi", "Dari berkas"), tulis("Seluruhnya", 5, "Penanggung Jawab", "Anggota")
    )
    aksi = RencanaAksi.objects.filter(pk=kantor.aksi["I", "b"].pk)
    aksi.update(uraian="Dari sini")
    terapkan(satu, ketua, alasan="Rapat")
    assert [(a.uraian, str(a.penanggung_jawab)) for a in aksi] == [("Dari sini", "Anggota")]
    dua = impor(tulis("Seluruhnya", 5, "Rencana Aksi", "Dari berkas"))
    aksi.update(uraian="Dari sini lagi")
    (p,) = pratinjau(dua, ketua, HARI_INI).perubahan
    assert terapkan(dua, ketua, *p.kode_pilihan).diterapkan == (p,)
    assert aksi.get().uraian == "Dari berkas"


def test_plan_that_changed_since_it_was_looked_at_is_looked_at_again(
    berlaku: Kantor, impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    satu = impor(tulis("Seluruhnya", 5, "Rencana Aksi", "Dari berkas"))
    lihat = pratinjau(satu, ketua, HARI_INI)
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "b"].pk).update(uraian="Sementara itu")
    with pytest.raises(DomainError, match="Rencana berubah sejak pratinjau"):
        terapkan_impor(impor=satu, pakai=lihat.awal, dilihat=lihat.sidik, oleh=ketua, hari_ini=HARI_INI, alasan="Rapat")
    assert Rencana.semua.filter(perubahan_dari__isnull=False).count() == 0


def test_file_is_applied_once(impor: Callable[..., Impor], ketua: Pengguna) -> None:
    satu = impor(tulis("Seluruhnya", 5, "Rencana Aksi", "Dari berkas"))
    terapkan(satu, ketua, alasan="Rapat")
    with pytest.raises(DomainError, match="sudah diterapkan oleh Ketua"):
        terapkan(satu, ketua)  # the second of two, who still holds the row as it was


def test_nothing_is_half_written(berlaku: Kantor, impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna) -> None:
    satu = impor(tulis("Seluruhnya", 2, "Rencana Aksi", "Satu"), tulis("Seluruhnya", 10, "Rencana Aksi", "Dua"))
    with pytest.raises(DomainError) as galat:
        terapkan(satu, ketua)
    assert (galat.value.pesan, galat.value.kolom) == ("Tulis alasannya.", "alasan")
    with pytest.raises(DomainError, match="Tidak ada perubahan yang dipilih"):
        terapkan(satu, ketua, "tidak-ada")
    assert not RencanaAksi.objects.filter(uraian__in=["Satu", "Dua"]).exists()
    assert Rencana.semua.filter(perubahan_dari__isnull=False).count() == 0
    assert (segar(kantor.rencana).versi, Impor.objects.get().diterapkan) == (1, False)


def test_states_need_no_new_version(
    berlaku: Kantor, impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    satu = impor(tulis("Seluruhnya", 3, "Status", "Berjalan"))
    assert not pratinjau(satu, ketua, HARI_INI).perlu_perubahan
    terapkan(satu, ketua)
    assert (segar(kantor.rencana).status, segar(kantor.rencana).versi) == (StatusRencana.DITETAPKAN, 1)
    assert Pelaksanaan.objects.filter(status=Status.BERJALAN).count() == 1
    urungkan(satu, ketua)
    assert Pelaksanaan.objects.filter(status=Status.BERJALAN).count() == 0


def test_undo_of_a_plan_ditetapkan_meanwhile_opens_a_new_version(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    satu = impor(tulis("Seluruhnya", 5, "Rencana Aksi", "Dari berkas"))
    terapkan(satu, ketua, alasan="Rapat")
    type(kantor.rencana).objects.filter(pk=kantor.rencana.pk).update(
        status=StatusRencana.DITETAPKAN, nomor_sk="2/SK", tanggal_sk=HARI_INI
    )
    urungkan(satu, ketua, alasan="Keliru")
    draf = Rencana.semua.get(perubahan_dari=kantor.rencana)
    assert (draf.status, draf.versi) == (StatusRencana.PERUBAHAN, 2)
    (baris,) = RencanaAksi.objects.filter(uraian="Dari berkas")  # in force until that is ditetapkan
    assert (baris.salinan.uraian, segar(kantor.rencana).status) == ("Aksi I.1.b", StatusRencana.DITETAPKAN)
    assert Impor.objects.get(pk=satu.pk).diterapkan  # history stays


def test_rows_of_others_are_shown_and_not_applied(
    impor: Callable[..., Impor], kantor: Kantor, koordinator_i: Pengguna, anggota: Pengguna
) -> None:
    ubah = [tulis("Seluruhnya", nomor, "Rencana Aksi", f"Baris {nomor}") for nomor in (5, 9)]
    satu = impor(*ubah, oleh=koordinator_i)
    assert [(p.teks, p.dapat) for p in pratinjau(satu, koordinator_i, HARI_INI).perubahan] == [
        ("Baris 5", True), ("Baris 9", False),
    ]  # fmt: skip
    assert [p.teks for p in terapkan(satu, koordinator_i).diterapkan] == ["Baris 5"]
    dua = impor(tulis("Seluruhnya", 3, "Status", "Berjalan"), tulis("Seluruhnya", 5, "Status", "Berjalan"))
    lihat = pratinjau(dua, anggota, HARI_INI)
    assert [(p.tempat, p.dapat) for p in lihat.perubahan] == [("I.1.a", True), ("I.1.b", False)]
    assert len(lihat.luar) == 1


def test_rows_of_a_file_go_to_the_draft_and_states_to_the_plan_in_force(
    berlaku: Kantor, impor: Callable[..., Impor], ketua: Pengguna
) -> None:
    ubah = (
        tulis("Seluruhnya", 2, "Rencana Aksi", "Aksi yang diganti"),
        tulis("Seluruhnya", 2, "Status", "Selesai"),
        tulis("Seluruhnya", 2, "Realisasi", date(2023, 3, 2)),
        sisip("Seluruhnya", 5, Rencana_Aksi="Aksi baru", Jadwal="1 Juli 2023", Status="Berjalan"),
    )
    hasil = terapkan(impor(*ubah), ketua, alasan="Hasil rapat")
    a = RencanaAksi.objects.get(pk=berlaku.aksi["I", "a"].pk)
    assert (a.uraian, a.salinan.uraian) == ("Aksi I.1.a", "Aksi yang diganti")
    assert [p.status for p in a.pelaksanaan.all()] == [Status.SELESAI, Status.BELUM, Status.BELUM]
    assert [p.status for p in a.salinan.pelaksanaan.all()] == [Status.BELUM] * 3
    baru = RencanaAksi.objects.get(uraian="Aksi baru")
    assert (baru.rencana_kerja.asal, [p.status for p in baru.pelaksanaan.all()]) == (berlaku.baris["I"], ["belum"])
    assert list(hasil.dilewati.values()) == [
        "rencana aksi itu baru dalam perubahan; pelaksanaannya dicatat setelah ditetapkan"
    ]
    lagi = impor(tulis("Seluruhnya", 5, "Rencana Aksi", "Aksi b yang diganti"))  # from the version in force
    assert [(p.teks, p.dapat) for p in pratinjau(lagi, ketua, HARI_INI).perubahan] == [("Aksi b yang diganti", True)]
    terapkan(lagi, ketua)
    draf = RencanaAksi.objects.filter(rencana_kerja__asal=berlaku.baris["I"])
    assert list(draf.values_list("uraian", flat=True)) == ["Aksi yang diganti", "Aksi b yang diganti", "Aksi baru"]


def test_file_waits_while_the_draft_is_submitted(berlaku: Kantor, impor: Callable[..., Impor], ketua: Pengguna) -> None:
    satu = impor(
        tulis("Seluruhnya", 5, "Rencana Aksi", "Lain"), tulis("Seluruhnya", 3, "Status", "Berjalan"), oleh=ketua
    )
    ajukan_rencana(rencana=mulai_perubahan(rencana=berlaku.rencana, alasan="x", oleh=ketua), oleh=ketua)
    assert [(p.benda, p.halangan) for p in pratinjau(satu, ketua, HARI_INI).perubahan] == [
        ("pelaksanaan", ""),
        ("aksi", "Rencana ini sedang diajukan; isinya dapat disunting lagi setelah dikembalikan."),
    ]


def test_plan_in_force_is_opened_by_its_head_or_chair_alone(
    berlaku: Kantor, impor: Callable[..., Impor], koordinator_i: Pengguna
) -> None:
    satu = impor(
        tulis("Seluruhnya", 5, "Rencana Aksi", "Lain"), tulis("Seluruhnya", 3, "Status", "Berjalan"), oleh=koordinator_i
    )
    assert [(p.benda, p.halangan) for p in pratinjau(satu, koordinator_i, HARI_INI).perubahan] == [
        ("pelaksanaan", ""),
        ("aksi", "Rencana ini sudah ditetapkan; kepala atau ketua tim memulai perubahan dahulu."),
    ]


def test_what_hangs_on_a_row_keeps_it(impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna) -> None:
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["I", "b"][0].pk).update(status=Status.BERJALAN)
    bukti = kantor.syarat["I", "baris"]
    Bukti.objects.create(syarat=bukti, versi=1, nama="SK", tautan="https://contoh.id/sk", diunggah_oleh=ketua)
    nomor = 2 + [s.pk for s in SyaratBukti.objects.order_by("rencana_kerja_id", "urutan")].index(bukti.pk)
    satu = impor(hapus("Seluruhnya", 5), hapus("Bukti Fisik", nomor))
    halangan = [p.halangan for p in pratinjau(satu, ketua, HARI_INI).perubahan]
    assert halangan == [
        "Tidak dapat dihapus: padanya ada 1 pelaksanaan yang sudah dicatat (berjalan).",
        "Tidak dapat dihapus: padanya ada 1 bukti (SK).",
    ]


def test_new_dates_tell_what_becomes_of_occurrences(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["I", "a"][0].pk).update(status=Status.BERJALAN)
    satu = impor(
        tulis("Seluruhnya", 2, "Mulai", date(2023, 5, 1)), tulis("Seluruhnya", 2, "Jatuh Tempo", date(2023, 5, 1))
    )
    (p,) = pratinjau(satu, ketua, HARI_INI).perubahan
    assert p.catatan == "Pelaksanaannya: 2 tetap, 1 baru, 1 dipertahankan karena sudah dicatat atau berbukti."
    terapkan(satu, ketua, alasan="Rapat")
    tempo = kantor.aksi["I", "a"].pelaksanaan.values_list("jatuh_tempo", flat=True)
    assert list(tempo) == [date(2023, 3, 1), date(2023, 3, 20), date(2023, 4, 10), date(2023, 5, 1)]


@pytest.mark.parametrize(
    ("siapa", "halangan"),
    [("anggota", ""), ("nip", ""), ("Orang Luar", '"Orang Luar" bukan anggota Tim I; tulis nama atau NIP'), ("", "")],
)
def test_who_answers_is_of_the_team(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna, anggota: Pengguna, siapa: str, halangan: str
) -> None:
    satu = impor(tulis("Seluruhnya", 5, "Penanggung Jawab", anggota.nip if siapa == "nip" else siapa))
    semua = pratinjau(satu, ketua, HARI_INI).perubahan
    if not siapa:
        assert semua == ()  # nobody before, nobody now
        return
    assert semua[0].halangan.startswith(halangan)
    assert bool(semua[0].halangan) == bool(halangan)
    if not halangan:
        terapkan(satu, ketua, alasan="Rapat")
        assert RencanaAksi.objects.get(pk=kantor.aksi["I", "b"].pk).penanggung_jawab == anggota


def test_schedule_that_is_not_understood_stays_behind(impor: Callable[..., Impor], ketua: Pengguna) -> None:
    satu = impor(
        tulis("Seluruhnya", 2, "Jadwal", "kapan-kapan saja"), tulis("Seluruhnya", 5, "Rencana Aksi", "Tetap dapat")
    )
    lihat = pratinjau(satu, ketua, HARI_INI)
    assert [p.halangan[:26] for p in lihat.perubahan] == ["Jadwalnya tidak dipahami: ", ""]
    assert [p.teks for p in terapkan(satu, ketua, alasan="Rapat").diterapkan] == ["Tetap dapat"]


def test_preview_takes_constant_queries(impor: Callable[..., Impor], ketua: Pengguna) -> None:
    pratinjau(impor(), ketua, HARI_INI)  # who may do what is asked once
    banyak = []
    for nomor in ((2,), (2, 6, 10)):
        ubah = [tulis("Seluruhnya", n, "Rencana Aksi", f"Ubah {n}") for n in nomor]
        satu = impor(*ubah, *(hapus("Bukti Fisik", n) for n in reversed(nomor)))
        with CaptureQueriesContext(connection) as kueri:
            assert len(pratinjau(satu, ketua, HARI_INI).perubahan) == 2 * len(nomor)
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1] <= 24


def test_date_agreed_on_is_progress_not_a_change_of_the_plan(
    berlaku: Kantor, impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    """Aksi b has no dates of its own."""
    satu = impor(
        tulis("Seluruhnya", 5, "Jatuh Tempo", date(2023, 3, 9)),
        tulis("Seluruhnya", 5, "Status", "Selesai"),
        tulis("Seluruhnya", 5, "Realisasi", date(2023, 3, 10)),
        tulis("Seluruhnya", 9, "Jatuh Tempo", date(2029, 3, 9)),
    )
    lihat = pratinjau(satu, ketua, HARI_INI)
    assert (lihat.perlu_perubahan, [p.halangan for p in lihat.perubahan]) == (
        False, ["", "Tanggal terlalu jauh dari tahun rencana, 2023."],
    )  # fmt: skip
    terapkan(satu, ketua)
    aksi = RencanaAksi.objects.get(pk=kantor.aksi["I", "b"].pk)
    p = aksi.pelaksanaan.get()
    assert (p.mulai, p.jatuh_tempo, p.status, p.realisasi) == (
        date(2023, 3, 9), date(2023, 3, 9), Status.SELESAI, date(2023, 3, 10),
    )  # fmt: skip
    assert (aksi.jadwal_makna, segar(kantor.rencana).status) == ({}, StatusRencana.DITETAPKAN)
    lagi = impor(tulis("Seluruhnya", 5, "Jatuh Tempo", None), tulis("Seluruhnya", 5, "Mulai", None))
    (tetap,) = pratinjau(lagi, ketua, HARI_INI).perubahan
    assert tetap.halangan == "Tanggal yang sudah disepakati diubah dengan menundanya; catat di aplikasi."


def test_evidence_taken_away_comes_back_as_the_kind_it_was(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    SyaratBukti.objects.filter(pk=kantor.syarat["I", "aksi"].pk).update(jenis=JenisBukti.KEPUTUSAN, teks="Foto rapat")
    satu = impor(hapus("Bukti Fisik", 2))
    assert pratinjau(satu, ketua, HARI_INI).perubahan[0].teks == "Foto rapat"
    terapkan(satu, ketua, alasan="Rapat")
    assert not SyaratBukti.objects.filter(teks="Foto rapat").exists()
    urungkan(satu, ketua)
    lagi = SyaratBukti.objects.get(teks="Foto rapat")
    assert (lagi.jenis, lagi.aksi_id) == (JenisBukti.KEPUTUSAN, kantor.aksi["I", "a"].pk)


def test_two_files_at_once_queue_where_they_meet(impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna) -> None:
    satu, dua, tiga = (
        impor(tulis("Seluruhnya", nomor, "Rencana Aksi", teks)) for nomor, teks in ((5, "A"), (9, "B"), (5, "C"))
    )
    lihat = {i: pratinjau(i, ketua, HARI_INI) for i in (satu, dua, tiga)}

    def jalankan(i: Impor) -> None:
        terapkan_impor(impor=i, pakai=lihat[i].awal, dilihat=lihat[i].sidik, oleh=ketua, hari_ini=HARI_INI)

    jalankan(satu)
    jalankan(dua)  # another row: what was looked at still holds
    with pytest.raises(DomainError, match="Rencana berubah"):
        jalankan(tiga)
    (p,) = pratinjau(tiga, ketua, HARI_INI).perubahan
    assert [(u.kini, u.berkas, u.bentrok) for u in p.kolom] == [("A", "C", True)]


def test_action_moves_to_another_row_with_its_evidence_and_back(
    impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna
) -> None:
    tambah_baris(kantor, 1)  # a second row of I
    ke = RencanaKerja.objects.get(pengungkit__kode="I", nomor=2)
    semula = isi_kini(segar(kantor.rencana))

    def pindahkan(buku: Workbook) -> None:
        """Rows 2–4, aksi a, get the number and words of the other."""
        for nomor in (2, 3, 4):
            tulis("Seluruhnya", nomor, "No", 2)(buku)
            tulis("Seluruhnya", nomor, "Rencana Kerja", ke.uraian)(buku)

    satu = impor(pindahkan)
    pindah = [p for p in pratinjau(satu, ketua, HARI_INI).perubahan if p.jenis == "pindah"]
    assert [(p.benda, p.kunci) for p in pindah] == [("aksi", kantor.aksi["I", "a"].pk)]
    terapkan(satu, ketua, alasan="Rapat")
    aksi = RencanaAksi.objects.get(pk=kantor.aksi["I", "a"].pk)
    assert (aksi.rencana_kerja, aksi.syarat.filter(rencana_kerja=ke).count()) == (ke, 2)
    urungkan(satu, ketua)
    assert polos(isi_kini(segar(kantor.rencana))) == polos(semula)


def test_every_change_leaves_its_own_audit_row(berlaku: Kantor, impor: Callable[..., Impor], ketua: Pengguna) -> None:
    satu = impor(*(tulis("Seluruhnya", n, "Rencana Aksi", f"Ubah {n}") for n in (2, 5, 6)), hapus("Bukti Fisik", 3))
    awal = Jejak.objects.count()
    terapkan(satu, ketua, alasan="Rapat")
    tindakan = list(Jejak.objects.order_by("id").values_list("tindakan", flat=True)[awal:])
    assert tindakan == [
        "memulai perubahan rencana", *["mengubah rencana aksi"] * 3, "menghapus syarat bukti", "menerapkan impor",
    ]  # fmt: skip
