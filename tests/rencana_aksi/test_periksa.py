"""The page of what is odd, and "memang begitu"."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.domain.temuan import tarik_temuan, terima_temuan
from rencana_aksi.models import RencanaAksi, RencanaKerja, SyaratBukti, TemuanDiterima
from rencana_aksi.queries.periksa import Temuan, cari_temuan, laporan
from tests.bantuan import HTMX, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor, tambah_baris
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA, Peran
from zona.organisasi.models import Keanggotaan, Satker

BERKALA = "berkala-tanpa-tanggal"


def temuan(kantor: Kantor, area: str = "I") -> Temuan:
    """Aksi b of that pengungkit: "Secara berkala" without a date."""
    hasil = cari_temuan(kantor.rencana, BERKALA, "aksi", kantor.aksi[area, "b"].pk)
    assert hasil is not None
    return hasil


def alamat(kantor: Kantor, ekor: str = "terima/", area: str = "I") -> str:
    return kantor.alamat(f"rencana/periksa/{BERKALA}/aksi/{kantor.aksi[area, 'b'].pk}/{ekor}")


def id_temuan(kantor: Kantor, area: str = "I") -> str:
    return f"temuan-{BERKALA}-aksi-{kantor.aksi[area, 'b'].pk}"


def halaman(klien, kantor: Kantor, orang):
    return urai(klien(orang).get(kantor.alamat("rencana/periksa/")))


def terima(kantor: Kantor, oleh, catatan: str = "") -> None:
    satu = temuan(kantor)
    terima_temuan(rencana=kantor.rencana, temuan=satu, sidik=satu.sidik, catatan=catatan, oleh=oleh)


def ganti_jadwal(kantor: Kantor, teks: str) -> None:
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "b"].pk).update(jadwal_teks=teks)


# --- the page -----------------------------------------------------------------------------------------


def test_periksa_groups_findings_by_kind_with_counts(klien, kantor: Kantor, anggota) -> None:
    h = halaman(klien, kantor, anggota)
    assert [teks(j) for j in h.select("section h2")] == [
        "Berkala tanpa tanggal 6 temuan", "Aksi tanpa penanggung jawab 11 temuan", "Syarat tanpa aksi 6 temuan",
    ]  # fmt: skip
    assert teks(h.select_one("#ringkasan")) == "23 temuan perlu diputuskan"
    assert teks(h.select("#daftar > p.rinci")[0]) == (
        "Tidak ditemukan: tanpa jadwal, di luar tahun rencana, akhir pekan atau hari libur, bukti menyebut tanggal "
        "lain, pengungkit tanpa aksi, pengungkit tanpa tim, pengungkit tanpa koordinator, NIP bukan 18 angka, nomor "
        "atau huruf ganda, bobot tidak berjumlah."
    )


def test_periksa_tells_place_reason_and_where_to_mend(klien, kantor: Kantor, anggota) -> None:
    h = halaman(klien, kantor, anggota)
    satu = h.select_one(f"#{id_temuan(kantor)}")
    assert teks(satu) == 'I.1.b Aksi I.1.b Jadwalnya "Secara berkala", tanpa satu tanggal pun.'
    assert satu.a["href"] == kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'b'].pk}/")
    baris = h.select_one(f"#temuan-syarat-tanpa-aksi-rencana_kerja-{kantor.baris['I'].pk}")
    assert baris.a["href"] == kantor.alamat(f"rencana/#aksi-{kantor.aksi['I', 'a'].pk}")


def perbaikan(klien, kantor: Kantor, orang) -> list[tuple[str, str]]:
    """What to press at aksi b, and at the row, of pengungkit I."""
    h = halaman(klien, kantor, orang)
    baris = f"temuan-syarat-tanpa-aksi-rencana_kerja-{kantor.baris['I'].pk}"
    return [(teks(a), a["href"]) for a in h.select(f"#{id_temuan(kantor)} a.tombol, #{baris} a.tombol")]


def test_periksa_of_an_open_plan_opens_the_way_to_mend(klien, terbuka: Kantor, koordinator_i) -> None:
    pk, baris = terbuka.aksi["I", "b"].pk, terbuka.baris["I"].pk
    jadwal = ("Ubah jadwal", terbuka.alamat(f"rencana/sunting/aksi/{pk}/jadwal/"))
    sunting = ("Sunting", terbuka.alamat(f"rencana/sunting/I/#kerja-{baris}"))
    assert perbaikan(klien, terbuka, koordinator_i) == [jadwal, sunting]
    assert all(klien(koordinator_i).get(a).status_code == 200 for _, a in (jadwal, sunting))


def test_periksa_of_a_locked_plan_lets_a_date_be_agreed_upon(klien, kantor: Kantor, koordinator_i) -> None:
    tanggal = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'b'].pk}/tanggal/")
    assert perbaikan(klien, kantor, koordinator_i) == [("Beri tanggal", tanggal)]
    assert klien(koordinator_i).get(tanggal).status_code == 200


def test_periksa_opens_no_way_to_who_may_not(klien, terbuka: Kantor, koordinator_ii, kepala, anggota) -> None:
    assert [perbaikan(klien, terbuka, o) for o in (koordinator_ii, kepala, anggota)] == [[], [], []]


def test_periksa_opens_evidence_and_letters_for_editing(klien, terbuka: Kantor, ketua) -> None:
    kantor = terbuka
    syarat = kantor.syarat["I", "aksi"]
    SyaratBukti.objects.filter(pk=syarat.pk).update(teks="SK (2 Februari 2023)")
    kembar = RencanaAksi.objects.create(rencana_kerja=kantor.baris["I"], huruf="A", uraian="Kembar", urutan=9)
    h = halaman(klien, kantor, ketua)
    bukti = h.select_one(f"#temuan-bukti-beda-tanggal-syarat-{syarat.pk} a.tombol")
    huruf = h.select_one(f"#temuan-nomor-ganda-aksi-{kembar.pk} a.tombol")
    akar = kantor.alamat("rencana/sunting/")
    assert [bukti["href"], huruf["href"]] == [f"{akar}syarat/{syarat.pk}/", f"{akar}aksi/{kembar.pk}/"]
    assert [klien(ketua).get(a["href"]).status_code for a in (bukti, huruf)] == [200, 200]


def test_periksa_links_people_and_teams(klien, kantor: Kantor, ketua, admin) -> None:
    orang = kantor.orang["koordinator-ii"]
    Keanggotaan.objects.filter(pengguna=kantor.orang["koordinator-iii"]).update(peran=Peran.ANGGOTA)
    Keanggotaan.objects.filter(pengguna=kantor.orang["koordinator-iv"]).delete()
    orang.nip, orang.nip_naskah = None, "1980"
    orang.save()
    kode = {"nip-bukan-18-angka": f"pengguna-{orang.pk}"}
    kode["pengungkit-tanpa-koordinator"] = f"pengungkit-{kantor.pengungkit['III'].pk}"
    kode["pengungkit-tanpa-tim"] = f"pengungkit-{kantor.pengungkit['IV'].pk}"

    def tautan(siapa) -> list[str]:
        h = halaman(klien, kantor, siapa)
        return [h.select_one(f"#temuan-{k}-{o}").a["href"] for k, o in kode.items()]

    tim = [kantor.alamat("tim/#tim-iii"), kantor.alamat("tim/#tim-iv")]
    assert tautan(ketua) == [kantor.alamat("tim/#tim-ii"), *tim]
    assert tautan(admin) == [kantor.alamat(f"tim/orang/{orang.pk}/"), *tim]


def test_periksa_of_an_empty_pengungkit_opens_its_rows(klien, terbuka: Kantor, ketua) -> None:
    RencanaKerja.objects.filter(pk=terbuka.baris["V"].pk).delete()
    h = halaman(klien, terbuka, ketua)
    satu = h.select_one(f"#temuan-pengungkit-tanpa-aksi-pengungkit-{terbuka.pengungkit['V'].pk}")
    alamat_bagian = terbuka.alamat("rencana/sunting/V/")
    assert [(teks(a), a["href"]) for a in satu.select("a")] == [
        ("Penguatan Pengawasan", terbuka.alamat("rencana/?pengungkit=V")), ("Isi", alamat_bagian),
    ]  # fmt: skip
    assert klien(ketua).get(alamat_bagian).status_code == 200


def test_periksa_of_an_action_nobody_answers_for_opens_it(klien, terbuka: Kantor, ketua) -> None:
    pk = terbuka.aksi["II", "a"].pk
    satu = halaman(klien, terbuka, ketua).select_one(f"#temuan-aksi-tanpa-penanggung-jawab-aksi-{pk} a.tombol")
    assert (teks(satu), satu["href"]) == ("Sunting", terbuka.alamat(f"rencana/sunting/aksi/{pk}/"))


def test_periksa_of_a_plan_without_oddities(klien, kantor: Kantor, ketua) -> None:
    RencanaAksi.objects.filter(huruf="b").delete()
    for kode, orang in zip(AREA, ("anggota", *(f"koordinator-{a.lower()}" for a in AREA[1:])), strict=True):
        RencanaAksi.objects.filter(pk=kantor.aksi[kode, "a"].pk).update(penanggung_jawab=kantor.orang[orang])
    assert teks(halaman(klien, kantor, ketua).select_one("#ringkasan")) == "Tidak ada yang janggal"


def test_periksa_forgets_an_action_once_it_has_a_date(kantor: Kantor) -> None:
    hari = date(2023, 5, 2)
    kantor.aksi["I", "b"].pelaksanaan.update(mulai=hari, jatuh_tempo=hari)
    assert cari_temuan(kantor.rencana, BERKALA, "aksi", kantor.aksi["I", "b"].pk) is None


def test_periksa_fragment_equals_page(klien, kantor: Kantor, ketua) -> None:
    peramban = klien(ketua)
    utuh = peramban.get(kantor.alamat("rencana/periksa/"))
    bagian = peramban.get(kantor.alamat("rencana/periksa/"), headers=HTMX)
    assert urai(bagian).html is None
    assert rapi(urai(bagian).select_one("#daftar")) == rapi(urai(utuh).select_one("#daftar"))


def test_periksa_stands_on_the_matrix(klien, kantor: Kantor, ketua) -> None:
    h = urai(klien(ketua).get(kantor.alamat("rencana/")))
    assert [teks(a) for a in h.select(f"a[href='{kantor.alamat('rencana/periksa/')}']")] == ["Periksa rencana"]


@pytest.mark.parametrize("tambahan", [0, 12])
def test_periksa_queries_do_not_grow_with_rows(klien, kantor: Kantor, ketua, tambahan) -> None:
    tambah_baris(kantor, tambahan)
    terima(kantor, ketua)
    peramban = klien(ketua)
    with CaptureQueriesContext(connection) as kueri:
        h = urai(peramban.get(kantor.alamat("rencana/periksa/")))
    assert len(h.select("li.temuan")) == 23 + 4 * tambahan
    assert len(kueri) == 12


def test_periksa_refuses_others(klien, kantor: Kantor, ketua, orang_luar) -> None:
    assert klien(orang_luar).get(kantor.alamat("rencana/periksa/")).status_code == 404
    assert klien(ketua).post(kantor.alamat("rencana/periksa/")).status_code == 405
    assert [klien(ketua).get(alamat(kantor, e)).status_code for e in ("terima/", "tarik/")] == [405, 405]


# --- memang begitu ------------------------------------------------------------------------------------

BOLEH = {"ketua", "koordinator-i"}


@pytest.mark.parametrize(
    "siapa", ["kepala", "ketua", "koordinator-i", "koordinator-ii", "anggota", "penilai", "admin", "orang-luar"]
)
def test_accepting_is_for_ketua_and_its_koordinator(klien, kantor: Kantor, siapa: str) -> None:
    peramban = klien(kantor.orang[siapa])
    tanggapan = peramban.post(alamat(kantor), {"sidik": temuan(kantor).sidik})
    harapan = 302 if siapa in BOLEH else 404 if siapa == "orang-luar" else 403
    assert tanggapan.status_code == harapan
    assert TemuanDiterima.objects.count() == (siapa in BOLEH)
    terima(kantor, None)
    assert peramban.post(alamat(kantor, "tarik/")).status_code == harapan
    assert TemuanDiterima.objects.count() == (siapa not in BOLEH)


def test_buttons_stand_only_for_who_may(klien, kantor: Kantor, ketua, koordinator_i, kepala) -> None:
    jumlah = {
        o.username: len(halaman(klien, kantor, o).select("li.temuan form")) for o in (ketua, koordinator_i, kepala)
    }
    assert jumlah == {"ketua": 23, "koordinator-i": 3, "kepala": 0}


def test_accepting_says_by_whom_and_when(klien, kantor: Kantor, koordinator_i, anggota) -> None:
    isi = {"sidik": temuan(kantor).sidik, "catatan": " Tiap ada pegawai baru "}
    tanggapan = klien(koordinator_i).post(alamat(kantor), isi)
    assert (tanggapan.status_code, tanggapan["Location"]) == (
        302,
        f"{kantor.alamat('rencana/periksa/')}#{id_temuan(kantor)}",
    )
    h = halaman(klien, kantor, anggota)
    assert teks(h.select_one(f"#{id_temuan(kantor)} .temuan-diterima")) == (
        'Memang begitu, menurut Koordinator I, 15 Maret 2023: "Tiap ada pegawai baru"'
    )
    assert teks(h.select_one("#ringkasan")) == "22 temuan perlu diputuskan · 1 memang begitu"
    assert teks(h.select_one(f"#jumlah-{BERKALA}")) == "6 temuan, 5 perlu diputuskan"


def test_accepting_and_taking_back_in_place_equal_the_page(klien, kantor: Kantor, ketua) -> None:
    peramban = klien(ketua)
    for ekor, sebutan in (("terima/", "menerima temuan"), ("tarik/", "menarik penerimaan temuan")):
        sebelum = peramban.get(kantor.alamat("rencana/periksa/"))
        jawaban = peramban.post(alamat(kantor, ekor), {"sidik": temuan(kantor).sidik}, headers=HTMX)
        assert len(urai(jawaban).select("[hx-swap-oob]")) == 2
        sesudah = peramban.get(kantor.alamat("rencana/periksa/"))
        assert rapi(pasang_fragmen(sebelum, jawaban, id_temuan(kantor))) == rapi(sesudah)
        assert Jejak.objects.first().tindakan == sebutan


def test_accepting_leaves_an_audit_row(kantor: Kantor, ketua) -> None:
    terima(kantor, ketua, "Rutin")
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_id, jejak.alasan) == ("menerima temuan", ketua.pk, "Rutin")
    assert jejak.sesudah == {
        "tempat": "I.1.b",
        "temuan": "berkala tanpa tanggal",
        "fakta": 'Jadwalnya "Secara berkala", tanpa satu tanggal pun.',
    }
    assert Satker.objects.get(pk=kantor.satker.pk).revisi == 1


def test_taking_back_leaves_an_audit_row(kantor: Kantor, ketua) -> None:
    terima(kantor, ketua, "Rutin")
    assert tarik_temuan(rencana=kantor.rencana, temuan=temuan(kantor), oleh=ketua)
    assert not tarik_temuan(rencana=kantor.rencana, temuan=temuan(kantor), oleh=ketua)
    jejak = Jejak.objects.all()
    assert [j.tindakan for j in jejak] == ["menarik penerimaan temuan", "menerima temuan"]
    assert jejak[0].objek_id == jejak[1].objek_id
    assert jejak[0].sebelum == {"tempat": "I.1.b", "temuan": "berkala tanpa tanggal", "catatan": "Rutin"}


def test_accepted_twice_is_accepted_once_by_the_first(kantor: Kantor, ketua, koordinator_i) -> None:
    terima(kantor, koordinator_i, "Pertama")
    terima(kantor, ketua, "Kedua")
    assert [(t.diterima_oleh, t.catatan) for t in TemuanDiterima.objects.all()] == [(koordinator_i, "Pertama")]
    assert Jejak.objects.count() == 1


def test_accepted_is_asked_again_when_the_facts_change(kantor: Kantor, ketua) -> None:
    terima(kantor, ketua)
    assert laporan(kantor.rencana).diterima == 1
    ganti_jadwal(kantor, "berkala, menurut kebutuhan")
    assert laporan(kantor.rencana).diterima == 0
    ganti_jadwal(kantor, "Secara berkala")
    assert laporan(kantor.rencana).diterima == 1


def test_accepting_what_has_changed_meanwhile_is_asked_anew(klien, kantor: Kantor, ketua) -> None:
    peramban, lama = klien(ketua), temuan(kantor).sidik
    sebelum = peramban.get(kantor.alamat("rencana/periksa/"))
    ganti_jadwal(kantor, "berkala saja")
    isi = {"sidik": lama, "catatan": "Rutin"}
    jawaban = peramban.post(alamat(kantor), isi, headers=HTMX)
    assert jawaban.status_code == 422
    h = pasang_fragmen(sebelum, jawaban, id_temuan(kantor))
    satu = h.select_one(f"#{id_temuan(kantor)}")
    assert teks(satu.select_one("[role=alert]")) == (
        "Rencananya berubah sejak halaman dibuka. Periksa lagi; kirim sekali lagi bila masih perlu."
    )
    assert satu.select_one("details").has_attr("open")
    assert satu.select_one("[name=catatan]")["value"] == "Rutin"
    assert satu.select_one("[name=sidik]")["value"] == temuan(kantor).sidik != lama
    assert (TemuanDiterima.objects.count(), Jejak.objects.count()) == (0, 0)
    utuh = peramban.post(alamat(kantor), isi)
    assert utuh.status_code == 422
    assert rapi(urai(utuh).select_one(f"#{id_temuan(kantor)}")) == rapi(satu)


@pytest.mark.parametrize("isi", [{}, {"catatan": "x" * 301}])
def test_accepting_badly_is_refused(klien, kantor: Kantor, ketua, isi) -> None:
    isian = {"sidik": temuan(kantor).sidik, **isi} if isi else {}
    assert klien(ketua).post(alamat(kantor), isian).status_code == 422
    assert TemuanDiterima.objects.count() == 0


def test_accepting_what_is_gone_is_unknown(klien, kantor: Kantor, ketua) -> None:
    lama = temuan(kantor)
    RencanaAksi.objects.filter(pk=lama.objek_id).delete()
    assert klien(ketua).post(alamat(kantor), {"sidik": lama.sidik}).status_code == 404
    with pytest.raises(DomainError):
        terima_temuan(rencana=kantor.rencana, temuan=lama, sidik=lama.sidik, oleh=ketua)


@pytest.mark.parametrize("ekor", ["terima/", "tarik/"])
def test_changing_queries_do_not_grow_with_rows(klien, kantor: Kantor, ketua, ekor) -> None:
    peramban, jumlah = klien(ketua), []
    for tambahan in (0, 12):
        tambah_baris(kantor, tambahan)
        TemuanDiterima.objects.all().delete()
        if ekor == "tarik/":
            terima(kantor, ketua)
        with CaptureQueriesContext(connection) as kueri:
            peramban.post(alamat(kantor, ekor), {"sidik": temuan(kantor).sidik}, headers=HTMX)
        jumlah.append(len(kueri))
    assert jumlah[0] == jumlah[1]
