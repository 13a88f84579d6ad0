"""What to do next: what is left by points and owner, other answers tried without saving, the least set that passes."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.models import Bukti
from pengungkit.beku import struktur_dari
from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from pengungkit.queries import naskah_instrumen
from pengungkit.struktur import Isian, Soal
from rencana_aksi.queries.rencana import rencana_terlihat
from tests.bantuan import HTMX, pasang_fragmen, rapi, teks, urai
from tests.nilai.bantu import isi, jawab
from tests.pabrik import Kantor, tambah_baris
from tests.pengungkit.bantu import P90
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.nilai.queries.langkah import coba, pijakan
from zona.organisasi.models import Pengguna


def baris(halaman: Any) -> list[list[str]]:
    return [
        [teks(sel) for sel in tr.find_all(["th", "td"], recursive=False)][:5]
        for tr in urai(halaman).select(".tabel-langkah > tbody > tr")
    ]


def isi_semua(kantor: Kantor, ketua: Pengguna) -> None:
    """All full but: III "a" Tidak, H1.1 3,2 of 4, H1.2 unanswered."""
    isi(kantor, ketua, H1_1="3.2", H2_1="4")
    for area in kantor.pengungkit:
        jawab(kantor, area, "Tidak" if area == "III" else "Ya")


def test_questions_by_points_with_evidence_and_owner(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    """III: 15/2 = 7,50. H1.2: 5. H1.1: (4 − 3,2)/4 × 15 = 3,00."""
    Pertanyaan.objects.filter(kode="A3.1.a").update(data_dukung=["SK tim", "Notula"])
    isi_semua(kantor, ketua)
    bukti = Bukti.objects.create(syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/sk")
    bukti.pertanyaan.add(Pertanyaan.objects.get(kode="A3.1.a"))
    halaman = klien(kepala).get(kantor.alamat("nilai/langkah/"))
    assert baris(halaman) == [
        ["+7,50", "A3.1.a Apakah A3.1.a?", "Tidak", "2 contoh SK tim Notula", "III. Koordinator Iii Anggota"],
        ["+5,00", "H1.2 Tindak lanjut", "belum dijawab", "tidak disebut instrumen", "Hasil: ketua tim"],
        ["+3,00", "H1.1 Survei Persepsi Korupsi", "3,2", "tidak disebut instrumen", "Hasil: ketua tim"],
    ]
    assert teks(urai(halaman).select_one("#j-langkah")) == "3 pertanyaan belum penuh, 15,50 poin"
    assert teks(urai(halaman).select_one("#coba .nilai-besar")) == "84,50 dari 100"


@pytest.mark.parametrize(
    ("saring", "kode"),
    [
        ("pengungkit=III", ["A3.1.a"]),
        ("pengungkit=hasil", ["H1.2", "H1.1"]),
        ("pengungkit=I", []),
        ("oleh=999", []),
        ("pengungkit=apa&predikat=apa", []),
    ],
)
def test_filtered_by_owner(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna, saring: str, kode: list[str]
) -> None:
    isi_semua(kantor, ketua)
    halaman = klien(kepala).get(kantor.alamat(f"nilai/langkah/?{saring}"))
    assert [b[1].split()[0] for b in baris(halaman)] == kode
    assert bool(urai(halaman).select("#j-langkah ~ .kosong")) == (kode == [])


def test_filtered_by_penanggung_jawab(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, anggota: Pengguna
) -> None:
    isi_semua(kantor, ketua)
    bukti = Bukti.objects.create(syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/sk")
    bukti.pertanyaan.add(Pertanyaan.objects.get(kode="A3.1.a"))
    halaman = klien(ketua).get(kantor.alamat(f"nilai/langkah/?oleh={anggota.pk}"))
    assert [b[1].split()[0] for b in baris(halaman)] == ["A3.1.a"]
    assert teks(urai(halaman).select_one("#id_oleh [selected]")) == "Anggota"


def test_least_set_with_what_is_enough(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    """84,5 passes the total; the survey 3,2 × 15/4 = 12 of 13,5: 3,60 of 4 is enough."""
    isi_semua(kantor, ketua)
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/langkah/"))).find("section", {"aria-labelledby": "j-terkecil"})
    assert [teks(li) for li in bagian.select("li")] == ["H1.1 Survei Persepsi Korupsi 3,2 → 3,6 (+1,50)"]
    assert {i["name"]: i["value"] for i in bagian.select("input[name^=coba-]")} == {"coba-H1.1": "3,6"}


def test_impossible_is_said(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    isi_semua(kantor, ketua)
    alamat = kantor.alamat("nilai/langkah/?tetap_hasil=on")
    bagian = urai(klien(kepala).get(alamat)).find("section", {"aria-labelledby": "j-terkecil"})
    assert teks(bagian.p) == (
        "Tidak mungkin tanpa mengubah hasil: biarpun semua pertanyaan lain dijawab penuh, ambang berikut tetap tidak "
        "tercapai: Survei persepsi korupsi."
    )


def test_all_passes_is_said(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    isi_semua(kantor, ketua)
    isi(kantor, ketua, H1_1="4")
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/langkah/"))).find("section", {"aria-labelledby": "j-terkecil"})
    assert teks(bagian.p) == "Semua ambang sudah lulus."


# --- trying --------------------------------------------------------------------------------------------


def test_tried_answers_are_scored_and_not_saved(
    klien: Callable[..., Any], kantor: Kantor, penilai: Pengguna, ketua: Pengguna
) -> None:
    isi_semua(kantor, ketua)
    sebelum = list(Jawaban.objects.order_by("id").values()), Jejak.objects.count()
    peramban, alamat = klien(penilai), kantor.alamat("nilai/langkah/")
    data = {"coba-A3.1.a": "Ya", "coba-H1.2": "50", "coba-A1.1.a": ""}
    halaman = peramban.post(alamat, data)
    assert teks(urai(halaman).select_one("#coba .nilai-besar")) == (
        "94,50 dari 100 · sekarang 84,50, naik 10,00 · 2 jawaban dicoba, tidak disimpan"
    )
    assert teks(urai(halaman).select_one("select[name='coba-A3.1.a'] [selected]")) == "Ya"
    assert urai(halaman).select_one("input[name='coba-H1.2']")["value"] == "50"
    assert (list(Jawaban.objects.order_by("id").values()), Jejak.objects.count()) == sebelum
    bagian = peramban.post(alamat, data, headers=HTMX)
    assert rapi(urai(pasang_fragmen(halaman, bagian, "coba"))) == rapi(halaman)


@pytest.mark.parametrize("kepala_permintaan", [{}, HTMX])
def test_what_a_question_cannot_have_is_named(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, kepala_permintaan: dict[str, str]
) -> None:
    data = {"coba-A3.1.a": "Z", "coba-H1.1": "4,01", "coba-H1.2": "banyak", "coba-H2.1": "4"}
    jawaban = klien(kepala).post(kantor.alamat("nilai/langkah/"), data, headers=kepala_permintaan)
    assert jawaban.status_code == 422
    assert [teks(li).split(":")[0] for li in urai(jawaban).select("#coba [role=alert] li")] == [
        "A3.1.a",
        "H1.1",
        "H1.2",
    ]
    assert teks(urai(jawaban).select_one("#coba .nilai-besar")).startswith("20,00 dari 100")


def acak(soal: Soal, r: Random) -> Isian:
    if soal.pilihan:
        return Isian(pilihan=r.choice(list(soal.pilihan)))
    if "jenis" in soal.rumus:
        bagian = [soal.rumus[k] for k in ("pembilang", "penyebut", "lalu", "kini") if k in soal.rumus]
        kode = [k for v in bagian for k in (v if isinstance(v, list) else [v])]
        return Isian(masukan={k: r.randint(0, 9) for k in kode})
    return Isian(angka=Decimal(r.randint(0, 400)) / 100)


@pytest.mark.parametrize("benih", range(4))
def test_trying_equals_saving(kantor: Kantor, ketua: Pengguna, benih: int) -> None:
    """What other answers would come to is, digit for digit, what they come to once saved."""
    r = Random(benih)  # noqa: S311  # no secret
    muat_instrumen(berkas=[P90])
    kantor.rencana.instrumen = Instrumen.objects.get(kode=P90.stem)
    kantor.rencana.save()
    rencana = rencana_terlihat(ketua, "uji", 2023)
    semua = list(struktur_dari(naskah_instrumen(rencana.instrumen)).semua_soal())
    dahulu, percobaan = ({s.kode: acak(s, r) for s in r.sample(semua, 60)} for _ in range(2))
    simpan = {
        "satker": rencana.satker, "tahun": 2023, "instrumen": rencana.instrumen, "jenis": JenisPenilaian.MANDIRI,
        "oleh": ketua,
    }  # fmt: skip
    jawab_banyak(**simpan, isian=dahulu)
    dicoba = coba(pijakan(rencana, ketua), percobaan)
    jawab_banyak(**simpan, isian=percobaan)
    assert skor_penilaian(rencana.satker_id, 2023, JenisPenilaian.MANDIRI) == dicoba
    assert isinstance(dicoba.total.nilai, Fraction)


# --- who sees what -------------------------------------------------------------------------------------


def test_blind_assessor_stands_on_the_own_answers(
    klien: Callable[..., Any], kantor: Kantor, penilai: Pengguna, ketua: Pengguna
) -> None:
    isi_semua(kantor, ketua)
    jawab(kantor, "V", "Ya", JenisPenilaian.TPI)
    Penilaian.objects.filter(jenis=JenisPenilaian.TPI).update(buta=True)
    besar = "#coba .nilai-besar"
    assert teks(urai(klien(penilai).get(kantor.alamat("nilai/langkah/"))).select_one(besar)) == "15,00 dari 100"
    assert teks(urai(klien(ketua).get(kantor.alamat("nilai/langkah/"))).select_one(besar)) == "84,50 dari 100"


def test_locked_assessment_is_still_read(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi_semua(kantor, ketua)
    Penilaian.objects.update(status=StatusPenilaian.DIKUNCI, dikunci_pada=sekarang())
    halaman = urai(klien(kepala).get(kantor.alamat("nilai/langkah/")))
    assert teks(halaman.select_one(".pemberitahuan")).startswith("Penilaian mandiri 2023 sudah dikunci")


def test_outsider_gets_404(klien: Callable[..., Any], kantor: Kantor, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).post(kantor.alamat("nilai/langkah/"), {}).status_code == 404


def test_queries_do_not_grow(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            assert peramban.get(kantor.alamat("nilai/langkah/")).status_code == 200
        return len(catatan)

    isi(kantor, ketua, H1_1="3")
    peramban.get(kantor.alamat("nilai/langkah/"))  # the worker has read the instrument
    satu = kueri()
    tambah_baris(kantor, 12)
    for area in kantor.pengungkit:
        jawab(kantor, area, "Tidak")
    for versi, soal in enumerate(Pertanyaan.objects.all()[:5], 1):
        syarat = kantor.syarat["I", "aksi"]
        bukti = Bukti.objects.create(syarat=syarat, versi=versi, nama="SK", tautan=f"https://contoh.id/{versi}")
        bukti.pertanyaan.add(soal)
    assert kueri() == satu == 7
