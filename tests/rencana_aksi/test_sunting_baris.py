"""Adding and changing the rows of a plan: what is written, what is refused, two people at the same row."""

from collections.abc import Callable
from typing import Any

import pytest

from bukti_fisik.models import Bukti
from rencana_aksi.domain.pelaksanaan import tetapkan_penanggung_jawab
from rencana_aksi.domain.sunting.aksi import AksiBaru, tambah_aksi, ubah_aksi
from rencana_aksi.domain.sunting.baris import Didahului
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.kerja import tambah_kerja, ubah_kerja
from rencana_aksi.domain.sunting.pindah import geser
from rencana_aksi.domain.sunting.program import tambah_program, ubah_program
from rencana_aksi.domain.sunting.syarat import tambah_syarat, ubah_syarat
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from tests.pabrik import Kantor, tambah_baris
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker


def jejak() -> Jejak:
    """The newest audit row."""
    return Jejak.objects.all()[0]


def susunan(kantor: Kantor, kode: str = "I") -> list[str]:
    """The rows of a pengungkit as they are drawn, in order."""
    return [str(k) for k in RencanaKerja.objects.filter(pengungkit=kantor.pengungkit[kode])]


# --- adding -------------------------------------------------------------------------------------------


def test_row_is_added_at_the_end_with_number_action_and_occurrences(terbuka: Kantor, ketua: Pengguna) -> None:
    aksi = AksiBaru("Rapat awal", "28 Januari, 7 April 2023", penanggung_jawab=terbuka.orang["anggota"].pk)
    kerja = tambah_kerja(pengungkit=terbuka.pengungkit["I"], uraian="  Kerja baru ", aksi=aksi, oleh=ketua)
    assert susunan(terbuka) == ["1. Kerja I.1", "2. Kerja baru"]
    satu = RencanaAksi.objects.get(rencana_kerja=kerja)
    assert (satu.huruf, satu.uraian, satu.jadwal_jenis) == ("", "Rapat awal", "tanggal")
    assert satu.penanggung_jawab == terbuka.orang["anggota"]
    tanggal = list(satu.pelaksanaan.values_list("urutan", "mulai__month", "jatuh_tempo__day"))
    assert tanggal == [(1, 1, 28), (2, 4, 7)]
    assert (jejak().tindakan, jejak().oleh_nama, jejak().objek_teks) == (
        "menambah rencana kerja", "Ketua", "2. Kerja baru",
    )  # fmt: skip
    assert jejak().sesudah == {
        "uraian": "Kerja baru", "nomor": 2, "pengungkit": "I", "aksi": "Rapat awal",
        "jadwal_teks": "28 Januari, 7 April 2023",
    }  # fmt: skip


def test_second_action_gives_the_first_its_letter(terbuka: Kantor, ketua: Pengguna) -> None:
    kerja = tambah_kerja(pengungkit=terbuka.pengungkit["I"], uraian="Baru", aksi=AksiBaru("Satu"), oleh=ketua)
    dua = tambah_aksi(kerja=kerja, uraian="Dua", jadwal_teks="Januari", oleh=ketua)
    assert [str(a) for a in kerja.aksi.all()] == ["a. Satu", "b. Dua"]
    assert [(p.mulai.isoformat(), p.jatuh_tempo.isoformat()) for p in dua.pelaksanaan.all()] == [
        ("2023-01-01", "2023-01-31")
    ]
    assert jejak().tindakan == "menambah rencana aksi"


def test_action_without_schedule_has_one_undated_occurrence(terbuka: Kantor, ketua: Pengguna) -> None:
    aksi = tambah_aksi(kerja=terbuka.baris["I"], uraian="Tanpa tanggal", oleh=ketua)
    assert list(aksi.pelaksanaan.values_list("urutan", "mulai", "jatuh_tempo")) == [(1, None, None)]


def test_evidence_is_added_with_the_kind_its_words_tell(terbuka: Kantor, ketua: Pengguna) -> None:
    kerja, aksi = terbuka.baris["I"], terbuka.aksi["I", "a"]
    syarat = tambah_syarat(kerja=kerja, teks="Daftar hadir rapat", aksi=aksi, tiap_pelaksanaan=True, oleh=ketua)
    assert (syarat.jenis, syarat.aksi, syarat.tiap_pelaksanaan, syarat.urutan) == ("daftar_hadir", aksi, True, 4)
    assert jejak().sesudah["teks"] == "Daftar hadir rapat"


def test_priority_is_added_at_the_end(terbuka: Kantor, ketua: Pengguna) -> None:
    for teks in ("Satu", "Dua"):
        tambah_program(pengungkit=terbuka.pengungkit["I"], uraian=teks, oleh=ketua)
    daftar = ProgramPrioritas.objects.filter(pengungkit=terbuka.pengungkit["I"])
    assert [(p.urutan, p.uraian) for p in daftar] == [(1, "Satu"), (2, "Dua")]


# --- what is refused, with nothing written ------------------------------------------------------------

Kerja = Callable[[Kantor, Pengguna], Any]
LAIN: Kerja = lambda k, o: tambah_syarat(  # noqa: E731  (a row of the table below)
    kerja=k.baris["I"], teks="Notula", aksi=k.aksi["II", "a"], oleh=o
)
DITOLAK: dict[str, tuple[Kerja, str, str | None]] = {
    "kosong": (
        lambda k, o: tambah_program(pengungkit=k.pengungkit["I"], uraian="  ", oleh=o), "Tulis isinya.", "uraian",
    ),
    "panjang": (
        lambda k, o: ubah_kerja(kerja=k.baris["I"], uraian="x" * 5001, bernomor=True, revisi=0, oleh=o),
        "Terlalu panjang: 5001 huruf, paling banyak 5000.", "uraian",
    ),
    "tanggal-tidak-ada": (
        lambda k, o: tambah_aksi(kerja=k.baris["I"], uraian="x", jadwal_teks="30 Februari 2023", oleh=o),
        "Tanggal 30 Februari 2023 tidak ada.", "jadwal_teks",
    ),
    "sepuluh-ribu": (
        lambda k, o: tambah_aksi(
            kerja=k.baris["I"], uraian="x", jadwal_teks="DTSTART:20230101 RRULE:FREQ=DAILY;COUNT=10000", oleh=o
        ),
        "10000 kejadian, paling banyak 500.", "jadwal_teks",
    ),
    "jadwal-panjang": (
        lambda k, o: tambah_aksi(kerja=k.baris["I"], uraian="x", jadwal_teks="1" * 301, oleh=o),
        "Terlalu panjang: 301 huruf, paling banyak 300.", "jadwal_teks",
    ),
    "jadwal-tidak-dipahami": (
        lambda k, o: tambah_aksi(kerja=k.baris["I"], uraian="x", jadwal_teks="kalau sempat", oleh=o),
        'Kata "kalau", "sempat" tidak dipahami.', "jadwal_teks",
    ),
    "orang-lain-tim": (
        lambda k, o: ubah_aksi(
            aksi=k.aksi["I", "a"], uraian="x", penanggung_jawab=k.orang["koordinator-ii"].pk, revisi=0, oleh=o
        ),
        "Orang itu bukan anggota Tim I.", "penanggung_jawab",
    ),
    "aksi-lain": (LAIN, "Aksi itu bukan milik rencana kerja ini.", "aksi"),
    "tiap-tanpa-aksi": (
        lambda k, o: tambah_syarat(kerja=k.baris["I"], teks="Notula", tiap_pelaksanaan=True, oleh=o),
        "Pilih rencana aksinya: yang diminta tiap pelaksanaan milik satu aksi.", "aksi",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kasus", DITOLAK)
def test_bad_input_is_refused_with_a_sentence_and_nothing_is_written(
    terbuka: Kantor, ketua: Pengguna, kasus: str
) -> None:
    kerja, pesan, kolom = DITOLAK[kasus]
    sebelum = keadaan()
    with pytest.raises(DomainError) as galat:
        kerja(terbuka, ketua)
    assert (galat.value.pesan, galat.value.kolom) == (pesan, kolom)
    assert keadaan() == sebelum


def keadaan() -> list[Any]:
    """Everything a write of the plan would change."""
    model = (ProgramPrioritas, RencanaKerja, RencanaAksi, SyaratBukti)
    return [list(m.objects.order_by("pk").values_list()) for m in model] + [
        Jejak.objects.count(), list(Satker.objects.order_by("pk").values_list("revisi")),
    ]  # fmt: skip


def test_rule_without_end_is_cut_at_the_end_of_the_plans_year(terbuka: Kantor, ketua: Pengguna) -> None:
    teks = "DTSTART:20231201 RRULE:FREQ=WEEKLY"
    aksi = tambah_aksi(kerja=terbuka.baris["I"], uraian="x", jadwal_teks=teks, oleh=ketua)
    assert [p.jatuh_tempo.isoformat() for p in aksi.pelaksanaan.all()] == [
        "2023-12-01", "2023-12-08", "2023-12-15", "2023-12-22", "2023-12-29",
    ]  # fmt: skip


VERBA: dict[str, Kerja] = {
    "tambah_kerja": lambda k, o: tambah_kerja(
        pengungkit=k.pengungkit["I"], uraian="x", aksi=AksiBaru("x"), oleh=o
    ),
    "tambah_aksi": lambda k, o: tambah_aksi(kerja=k.baris["I"], uraian="x", oleh=o),
    "tambah_syarat": lambda k, o: tambah_syarat(kerja=k.baris["I"], teks="x", oleh=o),
    "tambah_program": lambda k, o: tambah_program(pengungkit=k.pengungkit["I"], uraian="x", oleh=o),
    "ubah_kerja": lambda k, o: ubah_kerja(kerja=k.baris["I"], uraian="x", bernomor=True, revisi=0, oleh=o),
    "ubah_aksi": lambda k, o: ubah_aksi(
        aksi=k.aksi["I", "a"], uraian="x", penanggung_jawab=None, revisi=0, oleh=o
    ),
    "geser": lambda k, o: geser(baris=k.aksi["I", "a"], arah="turun", oleh=o),
    "hapus": lambda k, o: hapus_baris(baris=k.aksi["I", "b"], oleh=o),
}  # fmt: skip


@pytest.mark.parametrize("verba", VERBA)
@pytest.mark.parametrize("status", [StatusRencana.DIAJUKAN, StatusRencana.DITETAPKAN])
def test_rows_stand_while_the_plan_is_not_open(kantor: Kantor, ketua: Pengguna, status: str, verba: str) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=status)
    sebelum = keadaan()
    kata = {"diajukan": "sedang diajukan", "ditetapkan": "sudah ditetapkan"}[status]
    with pytest.raises(DomainError, match=kata):
        VERBA[verba](kantor, ketua)
    assert keadaan() == sebelum


# --- changing -----------------------------------------------------------------------------------------


def test_change_leaves_old_and_new_in_the_trail(terbuka: Kantor, ketua: Pengguna) -> None:
    kerja = terbuka.baris["I"]
    assert ubah_kerja(kerja=kerja, uraian="Kerja lain", bernomor=True, revisi=0, oleh=ketua) is True
    kerja.refresh_from_db()
    assert (kerja.uraian, kerja.nomor, kerja.revisi) == ("Kerja lain", 1, 1)
    assert (jejak().tindakan, jejak().sebelum, jejak().sesudah) == (
        "mengubah rencana kerja", {"uraian": "Kerja I.1"}, {"uraian": "Kerja lain"},
    )  # fmt: skip


def test_unchanged_writes_nothing(terbuka: Kantor, ketua: Pengguna) -> None:
    banyak = Jejak.objects.count()
    aksi = terbuka.aksi["I", "a"]
    orang = aksi.penanggung_jawab_id
    assert ubah_aksi(aksi=aksi, uraian=" Aksi I.1.a ", penanggung_jawab=orang, revisi=0, oleh=ketua) is False
    assert (Jejak.objects.count(), RencanaAksi.objects.get(pk=aksi.pk).revisi) == (banyak, 0)


def test_row_taken_out_of_the_count_and_back_renumbers_the_others(terbuka: Kantor, ketua: Pengguna) -> None:
    tambah_baris(terbuka, 12)
    kedua = RencanaKerja.objects.get(pengungkit=terbuka.pengungkit["I"], nomor=2)
    ubah_kerja(kerja=kedua, uraian=kedua.uraian, bernomor=False, revisi=0, oleh=ketua)
    assert susunan(terbuka) == ["1. Kerja I.1", "Kerja I.2", "2. Kerja I.3"]
    kedua.refresh_from_db()
    ubah_kerja(kerja=kedua, uraian="Kerja I.2 lagi", bernomor=True, revisi=1, oleh=ketua)
    assert susunan(terbuka) == ["1. Kerja I.1", "2. Kerja I.2 lagi", "3. Kerja I.3"]
    assert jejak().sesudah == {"uraian": "Kerja I.2 lagi", "nomor": 2}


def test_evidence_keeps_its_place_once_something_was_uploaded(terbuka: Kantor, ketua: Pengguna) -> None:
    syarat = terbuka.syarat["I", "tiap"]
    Bukti.objects.create(syarat=syarat, versi=1, nama="notula.pdf", tautan="https://contoh.id/n", diunggah_oleh=ketua)
    isi: dict[str, Any] = {"teks": "Notula", "jenis": "notula", "revisi": 0, "oleh": ketua}
    for beda, kolom in (
        ({"aksi": None, "tiap_pelaksanaan": False}, "aksi"),
        ({"aksi": syarat.aksi, "tiap_pelaksanaan": False}, "tiap_pelaksanaan"),
    ):
        with pytest.raises(DomainError, match=r"Sudah ada 1 bukti \(notula.pdf\)") as galat:
            ubah_syarat(syarat=SyaratBukti.objects.get(pk=syarat.pk), **isi, **beda)
        assert galat.value.kolom == kolom
    segar = SyaratBukti.objects.get(pk=syarat.pk)
    assert ubah_syarat(syarat=segar, **isi, aksi=segar.aksi, tiap_pelaksanaan=True) is True


# --- two people ---------------------------------------------------------------------------------------


def test_second_is_told_who_changed_what_and_nothing_is_overwritten(
    terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    usang = RencanaAksi.objects.get(pk=terbuka.aksi["I", "a"].pk)
    segar = RencanaAksi.objects.get(pk=usang.pk)
    ubah_aksi(aksi=segar, uraian="Punya ketua", penanggung_jawab=None, revisi=0, oleh=ketua)
    ubah_aksi(aksi=segar, uraian="Punya ketua lagi", penanggung_jawab=None, revisi=1, oleh=ketua)
    banyak = Jejak.objects.count()
    with pytest.raises(Didahului) as galat:
        ubah_aksi(aksi=usang, uraian="Punya saya", penanggung_jawab=None, revisi=0, oleh=koordinator_i)
    assert galat.value.pesan == (
        "Sementara itu Ketua mengubah baris ini. Yang Anda ketik masih ada di bawah dan belum disimpan."
    )
    assert [(s.kolom, s.lama, s.baru, s.oleh) for s in galat.value.selisih] == [
        ("uraian", "Aksi I.1.a", "Punya ketua lagi", "Ketua"),
        ("penanggung_jawab", {"id": terbuka.orang["anggota"].pk, "teks": "Anggota"}, None, "Ketua"),
    ]
    assert galat.value.kini.revisi == 2
    segar.refresh_from_db()
    assert (segar.uraian, Jejak.objects.count()) == ("Punya ketua lagi", banyak)
    ubah_aksi(aksi=segar, uraian="Punya saya", penanggung_jawab=None, revisi=2, oleh=koordinator_i)
    assert jejak().sebelum == {"uraian": "Punya ketua lagi"}


def test_same_words_twice_are_no_conflict(terbuka: Kantor, ketua: Pengguna) -> None:
    """A form sent twice."""
    program = tambah_program(pengungkit=terbuka.pengungkit["I"], uraian="Satu", oleh=ketua)
    assert ubah_program(program=program, uraian="Dua", revisi=0, oleh=ketua) is True
    assert ubah_program(program=program, uraian="Dua", revisi=0, oleh=ketua) is False


def test_naming_somebody_responsible_counts_as_a_change(terbuka: Kantor, ketua: Pengguna) -> None:
    aksi = terbuka.aksi["I", "b"]
    tetapkan_penanggung_jawab(aksi=aksi, pengguna=terbuka.orang["anggota"], oleh=ketua)
    with pytest.raises(Didahului) as galat:
        ubah_aksi(aksi=aksi, uraian="x", penanggung_jawab=None, revisi=0, oleh=None)
    assert [s.kolom for s in galat.value.selisih] == ["penanggung_jawab"]


def test_moving_a_row_is_no_conflict_with_who_edits_it(
    terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    aksi = RencanaAksi.objects.get(pk=terbuka.aksi["I", "a"].pk)
    geser(baris=aksi, arah="turun", oleh=ketua)
    assert ubah_aksi(aksi=aksi, uraian="x", penanggung_jawab=None, revisi=0, oleh=koordinator_i) is True
    aksi.refresh_from_db()
    assert (aksi.huruf, aksi.uraian) == ("b", "x")


def test_row_removed_meanwhile_is_told_with_who_did(terbuka: Kantor, ketua: Pengguna) -> None:
    aksi = terbuka.aksi["I", "b"]
    hapus_baris(baris=RencanaAksi.objects.get(pk=aksi.pk), oleh=ketua)
    with pytest.raises(DomainError, match=r"^Baris ini sudah dihapus oleh Ketua;"):
        ubah_aksi(aksi=aksi, uraian="x", penanggung_jawab=None, revisi=0, oleh=None)
