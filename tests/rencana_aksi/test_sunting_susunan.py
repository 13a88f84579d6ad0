"""Moving rows within their pengungkit, and removing what nothing hangs on."""

from typing import Any

import pytest

from bukti_fisik.models import Bukti
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.sunting.aksi import tambah_aksi
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.pindah import geser, pindahkan, pindahkan_aksi
from rencana_aksi.domain.sunting.program import tambah_program
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.models import Pelaksanaan, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.gantungan import gantungan
from tests.pabrik import Kantor, tambah_baris
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna


@pytest.fixture
def tiga(terbuka: Kantor) -> Kantor:
    """Three rows in pengungkit I, the second unnumbered."""
    tambah_baris(terbuka, 12)
    baris = RencanaKerja.objects.filter(pengungkit=terbuka.pengungkit["I"])
    baris.filter(urutan=2).update(nomor=None)
    baris.filter(urutan=3).update(nomor=2)
    return terbuka


def kerja(kantor: Kantor, ke: int) -> RencanaKerja:
    return RencanaKerja.objects.get(pengungkit=kantor.pengungkit["I"], urutan=ke)


def susunan(kantor: Kantor) -> list[str]:
    return [str(k) for k in RencanaKerja.objects.filter(pengungkit=kantor.pengungkit["I"])]


def aksi(induk: RencanaKerja) -> list[str]:
    return [str(a) for a in RencanaAksi.objects.filter(rencana_kerja=induk)]


def jejak() -> Jejak:
    return Jejak.objects.all()[0]


# --- moving -------------------------------------------------------------------------------------------


def test_one_step_down_renumbers_and_says_so(tiga: Kantor, ketua: Pengguna) -> None:
    assert geser(baris=kerja(tiga, 1), arah="turun", oleh=ketua) is True
    assert susunan(tiga) == ["Kerja I.2", "1. Kerja I.1", "2. Kerja I.3"]
    assert geser(baris=kerja(tiga, 2), arah="turun", oleh=ketua) is True
    assert susunan(tiga) == ["Kerja I.2", "1. Kerja I.3", "2. Kerja I.1"]
    assert (jejak().tindakan, jejak().objek_teks) == ("memindahkan rencana kerja", "2. Kerja I.1")
    assert (jejak().sebelum, jejak().sesudah) == (
        {"tempat": "I.1", "urutan": 2}, {"tempat": "I.2", "urutan": 3, "penomoran": ["2 → 1", "1 → 2"]},
    )  # fmt: skip


@pytest.mark.parametrize(("ke", "arah"), [(1, "naik"), (3, "turun")])
def test_step_beyond_the_end_writes_nothing(tiga: Kantor, ketua: Pengguna, ke: int, arah: Any) -> None:
    banyak = Jejak.objects.count()
    assert geser(baris=kerja(tiga, ke), arah=arah, oleh=ketua) is False
    assert (Jejak.objects.count(), len(susunan(tiga))) == (banyak, 3)


@pytest.mark.parametrize(
    ("dari", "setelah", "hasil"),
    [
        (3, None, ["1. Kerja I.3", "2. Kerja I.1", "Kerja I.2"]),
        (1, 3, ["Kerja I.2", "1. Kerja I.3", "2. Kerja I.1"]),
        (1, 2, ["Kerja I.2", "1. Kerja I.1", "2. Kerja I.3"]),
        (3, 1, ["1. Kerja I.1", "2. Kerja I.3", "Kerja I.2"]),
    ],
)
def test_row_is_moved_after_another(
    tiga: Kantor, ketua: Pengguna, dari: int, setelah: int | None, hasil: list[str]
) -> None:
    ke = kerja(tiga, setelah) if setelah else None
    assert pindahkan(baris=kerja(tiga, dari), setelah=ke, oleh=ketua) is True
    assert susunan(tiga) == hasil


def test_row_moved_where_it_is_stays(tiga: Kantor, ketua: Pengguna) -> None:
    assert pindahkan(baris=kerja(tiga, 2), setelah=kerja(tiga, 1), oleh=ketua) is False
    assert pindahkan(baris=kerja(tiga, 2), setelah=kerja(tiga, 2), oleh=ketua) is False
    assert pindahkan(baris=kerja(tiga, 1), setelah=None, oleh=ketua) is False


def test_action_takes_its_evidence_and_progress_to_another_row(tiga: Kantor, ketua: Pengguna) -> None:
    satu, tujuan = tiga.aksi["I", "a"], kerja(tiga, 3)
    Pelaksanaan.objects.filter(aksi=satu, urutan=1).update(status="berjalan")
    setelah = RencanaAksi.objects.get(rencana_kerja=tujuan, huruf="a")
    assert pindahkan_aksi(aksi=satu, ke=tujuan, setelah=setelah, oleh=ketua) is True
    assert aksi(tujuan) == ["a. Aksi I.3.a", "b. Aksi I.1.a", "c. Aksi I.3.b"]
    assert aksi(kerja(tiga, 1)) == ["Aksi I.1.b"]
    milik = SyaratBukti.objects.filter(aksi=satu)
    assert [(s.rencana_kerja_id, s.urutan) for s in milik] == [(tujuan.pk, 4), (tujuan.pk, 5)]
    assert [p.status for p in satu.pelaksanaan.all()] == ["berjalan", "belum", "belum"]
    assert (jejak().sebelum["tempat"], jejak().sesudah["tempat"]) == ("I.1.a", "I.2.b")
    assert jejak().sesudah["penomoran"] == ["b → c", "b → tanpa huruf"]


def test_evidence_moves_among_that_of_its_action(terbuka: Kantor, ketua: Pengguna) -> None:
    geser(baris=terbuka.syarat["I", "tiap"], arah="naik", oleh=ketua)
    milik = SyaratBukti.objects.filter(rencana_kerja=terbuka.baris["I"])
    assert [s.teks for s in milik] == ["Notula rapat", "Surat keputusan", "Laporan kegiatan"]
    assert geser(baris=terbuka.syarat["I", "baris"], arah="naik", oleh=ketua) is False


def test_priorities_move(terbuka: Kantor, ketua: Pengguna) -> None:
    satu, dua = (
        tambah_program(pengungkit=terbuka.pengungkit["I"], uraian=teks, oleh=ketua) for teks in ("Satu", "Dua")
    )
    assert pindahkan(baris=dua, setelah=None, oleh=ketua) is True
    assert [p.uraian for p in terbuka.pengungkit["I"].program_prioritas.all()] == ["Dua", "Satu"]
    assert geser(baris=satu, arah="naik", oleh=ketua) is True


BUKAN = "Tempat itu bukan bagian dari pengungkit I; {} tidak dapat dipindahkan ke pengungkit atau satuan kerja lain."


@pytest.mark.parametrize("ke", ["pengungkit", "satker"])
def test_row_is_not_moved_out_of_its_pengungkit_or_office(terbuka: Kantor, ketua: Pengguna, ke: str) -> None:
    asing = (
        terbuka.baris["II"]
        if ke == "pengungkit"
        else RencanaKerja.objects.get(pengungkit__rencana__satker__kode="LAIN")
    )
    aksi_asing = RencanaAksi.objects.filter(rencana_kerja=asing)[0]
    banyak = Jejak.objects.count()
    with pytest.raises(DomainError) as galat:
        pindahkan(baris=terbuka.baris["I"], setelah=asing, oleh=ketua)
    assert (galat.value.pesan, galat.value.kolom) == (BUKAN.format("rencana kerja"), "tempat")
    for setelah in (None, aksi_asing):
        with pytest.raises(DomainError) as galat:
            pindahkan_aksi(aksi=terbuka.aksi["I", "a"], ke=asing, setelah=setelah, oleh=ketua)
        assert galat.value.pesan == BUKAN.format("rencana aksi")
    with pytest.raises(DomainError):
        pindahkan_aksi(aksi=terbuka.aksi["I", "a"], ke=terbuka.baris["I"], setelah=aksi_asing, oleh=ketua)
    assert Jejak.objects.count() == banyak
    assert RencanaAksi.objects.get(pk=terbuka.aksi["I", "a"].pk).rencana_kerja == terbuka.baris["I"]


def test_last_action_of_a_row_stays(tiga: Kantor, ketua: Pengguna) -> None:
    pindahkan_aksi(aksi=tiga.aksi["I", "a"], ke=kerja(tiga, 3), setelah=None, oleh=ketua)
    sisa = RencanaAksi.objects.get(rencana_kerja=kerja(tiga, 1))
    with pytest.raises(DomainError, match="satu-satunya aksi"):
        pindahkan_aksi(aksi=sisa, ke=kerja(tiga, 3), setelah=None, oleh=ketua)
    with pytest.raises(DomainError, match="satu-satunya aksi"):
        hapus_baris(baris=sisa, oleh=ketua)


def test_letters_go_on_after_z() -> None:
    assert [huruf(i) for i in (0, 25, 26, 51, 52, 499)] == ["a", "z", "aa", "az", "ba", "sf"]


def test_many_actions_are_lettered_and_their_number_has_an_end(
    terbuka: Kantor, ketua: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rencana_aksi.domain.sunting.urutan.BATAS_BARIS", 28)
    induk = terbuka.baris["I"]
    for _ in range(26):
        tambah_aksi(kerja=induk, uraian="x", oleh=ketua)
    assert [a.huruf for a in induk.aksi.all()][-3:] == ["z", "aa", "ab"]
    with pytest.raises(DomainError, match=r"Sudah ada 28 rencana aksi, paling banyak 28\."):
        tambah_aksi(kerja=induk, uraian="x", oleh=ketua)


# --- removing -----------------------------------------------------------------------------------------


def test_removed_row_takes_along_what_is_under_it_and_the_rest_is_renumbered(tiga: Kantor, ketua: Pengguna) -> None:
    pergi = kerja(tiga, 1)
    ikut = ["2 rencana aksi", "4 pelaksanaan", "3 syarat bukti"]
    assert (gantungan(pergi).ikut, gantungan(pergi).menahan) == (ikut, [])
    hapus_baris(baris=pergi, oleh=ketua)
    assert susunan(tiga) == ["Kerja I.2", "1. Kerja I.3"]
    assert not Pelaksanaan.objects.filter(aksi__in=[a.pk for (k, _), a in tiga.aksi.items() if k == "I"]).exists()
    assert (jejak().tindakan, jejak().objek_id, jejak().sesudah) == ("menghapus rencana kerja", pergi.pk, {})
    assert jejak().sebelum == {
        "nomor": 1, "uraian": "Kerja I.1", "ikut_terhapus": ikut,
        "aksi": ["a. Aksi I.1.a (1, 13–20 Maret, 10 April)", "b. Aksi I.1.b (Secara berkala)"],
        "syarat": ["Surat keputusan", "Notula rapat", "Laporan kegiatan"],
    }  # fmt: skip


def test_removed_action_leaves_the_others_lettered(terbuka: Kantor, ketua: Pengguna) -> None:
    tambah_aksi(kerja=terbuka.baris["I"], uraian="Ketiga", oleh=ketua)
    hapus_baris(baris=terbuka.aksi["I", "a"], oleh=ketua)
    assert aksi(terbuka.baris["I"]) == ["a. Aksi I.1.b", "b. Ketiga"]
    hapus_baris(baris=terbuka.aksi["I", "b"], oleh=ketua)
    assert aksi(terbuka.baris["I"]) == ["Ketiga"]


def test_evidence_and_priorities_without_anything_are_removed(terbuka: Kantor, ketua: Pengguna) -> None:
    hapus_baris(baris=terbuka.syarat["I", "aksi"], oleh=ketua)
    program = tambah_program(pengungkit=terbuka.pengungkit["I"], uraian="Satu", oleh=ketua)
    hapus_baris(baris=program, oleh=ketua)
    assert SyaratBukti.objects.filter(rencana_kerja=terbuka.baris["I"]).count() == 2
    assert not terbuka.pengungkit["I"].program_prioritas.exists()


def test_row_with_progress_evidence_or_obstacle_is_kept_and_what_hangs_is_named(
    terbuka: Kantor, ketua: Pengguna
) -> None:
    satu = terbuka.aksi["I", "a"]
    pelaksanaan = terbuka.pelaksanaan["I", "a"]
    Pelaksanaan.objects.filter(pk=pelaksanaan[0].pk).update(status="selesai", realisasi="2023-03-01")
    Pelaksanaan.objects.filter(pk=pelaksanaan[1].pk).update(catatan="Tunggu")
    for nama, milik in (("SK.pdf", None), ("notula.pdf", pelaksanaan[0])):
        syarat = terbuka.syarat["I", "tiap" if milik else "aksi"]
        Bukti.objects.create(syarat=syarat, pelaksanaan=milik, versi=1, nama=nama, tautan="https://contoh.id")
    catat_kendala(aksi=satu, uraian="Narasumber sakit", pelaksanaan=pelaksanaan[0], oleh=ketua)
    pesan = (
        "Tidak dapat dihapus: padanya ada 2 pelaksanaan yang sudah dicatat (selesai 1 Mar 2023, belum 20 Mar 2023); "
        "2 bukti (SK.pdf, notula.pdf); 1 kendala (Narasumber sakit)."
    )
    for baris in (satu, terbuka.baris["I"]):
        with pytest.raises(DomainError) as galat:
            hapus_baris(baris=baris, oleh=ketua)
        assert galat.value.pesan == pesan
    with pytest.raises(DomainError, match=r"padanya ada 1 bukti \(SK.pdf\)\."):
        hapus_baris(baris=terbuka.syarat["I", "aksi"], oleh=ketua)
    assert RencanaKerja.objects.filter(pk=terbuka.baris["I"].pk).exists()
    assert [p.status for p in satu.pelaksanaan.all()] == ["selesai", "belum", "belum"]


def test_withdrawn_evidence_is_kept_too(terbuka: Kantor, ketua: Pengguna) -> None:
    syarat = terbuka.syarat["I", "baris"]
    Bukti.objects.create(syarat=syarat, versi=1, nama="a.pdf", tautan="https://a.id", status="ditarik", alasan="x")
    with pytest.raises(DomainError, match="1 bukti"):
        hapus_baris(baris=syarat, oleh=ketua)


def test_long_lists_of_what_hangs_are_cut(terbuka: Kantor, ketua: Pengguna) -> None:
    syarat = terbuka.syarat["I", "baris"]
    for i in range(1, 6):
        Bukti.objects.create(syarat=syarat, versi=i, nama=f"{i}.pdf", tautan="https://a.id")
    assert gantungan(syarat).menahan == ["5 bukti (1.pdf, 2.pdf, 3.pdf, dan 2 lagi)"]


@pytest.mark.parametrize("verba", ["hapus", "geser", "pindahkan"])
def test_row_gone_meanwhile(terbuka: Kantor, ketua: Pengguna, verba: str) -> None:
    hapus_baris(baris=RencanaAksi.objects.get(pk=terbuka.aksi["I", "b"].pk), oleh=ketua)
    usang: Any = terbuka.aksi["I", "b"]
    kerja = {
        "hapus": lambda: hapus_baris(baris=usang, oleh=ketua),
        "geser": lambda: geser(baris=usang, arah="naik", oleh=ketua),
        "pindahkan": lambda: pindahkan(baris=usang, setelah=None, oleh=ketua),
    }
    with pytest.raises(DomainError, match=r"sudah (dihapus|tidak ada)"):
        kerja[verba]()
