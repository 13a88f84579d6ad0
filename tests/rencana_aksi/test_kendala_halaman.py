"""Obstacles in a browser: on their action's page, on a page of their own, in the office's list."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rencana_aksi.domain.kendala import catat_kendala, ubah_kendala
from rencana_aksi.models import Kendala
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import HARI_INI, Kantor, buat_orang, tambah_baris
from zona.inti.models import Jejak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna

Buka = Callable[..., Klien]
ISI = {"uraian": "Narasumber sakit", "dampak": "Mundur", "tindak_lanjut": "Mencari pengganti", "tenggat": "2023-03-10"}


def alamat_aksi(kantor: Kantor, ekor: str = "", kode: str = "I") -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi[kode, 'a'].pk}/{ekor}")


def alamat(kantor: Kantor, kendala: Kendala) -> str:
    return kantor.alamat(f"rencana/kendala/{kendala.pk}/")


@pytest.fixture
def kendala(kantor: Kantor) -> Kendala:
    return catat_kendala(
        aksi=kantor.aksi["I", "a"],
        pelaksanaan=kantor.pelaksanaan["I", "a"][0],
        uraian="Ruang rapat terpakai",
        tindak_lanjut="Memakai aula",
        tenggat=date(2023, 3, 14),
        oleh=kantor.orang["koordinator-i"],
    )


def isian(halaman: Any) -> dict[str, str]:
    """What a browser would send of the form."""
    form = urai(halaman).select_one("form.form-kendala")
    isi = {k["name"]: k.get("value", "") for k in form.select("input")}
    isi |= {k["name"]: k.text.removeprefix("\n") for k in form.select("textarea")}
    isi |= {k["name"]: (k.select_one("[selected]") or {"value": ""})["value"] for k in form.select("select")}
    return isi


def panel(halaman: Any) -> list[str]:
    return [teks(li) for li in urai(halaman).select("#kendala li")]


def test_dicatat_di_halaman_aksinya(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    peramban = klien(anggota)
    halaman = peramban.get(alamat_aksi(kantor))
    assert teks(urai(halaman).select_one("#kendala")) == (
        "Kendala dan tindak lanjut Catat kendala Belum ada kendala yang tercatat."
    )
    formulir = peramban.get(alamat_aksi(kantor, "kendala/"), headers=HTMX)
    terbuka = pasang_fragmen(halaman, formulir, "kendala")
    assert [h.name for h in terbuka.select("#kendala form [autofocus]")] == ["textarea"]
    assert isian(terbuka)["penanggung_jawab"] == str(anggota.pk)
    tanggapan = peramban.post(alamat_aksi(kantor, "kendala/"), isian(terbuka) | ISI, headers=HTMX)
    assert (tanggapan.status_code, tanggapan["HX-Trigger"]) == (200, "kendala-berubah")
    riwayat = peramban.get(alamat_aksi(kantor), headers=HTMX)  # what the event makes the page ask for
    hasil = pasang_fragmen(pasang_fragmen(terbuka, tanggapan, "kendala"), riwayat, "pelaksanaan")
    assert rapi(hasil) == rapi(peramban.get(alamat_aksi(kantor)))
    assert panel(hasil) == [
        "Terbuka Narasumber sakit Dampak Mundur Tindak lanjut Mencari pengganti Penanggung jawab Anggota "
        "Tenggat 10 Maret 2023 lewat tenggat Dicatat Anggota, 15 Mar 2023 · Ubah kendala: Narasumber sakit"
    ]
    assert "Anggota mencatat kendala" in teks(urai(hasil).select_one("#riwayat"))


def test_tanpa_javascript_dari_halaman_sendiri(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat_aksi(kantor, "kendala/"))
    assert teks(urai(halaman).h1) == "Catat kendala"
    pelaksanaan = kantor.pelaksanaan["I", "a"][1]
    tanggapan = peramban.post(
        alamat_aksi(kantor, "kendala/"), isian(halaman) | ISI | {"pelaksanaan": pelaksanaan.pk}, follow=True
    )
    assert tanggapan.redirect_chain == [(alamat_aksi(kantor) + "#kendala", 302)]
    assert teks(urai(tanggapan).select_one("[role=status]")) == "Kendala tercatat."
    assert Kendala.objects.get().pelaksanaan == pelaksanaan


def test_pelaksanaan_dan_orang_yang_ditawarkan(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    buat_orang(kantor.satker, "pegawai")  # of the office, in no team
    Pengguna.objects.filter(username="koordinator-vi").update(is_active=False)
    halaman = urai(klien(ketua).get(alamat_aksi(kantor, "kendala/")))
    assert [teks(o) for o in halaman.select("[name=pelaksanaan] option")] == [
        "Seluruh rencana aksi ini",
        "Pelaksanaan 1, 1 Maret 2023",
        "Pelaksanaan 2, 20 Maret 2023",
        "Pelaksanaan 3, 10 April 2023",
    ]
    koordinator = [f"Koordinator {kode}" for kode in ("I", "Ii", "Iii", "Iv", "V")]
    assert [teks(o) for o in halaman.select("[name=penanggung_jawab] option")] == [
        "Belum ditentukan", "Anggota", "Kepala", "Ketua", *koordinator,
    ]  # fmt: skip


def test_diubah_dan_diselesaikan(klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat_aksi(kantor))
    terbuka = pasang_fragmen(halaman, peramban.get(alamat(kantor, kendala), headers=HTMX), "kendala")
    isi = isian(terbuka)
    assert {k: isi[k] for k in ("uraian", "tindak_lanjut", "tenggat", "status", "selesai_pada", "pelaksanaan")} == {
        "uraian": "Ruang rapat terpakai",
        "tindak_lanjut": "Memakai aula",
        "tenggat": "2023-03-14",
        "status": "terbuka",
        "selesai_pada": "2023-03-15",
        "pelaksanaan": str(kendala.pelaksanaan_id),
    }
    assert "alasan" not in isi
    tanggapan = peramban.post(alamat(kantor, kendala), isi | {"status": "selesai"}, headers=HTMX)
    assert rapi(pasang_fragmen(terbuka, tanggapan, "kendala").select_one("#kendala")) == rapi(
        urai(peramban.get(alamat_aksi(kantor))).select_one("#kendala")
    )
    assert panel(tanggapan) == [
        "Selesai Ruang rapat terpakai Tindak lanjut Memakai aula Penanggung jawab Belum ditentukan "
        "Tenggat 14 Maret 2023 Selesai 15 Maret 2023 Dicatat Koordinator I, 15 Mar 2023 · "
        "Pelaksanaan 1, 1 Maret 2023 · Ubah kendala: Ruang rapat terpakai"
    ]


@pytest.mark.parametrize("kepala_permintaan", [{}, HTMX])
def test_yang_salah_ditolak_di_tempatnya(
    klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna, kepala_permintaan: dict[str, str]
) -> None:
    peramban = klien(ketua)
    isi = isian(peramban.get(alamat(kantor, kendala))) | {"status": "selesai", "selesai_pada": "2023-03-16"}
    isi["dampak"] = "Tetap ada"
    tanggapan = peramban.post(alamat(kantor, kendala), isi, headers=kepala_permintaan)
    assert tanggapan.status_code == 422
    assert [teks(li) for li in urai(tanggapan).select("[role=alert] li")] == [
        "Tanggal selesai : Tanggal selesai tidak boleh sesudah hari ini, 15 Maret 2023."
    ]
    assert isian(tanggapan)["dampak"] == "Tetap ada"
    tanggapan = peramban.post(alamat_aksi(kantor, "kendala/"), {"uraian": ""}, headers=kepala_permintaan)
    assert (tanggapan.status_code, Kendala.objects.count()) == (422, 1)


def test_dua_orang_pada_kendala_yang_sama(
    klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    satu, dua = klien(ketua), klien(koordinator_i)
    lama = isian(dua.get(alamat(kantor, kendala), headers=HTMX))
    satu.post(alamat(kantor, kendala), isian(satu.get(alamat(kantor, kendala))) | {"dampak": "Mundur"})
    tanggapan = dua.post(alamat(kantor, kendala), lama | {"tindak_lanjut": "Menyewa ruang"}, headers=HTMX)
    assert tanggapan.status_code == 422
    assert "Sementara itu diubah oleh Ketua: dampak menjadi “Mundur”." in teks(tanggapan)
    lagi = isian(tanggapan)
    assert lagi["tindak_lanjut"] == "Menyewa ruang"  # what was typed is kept
    assert dua.post(alamat(kantor, kendala), lagi, headers=HTMX).status_code == 200
    kendala.refresh_from_db()
    assert (kendala.tindak_lanjut, kendala.dampak) == ("Menyewa ruang", "")


def test_batal_mengembalikan_panelnya(klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat_aksi(kantor))
    for tujuan in (alamat_aksi(kantor, "kendala/"), alamat(kantor, kendala)):
        terbuka = pasang_fragmen(halaman, peramban.get(tujuan, headers=HTMX), "kendala")
        batal = next(a for a in terbuka.select("#kendala form a") if teks(a) == "Batal")
        assert rapi(pasang_fragmen(terbuka, peramban.get(batal["hx-get"], headers=HTMX), "kendala")) == rapi(halaman)


def test_kembali_ke_daftar_tetapi_tidak_ke_luar(klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    dari = kantor.alamat("rencana/kendala/?bulan=3")
    isi = isian(peramban.get(alamat(kantor, kendala), {"kembali": dari}))
    assert peramban.post(alamat(kantor, kendala), isi | {"dampak": "x"})["Location"] == dari
    isi = isian(peramban.get(alamat(kantor, kendala), {"kembali": "https://lain.example/"}))
    assert peramban.post(alamat(kantor, kendala), isi | {"dampak": "y"})["Location"] == alamat_aksi(kantor) + "#kendala"


def test_siapa_yang_boleh(
    klien: Buka, kantor: Kantor, kendala: Kendala, kepala: Pengguna, penilai: Pengguna, koordinator_ii: Pengguna,
    koordinator_i: Pengguna, anggota: Pengguna, ketua: Pengguna,
) -> None:  # fmt: skip
    for orang in (kepala, penilai, koordinator_ii):
        peramban = klien(orang)
        for tujuan in (alamat_aksi(kantor, "kendala/"), alamat(kantor, kendala)):
            tanggapan = peramban.post(tujuan, ISI)
            assert tanggapan.status_code == 403
            assert "Kendala hanya dicatat dan diubah oleh ketua" in teks(tanggapan)
        assert not urai(peramban.get(alamat_aksi(kantor))).select("#kendala a")
    for orang in (koordinator_i, anggota, ketua):
        assert len(urai(klien(orang).get(alamat_aksi(kantor))).select("#kendala a")) == 2
    assert Jejak.objects.count() == 1


def test_anggota_yang_menindaklanjuti_boleh_mengubah(klien: Buka, kantor: Kantor, kendala: Kendala) -> None:
    """Of the team, in charge of the follow-up though not of the action."""
    orang = buat_orang(kantor.satker, "anggota-lain")["anggota-lain"]
    Keanggotaan.objects.create(tim=kantor.satker.tim.get(kode="I"), pengguna=orang, peran=Peran.ANGGOTA, urutan=90)
    assert klien(orang).get(alamat(kantor, kendala)).status_code == 403
    Kendala.objects.filter(pk=kendala.pk).update(penanggung_jawab=orang)
    assert klien(orang).get(alamat(kantor, kendala)).status_code == 200
    assert klien(orang).get(alamat_aksi(kantor, "kendala/")).status_code == 403


def test_kantor_lain_tidak_tahu_ada(klien: Buka, kantor: Kantor, kendala: Kendala, orang_luar: Pengguna) -> None:
    tujuan = (alamat(kantor, kendala), alamat_aksi(kantor, "kendala/"), kantor.alamat("rencana/kendala/"))
    assert [klien(orang_luar).get(t).status_code for t in tujuan] == [404, 404, 404]
    assert [klien(orang_luar).get(t.replace("/uji/", "/lain/")).status_code for t in tujuan] == [404, 404, 200]


def test_cara_lain_ditolak(klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna) -> None:
    tujuan = (alamat(kantor, kendala), alamat_aksi(kantor, "kendala/"), kantor.alamat("rencana/kendala/"))
    assert [klien(ketua).delete(t).status_code for t in tujuan] == [405, 405, 405]
    assert klien(ketua).post(tujuan[2]).status_code == 405


# --- the list ---------------------------------------------------------------------------------------------


def daftar(klien: Klien, kantor: Kantor, ekor: str = "") -> list[list[str]]:
    halaman = urai(klien.get(kantor.alamat(f"rencana/kendala/{ekor}")))
    return [[teks(sel) for sel in tr.find_all(["th", "td"])] for tr in halaman.select("tbody tr")]


def test_daftar_siapa_sampai_kapan_dan_terlambat(
    klien: Buka, kantor: Kantor, kendala: Kendala, penilai: Pengguna, koordinator_i: Pengguna
) -> None:
    catat_kendala(
        aksi=kantor.aksi["II", "a"], uraian="Dana kurang", dampak="Tertunda", oleh=None,
        penanggung_jawab=kantor.orang["ketua"],
    )  # fmt: skip
    assert daftar(klien(penilai), kantor) == [
        [
            "Ruang rapat terpakai Dicatat Koordinator I, 15 Mar 2023",
            "I.1.a Aksi I.1.a Pelaksanaan 1, 1 Maret 2023",
            "Memakai aula",
            "–",
            "14 Mar 2023 lewat tenggat",
            "Terbuka",
        ],
        [
            "Dana kurang Dampak: Tertunda Dicatat Sistem, 15 Mar 2023",
            "II.1.a Aksi II.1.a",
            "–",
            "Ketua",
            "–",
            "Terbuka",
        ],
    ]
    halaman = klien(koordinator_i).get(kantor.alamat("rencana/kendala/"))
    assert teks(urai(halaman).select_one("#daftar [role=status]")) == "2 kendala; 2 belum selesai, 1 lewat tenggat"
    assert [teks(a) for a in urai(halaman).select("tbody a.tombol")] == ["Ubah kendala: Ruang rapat terpakai"]


@pytest.mark.parametrize(
    ("ekor", "uraian"),
    [
        ("", ["Ruang rapat terpakai", "Dana kurang"]),
        ("?pengungkit=II", ["Dana kurang"]),
        ("?status=selesai", ["Dana kurang"]),
        ("?bulan=3&status=terbuka", ["Ruang rapat terpakai"]),
        ("?bulan=2", []),
        ("?bulan=13", ["Ruang rapat terpakai", "Dana kurang"]),
    ],
)
def test_daftar_disaring(
    klien: Buka, kantor: Kantor, kendala: Kendala, ketua: Pengguna, ekor: str, uraian: list[str]
) -> None:
    dana = catat_kendala(aksi=kantor.aksi["II", "a"], uraian="Dana kurang", oleh=None)
    ubah_kendala(
        kendala=dana, uraian="Dana kurang", tindak_lanjut="Revisi anggaran", status="selesai", selesai_pada=HARI_INI,
        oleh=ketua, hari_ini=HARI_INI,
    )  # fmt: skip
    peramban = klien(ketua)
    halaman = peramban.get(kantor.alamat(f"rencana/kendala/{ekor}"))
    assert [teks(p) for p in urai(halaman).select("tbody th p:first-child")] == uraian
    assert ("Saringan tidak dikenal" in teks(halaman)) == (ekor == "?bulan=13")
    fragmen = peramban.get(kantor.alamat(f"rencana/kendala/{ekor}"), headers=HTMX)
    assert rapi(pasang_fragmen(halaman, fragmen, "daftar")) == rapi(halaman)


def test_jumlah_kueri_tetap(klien: Buka, kantor: Kantor, ketua: Pengguna, django_assert_num_queries: Any) -> None:
    peramban = klien(ketua)
    for banyak in (1, 3):
        tambah_baris(kantor, 6 * banyak)
        for aksi in list(kantor.aksi.values())[:banyak]:
            satu = alamat(kantor, catat_kendala(aksi=aksi, uraian="Dana", penanggung_jawab=ketua, oleh=ketua))
        with django_assert_num_queries(5):  # session, person, plan, roles, kendala
            peramban.get(kantor.alamat("rencana/kendala/"))
        # session, person, action, roles, occurrences, people, newest trail, panel, years
        with django_assert_num_queries(9):
            peramban.get(satu)
