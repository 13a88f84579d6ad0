"""Editing rows in the browser: the page, its forms in place and alone, two people at one row, rights, cost."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.models import Bukti
from rencana_aksi.domain.sunting.program import tambah_program
from rencana_aksi.models import ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor, jadikan_draf, tambah_baris
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


@pytest.fixture
def program(terbuka: Kantor) -> ProgramPrioritas:
    return tambah_program(pengungkit=terbuka.pengungkit["I"], uraian="Pemilu agen perubahan", oleh=None)


def alamat(kantor: Kantor, ekor: str = "I/") -> str:
    return kantor.alamat(f"rencana/sunting/{ekor}")


def tanpa_kabar(halaman: Any) -> str:
    """The page without what it says was just done."""
    pohon = urai(halaman) if not isinstance(halaman, BeautifulSoup) else halaman
    pohon.find(id="kabar")["class"] = "kabar"  # type: ignore[index]
    pohon.find(id="kabar").string = ""  # type: ignore[union-attr]
    return rapi(pohon)


def baris(kantor: Kantor, jenis: str) -> Any:
    """One row of the kind, in pengungkit I."""
    return {
        "kerja": lambda: kantor.baris["I"],
        "aksi": lambda: kantor.aksi["I", "a"],
        "syarat": lambda: kantor.syarat["I", "aksi"],
        "program": lambda: ProgramPrioritas.objects.filter(pengungkit=kantor.pengungkit["I"])[0],
    }[jenis]()


ISI: dict[str, dict[str, str]] = {
    "kerja": {"uraian": "Kerja lain", "bernomor": "on"},
    "aksi": {"uraian": "Aksi lain", "penanggung_jawab": "…"},
    "syarat": {"teks": "SK tim", "jenis": "keputusan", "aksi": "…"},
    "program": {"uraian": "Program lain"},
}
SEMUA = pytest.mark.parametrize("jenis", ISI)


def isi(kantor: Kantor, jenis: str, **lain: Any) -> dict[str, Any]:
    orang = str(kantor.orang["koordinator-i"].pk)
    tetap = {"syarat": {"aksi": str(kantor.aksi["I", "a"].pk)}, "aksi": {"penanggung_jawab": orang}}.get(jenis, {})
    return {**ISI[jenis], **tetap, "revisi": "0", **lain}


# --- the page -----------------------------------------------------------------------------------------


def test_page_shows_the_rows_in_order_with_their_evidence(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna
) -> None:
    halaman = urai(klien(ketua).get(alamat(terbuka)))
    assert [teks(h) for h in halaman.select("h1, h3")] == ["Sunting I. Manajemen Perubahan", "1. Kerja I.1"]
    assert [teks(b) for b in halaman.select(".aksi .butir > :first-child")] == [
        "a. Aksi I.1.a 1, 13–20 Maret, 10 April (3 pelaksanaan, 1 Maret–10 April 2023) · Anggota",
        "Surat keputusan Surat keputusan",
        "Notula rapat Notula · tiap pelaksanaan",
        "b. Aksi I.1.b Secara berkala (belum bertanggal) · Belum ada penanggung jawab",
    ]
    assert [teks(b) for b in halaman.select("#program .butir > :first-child")] == ["Pemilu agen perubahan"]
    assert [teks(a) for a in halaman.select(".lompat-pengungkit [aria-current]")] == ["I Manajemen Perubahan"]


def test_coordinator_finds_the_own_pengungkit_alone(klien: Buka, terbuka: Kantor, koordinator_ii: Pengguna) -> None:
    peramban = klien(koordinator_ii)
    assert peramban.get(alamat(terbuka, ""))["Location"] == alamat(terbuka, "II/")
    assert urai(peramban.get(alamat(terbuka, "II/"))).select(".lompat-pengungkit") == []
    tanggapan = peramban.get(alamat(terbuka, "I/"))
    assert tanggapan.status_code == 403
    assert "Isi pengungkit I hanya disunting oleh ketua dan koordinatornya." in teks(tanggapan)


def test_page_of_a_closed_plan_says_why_and_offers_nothing(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = urai(peramban.get(alamat(kantor)))
    kalimat = "Rencana ini sudah ditetapkan. Isinya disunting lewat perubahan, di halaman Dokumen. Halaman Dokumen"
    assert [teks(p) for p in halaman.select("p.pemberitahuan")] == [kalimat]
    assert halaman.select(".kendali, .tambah") == []
    for ekor in ("jadwal/", "pindah/", "hapus/", ""):
        tanggapan = peramban.get(alamat(kantor, f"aksi/{kantor.aksi['I', 'a'].pk}/{ekor}"))
        assert tanggapan["Location"].split("#")[0] == alamat(kantor)


def test_matrix_leads_there_or_says_why_not(
    klien: Buka, kantor: Kantor, ketua: Pengguna, koordinator_ii: Pengguna, anggota: Pengguna
) -> None:
    def tautan(orang: Pengguna) -> list[str]:
        return [a["href"] for a in urai(klien(orang).get(kantor.alamat("rencana/"))).select("a[href*='/sunting/']")]

    assert tautan(ketua) == []
    lewat = "Isinya disunting lewat perubahan, di halaman Dokumen."
    assert lewat in teks(klien(ketua).get(kantor.alamat("rencana/")))
    assert lewat not in teks(klien(anggota).get(kantor.alamat("rencana/")))
    jadikan_draf(kantor)
    assert tautan(koordinator_ii) == [alamat(kantor, "II/")]
    assert tautan(ketua) == [alamat(kantor, f"{kode}/") for kode in ("I", "II", "III", "IV", "V", "VI")]
    assert tautan(anggota) == []


# --- changing -----------------------------------------------------------------------------------------


@SEMUA
def test_row_saved_in_place_equals_the_page(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str
) -> None:
    peramban, satu = klien(ketua), baris(terbuka, jenis)
    lama = peramban.get(alamat(terbuka))
    tanggapan = peramban.post(alamat(terbuka, f"{jenis}/{satu.pk}/"), isi(terbuka, jenis), headers=HTMX)
    assert tanggapan.status_code == 200
    hasil = pasang_fragmen(lama, tanggapan, f"{jenis}-{satu.pk}")
    assert rapi(hasil) == rapi(peramban.get(alamat(terbuka)))
    assert ISI[jenis].get("uraian", "SK tim") in teks(hasil)


@SEMUA
def test_row_saved_without_javascript_leads_back_to_it(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str
) -> None:
    satu = baris(terbuka, jenis)
    tanggapan = klien(ketua).post(alamat(terbuka, f"{jenis}/{satu.pk}/"), isi(terbuka, jenis))
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, f"{alamat(terbuka)}#{jenis}-{satu.pk}")
    satu.refresh_from_db()
    assert satu.revisi == 1


@SEMUA
def test_form_left_gives_the_row_back(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str
) -> None:
    peramban, satu = klien(ketua), baris(terbuka, jenis)
    halaman = peramban.get(alamat(terbuka))
    form = peramban.get(alamat(terbuka, f"{jenis}/{satu.pk}/"), headers=HTMX)
    kembali = peramban.get(alamat(terbuka, f"{jenis}/{satu.pk}/?lihat=1"), headers=HTMX)
    dengan_form = pasang_fragmen(halaman, form, f"{jenis}-{satu.pk}")
    assert rapi(pasang_fragmen(dengan_form, kembali, f"{jenis}-{satu.pk}")) == rapi(halaman)


def test_row_taken_out_of_the_count_redraws_all(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    lama = peramban.get(alamat(terbuka))
    tanggapan = peramban.post(
        alamat(terbuka, f"kerja/{terbuka.baris['I'].pk}/"), {"uraian": "Kerja I.1", "revisi": "0"}, headers=HTMX
    )
    assert tanggapan["HX-Retarget"] == "#susunan"
    hasil = pasang_fragmen(lama, tanggapan, "susunan")
    assert tanpa_kabar(hasil) == tanpa_kabar(peramban.get(alamat(terbuka)))
    assert teks(hasil.select_one("h3")) == "Kerja I.1"  # type: ignore[arg-type]


@pytest.mark.parametrize("kepala", [{}, HTMX])
def test_refused_row_says_why_at_its_field_and_keeps_what_was_typed(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    satu = terbuka.syarat["I", "baris"]
    dikirim = {"teks": "Notula baru", "jenis": "notula", "tiap_pelaksanaan": "on", "revisi": "0"}
    tanggapan = klien(ketua).post(alamat(terbuka, f"syarat/{satu.pk}/"), dikirim, headers=kepala)
    assert tanggapan.status_code == 422
    halaman = urai(tanggapan)
    assert [teks(li) for li in halaman.select("[role=alert] li")] == [
        "Untuk : Pilih rencana aksinya: yang diminta tiap pelaksanaan milik satu aksi."
    ]
    assert halaman.select_one("[name=teks]").text.strip() == "Notula baru"  # type: ignore[union-attr]
    assert SyaratBukti.objects.get(pk=satu.pk).teks == "Laporan kegiatan"


@pytest.mark.parametrize(
    ("jenis", "isian", "kalimat"),
    [
        ("aksi", {"penanggung_jawab": "koordinator-ii"}, "Orang itu bukan anggota Tim I."),
        ("syarat", {"aksi": "aksi-ii"}, "Aksi itu bukan milik rencana kerja ini."),
    ],
)
def test_forged_choice_is_refused_with_a_sentence(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, jenis: str, isian: dict[str, str], kalimat: str
) -> None:
    asing = {"koordinator-ii": terbuka.orang["koordinator-ii"].pk, "aksi-ii": terbuka.aksi["II", "a"].pk}
    dikirim = isi(terbuka, jenis, **{k: str(asing[v]) for k, v in isian.items()})
    banyak = Jejak.objects.count()
    tanggapan = klien(ketua).post(alamat(terbuka, f"{jenis}/{baris(terbuka, jenis).pk}/"), dikirim)
    assert tanggapan.status_code == 422
    assert kalimat in teks(tanggapan)
    assert Jejak.objects.count() == banyak


def test_edit_while_the_plan_was_closed_meanwhile_keeps_what_was_typed(
    klien: Buka, terbuka: Kantor, ketua: Pengguna
) -> None:
    Rencana.objects.filter(pk=terbuka.rencana.pk).update(status="diajukan")
    satu = terbuka.aksi["I", "a"]
    tanggapan = klien(ketua).post(alamat(terbuka, f"aksi/{satu.pk}/"), isi(terbuka, "aksi"), headers=HTMX)
    assert tanggapan.status_code == 422
    assert "sedang diajukan" in teks(tanggapan)
    assert urai(tanggapan).select_one("[name=uraian]").text.strip() == "Aksi lain"  # type: ignore[union-attr]


# --- two people ---------------------------------------------------------------------------------------


def test_second_is_told_who_changed_what_and_may_save_over_it(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    satu = terbuka.aksi["I", "a"]
    tujuan = alamat(terbuka, f"aksi/{satu.pk}/")
    klien(ketua).post(tujuan, {"uraian": "Punya ketua", "penanggung_jawab": "", "revisi": "0"})
    kedua = {"uraian": "Punya koordinator", "penanggung_jawab": satu.penanggung_jawab_id, "revisi": "0"}
    peramban = klien(koordinator_i)
    tanggapan = peramban.post(tujuan, kedua, headers=HTMX)
    assert tanggapan.status_code == 422
    halaman = urai(tanggapan)
    assert [teks(li) for li in halaman.select("[role=alert] li")] == [
        "Ketua mengubah uraian: “Aksi I.1.a” → “Punya ketua”.",
        "Ketua mengubah penanggung jawab: “Anggota” → “–”; sudah dipakai di bawah.",
    ]
    assert halaman.select_one("[name=uraian]").text.strip() == "Punya koordinator"  # type: ignore[union-attr]
    assert [o["value"] for o in halaman.select("[name=penanggung_jawab] option[selected]")] in ([], [""])
    assert halaman.select_one("[role=alert] a")["hx-get"] == f"{tujuan}?lihat=1"  # type: ignore[index]
    satu.refresh_from_db()
    assert satu.uraian == "Punya ketua"
    lagi = {k["name"]: k.get("value", k.text.strip()) for k in halaman.select("textarea, input[name=revisi]")}
    assert peramban.post(tujuan, {**lagi, "penanggung_jawab": ""}, headers=HTMX).status_code == 200
    satu.refresh_from_db()
    assert (satu.uraian, satu.penanggung_jawab, satu.revisi) == ("Punya koordinator", None, 2)


def test_checkbox_and_choices_left_alone_follow_the_other_person(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    satu = terbuka.syarat["I", "tiap"]
    tujuan, milik = alamat(terbuka, f"syarat/{satu.pk}/"), str(satu.aksi_id)
    klien(ketua).post(tujuan, {"teks": "Notula rapat", "jenis": "laporan", "aksi": milik, "revisi": "0"})
    kedua = {"teks": "Notula lain", "jenis": "notula", "aksi": milik, "tiap_pelaksanaan": "on", "revisi": "0"}
    halaman = urai(klien(koordinator_i).post(tujuan, kedua, headers=HTMX))
    assert [teks(li) for li in halaman.select("[role=alert] li")] == [
        "Ketua mengubah jenis: “notula” → “laporan”; sudah dipakai di bawah.",
        "Ketua mengubah diminta tiap pelaksanaan: “ya” → “tidak”; sudah dipakai di bawah.",
    ]
    assert halaman.select_one("[name=jenis] option[selected]")["value"] == "laporan"  # type: ignore[index]
    assert halaman.select("[name=tiap_pelaksanaan][checked]") == []
    assert halaman.select_one("[name=teks]").text.strip() == "Notula lain"  # type: ignore[union-attr]


@pytest.mark.parametrize("kepala", [{}, HTMX])
def test_row_removed_meanwhile_gives_back_what_was_typed(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna, kepala: dict[str, str]
) -> None:
    satu = terbuka.aksi["I", "b"]
    klien(ketua).post(alamat(terbuka, f"aksi/{satu.pk}/hapus/"))
    peramban = klien(koordinator_i)
    dikirim = {"uraian": "Kalimat yang panjang", "revisi": "0"}
    tanggapan = peramban.post(alamat(terbuka, f"aksi/{satu.pk}/"), dikirim, headers=kepala)
    assert tanggapan.status_code == 422
    assert "Sementara itu Ketua menghapus rencana aksi ini." in teks(tanggapan)
    assert [teks(p) for p in urai(tanggapan).select(".diketik")] == ["Kalimat yang panjang"]
    assert peramban.get(alamat(terbuka, f"aksi/{satu.pk}/")).status_code == 404


# --- adding, moving, removing -------------------------------------------------------------------------

BARU: dict[str, tuple[str, dict[str, str], str]] = {
    "program": ("I/program/tambah/", {"uraian": "Baru"}, "Baru"),
    "kerja": (
        "I/kerja/tambah/", {"uraian": "Baru", "aksi_uraian": "Aksi baru", "jadwal_teks": "Januari"}, "2. Baru",
    ),
    "aksi": ("kerja/{kerja}/aksi/tambah/", {"uraian": "Baru", "jadwal_teks": "setiap triwulan"}, "c. Baru"),
    "syarat": ("kerja/{kerja}/syarat/tambah/?aksi={aksi}", {"teks": "Baru", "aksi": "{aksi}"}, "Baru"),
}  # fmt: skip


@pytest.mark.parametrize("jenis", BARU)
def test_added_row_equals_the_page(klien: Buka, terbuka: Kantor, ketua: Pengguna, jenis: str) -> None:
    ekor, dikirim, sebutan = BARU[jenis]
    pk = {"kerja": terbuka.baris["I"].pk, "aksi": terbuka.aksi["I", "a"].pk}
    dikirim = {k: v.format(**pk) for k, v in dikirim.items()}
    peramban = klien(ketua)
    lama = peramban.get(alamat(terbuka))
    bagian = "program" if jenis == "program" else "susunan"
    tanggapan = peramban.post(alamat(terbuka, ekor.format(**pk)), dikirim, headers=HTMX)
    assert (tanggapan.status_code, tanggapan["HX-Retarget"]) == (200, f"#{bagian}")
    hasil = pasang_fragmen(lama, tanggapan, bagian)
    assert teks(hasil.find(id="kabar")) == f"Ditambahkan: {sebutan}"  # type: ignore[arg-type]
    assert tanpa_kabar(hasil) == tanpa_kabar(peramban.get(alamat(terbuka)))


@pytest.mark.parametrize("jenis", BARU)
def test_adding_form_left_gives_the_link_back(klien: Buka, terbuka: Kantor, ketua: Pengguna, jenis: str) -> None:
    pk = {"kerja": terbuka.baris["I"].pk, "aksi": terbuka.aksi["I", "a"].pk}
    tujuan = alamat(terbuka, BARU[jenis][0].format(**pk))
    peramban = klien(ketua)
    halaman = peramban.get(alamat(terbuka))
    form = peramban.get(tujuan, headers=HTMX)
    kunci = urai(form).form["id"]  # type: ignore[index]
    kembali = peramban.get(f"{tujuan}{'&' if '?' in tujuan else '?'}lihat=1", headers=HTMX)
    assert rapi(pasang_fragmen(pasang_fragmen(halaman, form, kunci), kembali, kunci)) == rapi(halaman)


def test_added_without_javascript_leads_to_the_row(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    tanggapan = peramban.post(alamat(terbuka, "I/program/tambah/"), {"uraian": "Baru"}, follow=True)
    assert tanggapan.redirect_chain[0][0].endswith(f"#program-{ProgramPrioritas.objects.get().pk}")
    assert "Ditambahkan: Baru" in teks(tanggapan)


def test_evidence_is_added_for_the_action_it_was_asked_at(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    tujuan = alamat(terbuka, f"kerja/{terbuka.baris['I'].pk}/syarat/tambah/?aksi={terbuka.aksi['I', 'b'].pk}")
    pilihan = urai(klien(ketua).get(tujuan)).select_one("[name=aksi] option[selected]")
    assert pilihan["value"] == str(terbuka.aksi["I", "b"].pk)  # type: ignore[index]


@SEMUA
@pytest.mark.parametrize("arah", ["naik", "turun"])
def test_moved_row_equals_the_page_and_says_what_happened(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str, arah: str
) -> None:
    tambah_baris(terbuka, 6)
    tambah_program(pengungkit=terbuka.pengungkit["I"], uraian="Kedua", oleh=None)
    model = {"kerja": RencanaKerja, "aksi": RencanaAksi, "syarat": SyaratBukti, "program": ProgramPrioritas}[jenis]
    satu = baris(terbuka, jenis) if arah == "turun" else _kedua(model, terbuka)
    peramban = klien(ketua)
    lama = peramban.get(alamat(terbuka))
    tanggapan = peramban.post(alamat(terbuka, f"{jenis}/{satu.pk}/pindah/"), {"arah": arah}, headers=HTMX)
    hasil = pasang_fragmen(lama, tanggapan, "program" if jenis == "program" else "susunan")
    kata = {"naik": "Dinaikkan", "turun": "Diturunkan"}[arah]
    assert teks(hasil.find(id="kabar")).startswith(f"{kata}: ")  # type: ignore[arg-type]
    assert tanpa_kabar(hasil) == tanpa_kabar(peramban.get(alamat(terbuka)))
    assert hasil.find(id=f"{arah}-{jenis}-{satu.pk}") is not None  # where the focus goes back to


def _kedua(model: Any, kantor: Kantor) -> Any:
    if hasattr(model, "pengungkit"):
        return model.objects.filter(pengungkit=kantor.pengungkit["I"])[1]
    return model.objects.filter(rencana_kerja=kantor.baris["I"])[1]


def test_move_without_javascript_leads_back_to_the_row(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    satu = terbuka.aksi["I", "a"]
    tanggapan = klien(ketua).post(alamat(terbuka, f"aksi/{satu.pk}/pindah/"), {"arah": "turun"})
    assert tanggapan["Location"] == f"{alamat(terbuka)}#aksi-{satu.pk}"
    satu.refresh_from_db()
    assert str(satu) == "b. Aksi I.1.a"


def test_row_is_moved_to_a_place_chosen(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    tambah_baris(terbuka, 6)
    tujuan = RencanaKerja.objects.get(pengungkit=terbuka.pengungkit["I"], nomor=2)
    satu = terbuka.aksi["I", "a"]
    peramban = klien(ketua)
    form = urai(peramban.get(alamat(terbuka, f"aksi/{satu.pk}/pindah/")))
    tempat = [(o["value"], teks(o)) for o in form.select("[name=tempat] option")]
    a, b = tujuan.aksi.all()
    assert tempat == [
        (f"atas-{terbuka.baris['I'].pk}", "Paling atas"),
        (str(terbuka.aksi["I", "b"].pk), "Setelah b. Aksi I.1.b"),
        (f"atas-{tujuan.pk}", "Paling atas"),
        (str(a.pk), "Setelah a. Aksi I.2.a"),
        (str(b.pk), "Setelah b. Aksi I.2.b"),
    ]
    assert form.select_one("option[selected]")["value"] == f"atas-{terbuka.baris['I'].pk}"  # type: ignore[index]
    lama = peramban.get(alamat(terbuka))
    tanggapan = peramban.post(alamat(terbuka, f"aksi/{satu.pk}/pindah/"), {"tempat": str(a.pk)}, headers=HTMX)
    hasil = pasang_fragmen(lama, tanggapan, "susunan")
    assert tanpa_kabar(hasil) == tanpa_kabar(peramban.get(alamat(terbuka)))
    satu.refresh_from_db()
    assert (satu.rencana_kerja, str(satu)) == (tujuan, "b. Aksi I.1.a")


@SEMUA
def test_places_outside_the_pengungkit_are_refused_with_a_sentence(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str
) -> None:
    lain = RencanaKerja.objects.get(pengungkit__rencana__satker__kode="LAIN")
    banyak = Jejak.objects.count()
    for tempat in (lain.pk, lain.aksi.all()[0].pk, f"atas-{lain.pk}", f"atas-{terbuka.baris['II'].pk}", "999999"):
        tanggapan = klien(ketua).post(
            alamat(terbuka, f"{jenis}/{baris(terbuka, jenis).pk}/pindah/"), {"tempat": str(tempat)}, headers=HTMX
        )
        assert tanggapan.status_code == 422
        assert "tidak dapat dipindahkan ke pengungkit atau satuan kerja lain." in teks(tanggapan)
    assert Jejak.objects.count() == banyak


@SEMUA
def test_row_is_removed_after_saying_what_goes_along(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str
) -> None:
    peramban, satu = klien(ketua), baris(terbuka, jenis)
    tujuan = alamat(terbuka, f"{jenis}/{satu.pk}/hapus/")
    tanya = teks(peramban.get(tujuan, headers=HTMX))
    ikut = {"kerja": "2 rencana aksi, 4 pelaksanaan, 3 syarat bukti", "aksi": "3 pelaksanaan, 2 syarat bukti"}
    assert (f"ini, beserta {ikut[jenis]}?" if jenis in ikut else "ini?") in tanya
    lama = peramban.get(alamat(terbuka))
    tanggapan = peramban.post(tujuan, headers=HTMX)
    hasil = pasang_fragmen(lama, tanggapan, "program" if jenis == "program" else "susunan")
    assert teks(hasil.find(id="kabar")).startswith("Dihapus: ")  # type: ignore[arg-type]
    assert tanpa_kabar(hasil) == tanpa_kabar(peramban.get(alamat(terbuka)))
    assert not type(satu).objects.filter(pk=satu.pk).exists()


def test_row_with_evidence_is_not_removed_and_the_page_says_why(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    satu = terbuka.syarat["I", "aksi"]
    Bukti.objects.create(syarat=satu, versi=1, nama="SK.pdf", tautan="https://contoh.id")
    peramban, tujuan = klien(ketua), alamat(terbuka, f"syarat/{satu.pk}/hapus/")
    halaman = urai(peramban.get(tujuan))
    assert "Tidak dapat dihapus: padanya ada 1 bukti (SK.pdf)." in teks(halaman)
    assert halaman.select(".form-sunting button") == []
    tanggapan = peramban.post(tujuan)
    assert tanggapan.status_code == 422
    assert [teks(p) for p in urai(tanggapan).select(".form-sunting [role=alert]")] == [
        "Tidak dapat dihapus: padanya ada 1 bukti (SK.pdf)."
    ]
    assert SyaratBukti.objects.filter(pk=satu.pk).exists()


def test_step_in_a_plan_closed_meanwhile_says_why(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    Rencana.objects.filter(pk=terbuka.rencana.pk).update(status="diajukan")
    tujuan = alamat(terbuka, f"aksi/{terbuka.aksi['I', 'a'].pk}/pindah/")
    tanggapan = klien(ketua).post(tujuan, {"arah": "turun"}, headers=HTMX)
    assert tanggapan.status_code == 422
    assert "sedang diajukan" in teks(urai(tanggapan).find(id="kabar"))  # type: ignore[arg-type]


# --- rights, methods, cost ----------------------------------------------------------------------------

AKSI = ("aksi/{}/", "aksi/{}/jadwal/", "aksi/{}/pindah/", "aksi/{}/hapus/")


@pytest.mark.parametrize("ekor", AKSI)
def test_readers_are_told_who_may(
    klien: Buka, terbuka: Kantor, kepala: Pengguna, anggota: Pengguna, koordinator_ii: Pengguna, ekor: str
) -> None:
    banyak = Jejak.objects.count()
    for orang in (kepala, anggota, koordinator_ii):
        for cara in ("get", "post"):
            tanggapan = getattr(klien(orang), cara)(alamat(terbuka, ekor.format(terbuka.aksi["I", "a"].pk)))
            assert tanggapan.status_code == 403
            assert "hanya disunting oleh ketua dan koordinatornya." in teks(tanggapan)
    assert Jejak.objects.count() == banyak


@pytest.mark.parametrize("ekor", AKSI)
def test_other_offices_find_nothing(klien: Buka, terbuka: Kantor, orang_luar: Pengguna, ekor: str) -> None:
    for akar in ("uji", "lain"):
        tujuan = f"/{akar}/2023/rencana/sunting/{ekor.format(terbuka.aksi['I', 'a'].pk)}"
        assert klien(orang_luar).post(tujuan, {"uraian": "x", "revisi": "0"}).status_code == 404


def test_other_methods_are_refused(klien: Buka, terbuka: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    assert peramban.post(alamat(terbuka)).status_code == 405
    for ekor in (*AKSI, "I/kerja/tambah/"):
        assert peramban.delete(alamat(terbuka, ekor.format(terbuka.aksi["I", "a"].pk))).status_code == 405


@pytest.mark.parametrize("tambahan", [0, 12])
def test_page_costs_nine_queries(
    klien: Buka, terbuka: Kantor, ketua: Pengguna, tambahan: int, django_assert_num_queries: Any
) -> None:
    tambah_baris(terbuka, tambahan)
    peramban = klien(ketua)
    with django_assert_num_queries(9):  # session, person, plan, the six, roles, priorities, rows, evidence, actions
        peramban.get(alamat(terbuka))


BIAYA = {"kerja": 9, "program": 9, "aksi": 10, "syarat": 11}
"""`aksi`: who it is to be. `syarat`: whether the action is of this row; what was accepted for its words."""


@SEMUA
@pytest.mark.parametrize("tambahan", [0, 12])
def test_saving_a_row_costs_the_same_with_many(
    klien: Buka, terbuka: Kantor, program: ProgramPrioritas, ketua: Pengguna, jenis: str, tambahan: int
) -> None:
    tambah_baris(terbuka, tambahan)
    peramban = klien(ketua)
    tujuan = alamat(terbuka, f"{jenis}/{baris(terbuka, jenis).pk}/")
    with CaptureQueriesContext(connection) as kueri:
        peramban.post(tujuan, isi(terbuka, jenis), headers=HTMX)
    perintah = [q["sql"] for q in kueri if "SAVEPOINT" not in q["sql"]]
    assert len(perintah) == BIAYA[jenis], "\n".join(perintah)


@pytest.mark.parametrize("tambahan", [0, 12])
def test_moving_a_row_costs_the_same_with_many(klien: Buka, terbuka: Kantor, ketua: Pengguna, tambahan: int) -> None:
    tambah_baris(terbuka, 6 + tambahan)
    peramban = klien(ketua)
    with CaptureQueriesContext(connection) as kueri:
        peramban.post(alamat(terbuka, f"kerja/{terbuka.baris['I'].pk}/pindah/"), {"arah": "turun"}, headers=HTMX)
    assert len([q for q in kueri if "SAVEPOINT" not in q["sql"]]) == 13
