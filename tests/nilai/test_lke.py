"""The working sheet: answering on a page per komponen, refusals, conflict, rights, the assessor beside the office."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.domain.jawab import jawab
from pengungkit.domain.kunci import ajukan_penilaian
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Jawaban, Penilaian, PenilaianBeku, Pertanyaan, Pilihan
from pengungkit.struktur import Isian
from rencana_aksi.models import Kendala
from tests.bantuan import HTMX, Klien, teks, urai
from tests.pabrik import Kantor
from zona.inti.mirip import Indeks
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI


def alamat(kantor: Kantor, ekor: str = "A1/") -> str:
    return kantor.alamat(f"nilai/lke/{ekor}")


def kirim(soal: str = "A1.1.a", jenis: str = "mandiri", **isi: Any) -> dict[str, Any]:
    return {"soal": soal, "jenis": jenis, "revisi": 0, "jawaban": "Ya", "catatan": "", **isi}


def tersimpan(kode: str = "A1.1.a", jenis: JenisPenilaian = MANDIRI) -> Jawaban:
    return Jawaban.objects.get(penilaian__jenis=jenis, pertanyaan__kode=kode)


def isi(kantor: Kantor, oleh: Pengguna, label: str | None = "Ya", *, kode: str = "A1.1.a", catatan: str = "",
        jenis: JenisPenilaian = MANDIRI, revisi: int = 0) -> None:  # fmt: skip
    jawab(
        satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, jenis=jenis, kode=kode,
        isian=Isian(pilihan=label), catatan=catatan, revisi=revisi, oleh=oleh,
    )  # fmt: skip


def mulai(kantor: Kantor, *, buta: bool = False) -> Penilaian:
    return Penilaian.objects.create(
        satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, jenis=TPI, buta=buta
    )


def bukti(kantor: Kantor, nama: str = "SK Tim", versi: int = 1) -> Bukti:
    """Accepted."""
    return Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=versi, nama=nama, tautan="https://contoh.id/sk",
        status=StatusBukti.DITERIMA, diverifikasi_oleh=kantor.orang["ketua"], diverifikasi_pada=sekarang(),
    )  # fmt: skip


# --- answering ---------------------------------------------------------------------------------------


def test_answer_is_saved_with_who_and_when(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    k = klien(koordinator_i)
    balasan = k.post(alamat(kantor), kirim(catatan="Lihat SK."))
    assert (balasan.status_code, balasan["Location"]) == (302, f"{alamat(kantor)}#soal-A1-1-a")
    assert (tersimpan().pilihan.label, tersimpan().catatan) == ("Ya", "Lihat SK.")  # type: ignore[union-attr]
    halaman = urai(k.get(alamat(kantor)))
    assert f"Tersimpan: {koordinator_i.nama}" in teks(halaman.find(id="keadaan-mandiri-A1-1-a"))
    assert "1 dari 2 dijawab, 1 tanpa bukti diterima" in teks(halaman.find(id="kemajuan"))
    assert Jejak.objects.get().tindakan == "menjawab LKE A1.1.a"


def test_htmx_draws_the_state_and_the_total_but_no_field(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    """What somebody types meanwhile in a note stays: fields are not drawn anew."""
    balasan = urai(klien(koordinator_i).post(alamat(kantor), kirim(), headers=HTMX))
    assert {u["id"] for u in balasan.select("[id]")} == {
        "keadaan-mandiri-A1-1-a", "galat-mandiri-A1-1-a-catatan", "revisi-mandiri-A1-1-a", "tanda-A1-1-a", "kemajuan",
    }  # fmt: skip
    assert balasan.find(id="revisi-mandiri-A1-1-a")["value"] == str(tersimpan().revisi)
    assert teks(balasan.select_one(".total-mandiri")) == "2,50"


def test_answer_can_be_taken_back(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    k = klien(koordinator_i)
    k.post(alamat(kantor), kirim())
    k.post(alamat(kantor), kirim(jawaban="", revisi=1))
    assert tersimpan().pilihan is None
    assert "0 dari 2 dijawab" in teks(urai(k.get(alamat(kantor))).find(id="kemajuan"))


def buat_persen() -> None:
    soal = Pertanyaan.objects.get(kode="A1.1.b")
    soal.pilihan.all().delete()
    soal.jenis_jawaban, soal.rumus = "PERSEN", {"jenis": "rasio", "pembilang": "b2", "penyebut": "b1"}
    soal.save()
    for urutan, kode in enumerate(("b1", "b2"), 1):
        soal.masukan.create(kode=kode, teks=f"Jumlah {kode}", urutan=urutan)


SALAH = [
    ({"jawaban": "Z"}, "Pilih salah satu jawaban yang ada."),
    ({"soal": "A1.1.b", "b1": "-1", "b2": "1"}, "Isi bilangan bulat"),
    ({"soal": "A1.1.b", "b1": "4", "b2": "1.5"}, "Isi bilangan bulat"),
    ({"soal": "A1.1.b", "b1": "1" + "0" * 30, "b2": "1"}, "Isi bilangan bulat"),
    ({"jawaban": "Ya", "catatan": "x" * 4001}, "Catatan paling panjang 4000 huruf; ini 4001."),
    ({"revisi": "x"}, "Muat ulang halaman"),
]


@pytest.mark.parametrize("htmx", [{}, HTMX])
@pytest.mark.parametrize(("data", "kalimat"), SALAH)
def test_bad_answer_is_refused_at_its_place(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, data: dict[str, Any], kalimat: str, htmx: dict[str, str]
) -> None:
    buat_persen()
    balasan = klien(koordinator_i).post(alamat(kantor), kirim(**data), headers=htmx)
    assert balasan.status_code == 422
    kode = data.get("soal", "A1.1.a").replace(".", "-")
    assert kalimat in teks(urai(balasan).find(id=f"keadaan-mandiri-{kode}"))
    if not htmx and "b1" in data:
        assert urai(balasan).find("input", {"name": "b1"})["value"] == data["b1"]
    assert not Jawaban.objects.exists()
    assert not Jejak.objects.exists()


@pytest.mark.parametrize("nilai", ["4,01", "-1", "1e2", "1" + "0" * 30])
def test_survey_score_out_of_bounds_is_refused(klien: Buka, kantor: Kantor, ketua: Pengguna, nilai: str) -> None:
    balasan = klien(ketua).post(alamat(kantor, "H1/"), kirim("H1.1", jawaban=nilai))
    assert balasan.status_code == 422
    bidang = urai(balasan).find(id="isian-mandiri-H1-1")
    assert (bidang["value"], bidang["aria-invalid"]) == (nilai, "true")
    assert "Isi angka dari 0 sampai 4" in teks(urai(balasan).find(id="keadaan-mandiri-H1-1"))
    assert not Jawaban.objects.exists()


@pytest.mark.parametrize("soal", ["A2.1.a", "P9.9.z", ""])
def test_question_of_elsewhere_is_refused(klien: Buka, kantor: Kantor, koordinator_i: Pengguna, soal: str) -> None:
    balasan = klien(koordinator_i).post(alamat(kantor), kirim(soal))
    assert balasan.status_code == 422
    assert "bukan pertanyaan A1 instrumen uji" in teks(urai(balasan).select_one(".pemberitahuan.bahaya"))
    assert not Jawaban.objects.exists()


def test_conflict_shows_both_and_loses_neither(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, ketua, "Tidak", catatan="SK belum ada.")
    balasan = klien(koordinator_i).post(alamat(kantor), kirim(catatan="SK ada."))
    assert balasan.status_code == 422
    halaman = urai(balasan)
    keadaan = teks(halaman.find(id="keadaan-mandiri-A1-1-a"))
    assert f"diubah oleh {ketua.nama}: jawaban menjadi Tidak; catatan menjadi “SK belum ada.”" in keadaan
    assert halaman.find(id="catatan-mandiri-A1-1-a").get_text() == "SK ada."
    assert halaman.select_one("#soal-A1-1-a input[value=Ya]").has_attr("checked")
    assert tersimpan().catatan == "SK belum ada."

    revisi = halaman.find(id="revisi-mandiri-A1-1-a")["value"]
    klien(koordinator_i).post(alamat(kantor), kirim(catatan="SK ada.", revisi=revisi))
    assert (tersimpan().pilihan.label, tersimpan().catatan) == ("Ya", "SK ada.")  # type: ignore[union-attr]


def test_jump_goes_to_the_next_gap(klien: Buka, kantor: Kantor, koordinator_i: Pengguna, ketua: Pengguna) -> None:
    isi(kantor, ketua)
    k = klien(koordinator_i)
    assert k.get(alamat(kantor, "?lompat=belum"))["Location"] == f"{alamat(kantor)}#soal-A1-1-b"
    assert k.get(alamat(kantor, "?lompat=belum&dari=A1.1.b"))["Location"] == f"{alamat(kantor, 'A2/')}#soal-A2-1-a"
    assert k.get(alamat(kantor, "?lompat=bukti"))["Location"] == f"{alamat(kantor)}#soal-A1-1-a"


@pytest.mark.parametrize("siapa", ["kepala", "koordinator-ii", "anggota", "penilai", "admin"])
def test_only_who_answers_there_may(klien: Buka, kantor: Kantor, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    assert k.get(alamat(kantor)).status_code == 200
    assert k.post(alamat(kantor), kirim()).status_code == 403
    assert not urai(k.get(alamat(kantor))).select("#isi form.sel-lke, #isi article input[type=radio]")
    assert not Jawaban.objects.exists()


def test_saving_one_answer_is_at_most_eight_queries(kantor: Kantor, ketua: Pengguna, koordinator_i: Pengguna) -> None:
    """With one question answered as with twelve."""

    def hitung(label: str, revisi: int) -> int:
        with CaptureQueriesContext(connection) as semua:
            isi(kantor, koordinator_i, label, revisi=revisi)
        return sum(not q["sql"].startswith(("SAVEPOINT", "RELEASE")) for q in semua.captured_queries)

    isi(kantor, koordinator_i, "Tidak")
    satu = hitung("Ya", 1)
    for kode in Pertanyaan.objects.filter(kode__startswith="A").exclude(kode="A1.1.a").values_list("kode", flat=True):
        isi(kantor, ketua, "Ya" if kode.endswith("a") else "A", kode=kode)
    assert satu == hitung("Tidak", 2) <= 8


def test_saving_over_the_page_asks_as_often_for_twelve_answers_as_for_one(
    klien: Buka, kantor: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    """Five for who and where, seven to save, two for what is shown again (answers, and which have accepted evidence);
    what opens and closes the transaction is not counted."""
    k = klien(koordinator_i)

    def hitung(label: str, revisi: int) -> int:
        with CaptureQueriesContext(connection) as semua:
            balasan = k.post(alamat(kantor), kirim(jawaban=label, revisi=revisi), headers=HTMX)
        assert balasan.status_code == 200
        return sum("SAVEPOINT" not in q["sql"] for q in semua.captured_queries)

    isi(kantor, koordinator_i, "Tidak")
    k.get(alamat(kantor))
    satu = hitung("Ya", 1)
    for kode in Pertanyaan.objects.filter(kode__startswith="A").exclude(kode="A1.1.a").values_list("kode", flat=True):
        isi(kantor, ketua, "Ya" if kode.endswith("a") else "A", kode=kode)
    assert satu == hitung("Tidak", 2) == 14


def test_refused_note_is_marked_at_its_field_and_cleared_when_saved(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna
) -> None:
    k = klien(koordinator_i)
    panjang = "x" * 5001
    halaman = urai(k.post(alamat(kantor), kirim(catatan=panjang)))
    kalimat = teks(halaman.find(id="galat-mandiri-A1-1-a-catatan"))
    assert kalimat
    assert halaman.find(id="catatan-mandiri-A1-1-a")["aria-invalid"] == "true"
    bagian = urai(k.post(alamat(kantor), kirim(catatan=panjang), headers=HTMX))
    assert teks(bagian.find(id="galat-mandiri-A1-1-a-catatan")) == kalimat
    assert not bagian.select("textarea")
    bagian = urai(k.post(alamat(kantor), kirim(), headers=HTMX))
    assert teks(bagian.find(id="galat-mandiri-A1-1-a-catatan")) == ""


def test_option_says_its_label_once_and_unanswered_is_said_once(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna
) -> None:
    Pilihan.objects.filter(pertanyaan__kode="A1.1.a", label="Ya").update(teks="Ya, apabila ada SK")
    Pilihan.objects.filter(pertanyaan__kode="A1.1.b", label="A").update(teks="Apabila semua")
    cache.clear()
    halaman = urai(klien(koordinator_i).get(alamat(kantor)))
    assert teks(halaman.select_one("#soal-A1-1-a label:has(input[value=Ya])")) == "Ya , apabila ada SK"
    assert teks(halaman.select_one("#soal-A1-1-b label:has(input[value=A])")) == "A Apabila semua"
    assert teks(halaman.find(id="soal-A1-1-a")).count("Belum dijawab") == 1


def test_questions_and_evidence_lead_to_one_another(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    isi(kantor, ketua, "Tidak")
    satu = bukti(kantor)
    satu.pertanyaan.add(Pertanyaan.objects.get(kode="A1.1.a"))
    k = klien(ketua)
    lembar = urai(k.get(alamat(kantor)))
    tempat, halaman_bukti = f"{alamat(kantor)}#soal-A1-1-a", kantor.alamat(f"bukti/{satu.pk}/")
    assert [a["href"] for a in lembar.select("#bukti-A1-1-a li a")] == [halaman_bukti]
    assert lembar.find(id="soal-A1-1-a")
    for dari in (halaman_bukti, kantor.alamat("nilai/langkah/")):
        assert urai(k.get(dari)).select(f'a[href="{tempat}"]'), dari


def test_page_asks_as_often_for_one_row_as_for_three(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k = klien(ketua)
    banyak = []
    for n, kode in enumerate(("A1.1.a", "A1.1.b", "A2.1.a"), 1):
        isi(kantor, ketua, "Ya" if kode.endswith("a") else "A", kode=kode)
        bukti(kantor, f"SK {n}", n).pertanyaan.add(Pertanyaan.objects.get(kode=kode))
        k.get(alamat(kantor))
        with CaptureQueriesContext(connection) as satu:
            k.get(alamat(kantor))
        with CaptureQueriesContext(connection) as semua:
            k.get(alamat(kantor, ""))
        banyak.append((len(satu), len(semua)))
    assert banyak[0] == banyak[2]
    assert max(banyak[2]) <= 12


# --- evidence ----------------------------------------------------------------------------------------


def test_evidence_of_the_plan_is_suggested_linked_and_let_go(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna
) -> None:
    satu = bukti(kantor, "Notula A1.1")
    Pertanyaan.objects.filter(kode="A1.1.a").update(data_dukung=[satu.syarat.teks])
    k = klien(koordinator_i)
    k.post(alamat(kantor), kirim())
    saran = urai(k.get(alamat(kantor))).select("#bukti-A1-1-a button[name=bukti]")
    assert [u["value"] for u in saran] == [str(satu.pk)]
    balasan = urai(k.post(alamat(kantor, "A1/A1.1.a/bukti/"), {"bukti": satu.pk}, headers=HTMX))
    assert {u["id"] for u in balasan.select("[id]")} == {"bukti-A1-1-a", "tanda-A1-1-a", "kemajuan"}
    assert teks(balasan.select_one(".bukti-soal .status")) == "Diterima"
    assert "tanpa bukti" not in teks(balasan.find(id="kemajuan"))
    assert [u["value"] for u in balasan.select("button[name=lepas]")] == [str(satu.pk)]
    balasan = k.post(alamat(kantor, "A1/A1.1.a/bukti/"), {"lepas": satu.pk})
    assert balasan["Location"] == f"{alamat(kantor)}#soal-A1-1-a"
    assert not satu.pertanyaan.exists()


@pytest.mark.parametrize("status", [StatusBukti.DITERIMA, StatusBukti.MENUNGGU])
def test_saved_answer_tells_of_evidence_what_its_page_tells(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, status: str
) -> None:
    satu = bukti(kantor)
    satu.pertanyaan.add(Pertanyaan.objects.get(kode="A1.1.a"))
    Bukti.objects.filter(pk=satu.pk).update(status=status)
    k = klien(koordinator_i)
    balasan, halaman = urai(k.post(alamat(kantor), kirim(), headers=HTMX)), urai(k.get(alamat(kantor)))
    for bagian in ("tanda-A1-1-a", "kemajuan"):
        assert teks(balasan.find(id=bagian)) == teks(halaman.find(id=bagian))
    assert ("1 tanpa bukti" in teks(balasan.find(id="kemajuan"))) == (status != StatusBukti.DITERIMA)


def test_rest_of_the_evidence_is_chosen_on_its_own_page(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    satu = bukti(kantor)
    halaman = klien(koordinator_i).get(alamat(kantor, "A1/A1.1.b/bukti/"))
    assert [u["value"] for u in urai(halaman).select("button[name=bukti]")] == [str(satu.pk)]


def test_evidence_is_linked_by_who_answers(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    satu = bukti(kantor)
    assert klien(penilai).post(alamat(kantor, "A1/A1.1.a/bukti/"), {"bukti": satu.pk}).status_code == 403
    assert klien(kantor.orang["ketua"]).post(alamat(kantor, "A1/A1.1.a/bukti/"), {"bukti": "9²"}).status_code == 404
    assert not satu.pertanyaan.exists()


def test_likeness_finds_by_rare_words() -> None:
    indeks = Indeks({1: "SK Tim Kerja", 2: "Notula rapat penilaian risiko", 3: "Foto sosialisasi"})
    assert [k for k, _ in indeks.cari(["Apakah risiko sudah dinilai?"])] == [2]
    assert indeks.cari(["dan yang pada"]) == []
    assert Indeks({}).cari(["risiko"]) == []


# --- the assessor ------------------------------------------------------------------------------------


def test_assessor_answers_beside_the_office_and_sees_the_difference(
    klien: Buka, kantor: Kantor, ketua: Pengguna, penilai: Pengguna
) -> None:
    isi(kantor, ketua)
    k = klien(penilai)
    assert k.post(alamat(kantor), kirim(jenis="tpi", jawaban="Tidak")).status_code == 422  # not begun
    assert k.post(alamat(kantor, "tpi/mulai/")).status_code == 302
    balasan = urai(k.post(alamat(kantor), kirim(jenis="tpi", jawaban="Tidak", catatan="SK kedaluwarsa"), headers=HTMX))
    assert teks(balasan.select_one(".beda")) == "TPI lebih rendah 2,50 poin."
    assert (teks(balasan.select_one(".total-mandiri")), teks(balasan.select_one(".total-tpi"))) == ("2,50", "0,00")
    assert [u["aria-label"] for u in urai(k.get(alamat(kantor))).select("article form[aria-label]")] == [
        "Jawaban TPI A1.1.a", "Jawaban TPI A1.1.b",
    ]  # fmt: skip
    assert "SK kedaluwarsa" not in klien(ketua).get(alamat(kantor)).content.decode()  # while it is draf


def test_blind_assessor_sees_the_office_only_once_opened(
    klien: Buka, kantor: Kantor, ketua: Pengguna, penilai: Pengguna
) -> None:
    isi(kantor, ketua, catatan="Rahasia unit")
    k = klien(penilai)
    k.post(alamat(kantor, "tpi/mulai/"), {"buta": "1"})
    for ekor in ("", "A1/"):
        tampak = k.get(alamat(kantor, ekor)).content.decode()
        assert "Rahasia unit" not in tampak
        assert "total-mandiri" not in tampak
    assert k.get(alamat(kantor, "langkah/mandiri/ajukan/")).status_code == 404
    assert k.post(alamat(kantor, "tpi/buka-unit/")).status_code == 302
    assert "Rahasia unit" in k.get(alamat(kantor)).content.decode()


@pytest.mark.parametrize("ekor", ["tpi/mulai/", "tpi/buka-unit/"])
def test_only_the_assessor_begins_and_opens(klien: Buka, kantor: Kantor, ketua: Pengguna, ekor: str) -> None:
    assert klien(ketua).post(alamat(kantor, ekor)).status_code == 403
    assert not Penilaian.objects.exists()


def test_note_becomes_a_kendala_with_an_owner_once(
    klien: Buka, kantor: Kantor, ketua: Pengguna, penilai: Pengguna
) -> None:
    mulai(kantor)
    isi(kantor, penilai, "Tidak", jenis=TPI, catatan="SK kedaluwarsa")
    k = klien(penilai)
    tuju = alamat(kantor, "A1/A1.1.a/kendala/")
    k.post(tuju)
    assert not Kendala.objects.exists()  # the whole office reads a kendala, and nobody yet the draft
    assert "Jadikan kendala" not in teks(k.get(alamat(kantor)))
    ajukan_penilaian(penilaian=Penilaian.objects.get(jenis=TPI), oleh=penilai)
    for _ in range(2):
        assert k.post(tuju).status_code == 302
    kendala = Kendala.objects.get()
    assert kendala.uraian == "Catatan TPI atas A1.1.a: SK kedaluwarsa"
    assert kendala.penanggung_jawab == (kendala.aksi.penanggung_jawab or kantor.orang["koordinator-i"])
    assert kendala.aksi.rencana_kerja.pengungkit.kode == "I"
    assert "penanggung jawab" in teks(urai(k.get(alamat(kantor))).find(id="tanda-A1-1-a"))
    assert klien(kantor.orang["anggota"]).post(tuju).status_code == 403


def test_without_a_note_there_is_no_kendala(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    mulai(kantor)
    klien(penilai).post(alamat(kantor, "A1/A1.1.a/kendala/"))
    assert not Kendala.objects.exists()


# --- submit and lock ---------------------------------------------------------------------------------


def test_submitted_locked_and_opened_again_with_a_reason(
    klien: Buka, kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    isi(kantor, ketua, catatan="Lihat SK.")
    satu = bukti(kantor)
    satu.pertanyaan.add(Pertanyaan.objects.get(kode="A1.1.a"))
    assert klien(ketua).get(alamat(kantor, "langkah/mandiri/ajukan/")).status_code == 200
    assert klien(ketua).post(alamat(kantor, "langkah/mandiri/ajukan/")).status_code == 302
    assert klien(ketua).post(alamat(kantor), kirim(jawaban="Tidak", revisi=1)).status_code == 422
    assert klien(ketua).post(alamat(kantor, "langkah/mandiri/kunci/")).status_code == 403
    assert klien(kepala).post(alamat(kantor, "langkah/mandiri/kunci/")).status_code == 302
    beku = PenilaianBeku.objects.get()
    assert [b["nama"] for b in beku.isi["bukti"]["A1.1.a"]] == ["SK Tim"]

    Pertanyaan.objects.filter(kode="A1.1.a").update(teks="Diganti sesudah dikunci")
    satu.pertanyaan.clear()
    for ekor in ("A1/", "kunci/mandiri/1/"):
        halaman = teks(urai(klien(kepala).get(alamat(kantor, ekor))))
        assert "Apakah A1.1.a?" in halaman
        assert "Diganti" not in halaman
        assert "SK Tim" in halaman
    assert f"Dikunci oleh {kepala.nama}" in teks(urai(klien(ketua).get(alamat(kantor, ""))))

    tuju = alamat(kantor, "langkah/mandiri/buka/")
    assert klien(kepala).post(tuju, {"alasan": " "}).status_code == 422
    assert Penilaian.objects.get().status == StatusPenilaian.DIKUNCI
    assert klien(kepala).post(tuju, {"alasan": "SK menyusul"}).status_code == 302
    assert Penilaian.objects.get().status == StatusPenilaian.DRAF
    assert Jejak.objects.filter(tindakan="membuka kembali penilaian", alasan="SK menyusul").exists()
    assert klien(kepala).get(alamat(kantor, "kunci/mandiri/1/")).status_code == 200


LANGKAH = [
    ("mandiri", "ajukan", {"ketua", "kepala"}),
    ("mandiri", "kunci", {"kepala"}),
    ("mandiri", "buka", {"kepala"}),
    ("tpi", "ajukan", {"penilai"}),
    ("tpi", "kunci", {"penilai"}),
    ("tpi", "buka", {"penilai"}),
]


@pytest.mark.parametrize(("jenis", "langkah", "siapa"), LANGKAH)
def test_each_step_is_for_its_own(
    klien: Buka, kantor: Kantor, ketua: Pengguna, penilai: Pengguna, jenis: str, langkah: str, siapa: set[str]
) -> None:
    isi(kantor, ketua)
    mulai(kantor)
    isi(kantor, penilai, jenis=TPI)
    Penilaian.objects.filter(jenis=TPI).update(status=StatusPenilaian.DIAJUKAN)
    boleh = {
        nama for nama in ("ketua", "kepala", "penilai", "koordinator-i", "anggota", "admin")
        if klien(kantor.orang[nama]).get(alamat(kantor, f"langkah/{jenis}/{langkah}/")).status_code == 200
    }  # fmt: skip
    assert boleh == siapa


def test_assessor_locks_in_one_step(klien: Buka, kantor: Kantor, ketua: Pengguna, penilai: Pengguna) -> None:
    isi(kantor, ketua)
    mulai(kantor)
    isi(kantor, penilai, "Tidak", jenis=TPI)
    assert klien(penilai).post(alamat(kantor, "langkah/tpi/kunci/")).status_code == 302
    assert Penilaian.objects.get(jenis=TPI).status == StatusPenilaian.DIKUNCI
    assert "TPI lebih rendah" in klien(ketua).get(alamat(kantor)).content.decode()


def test_nothing_answered_is_not_submitted(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    isi(kantor, ketua)
    isi(kantor, ketua, None, revisi=1)
    balasan = klien(ketua).post(alamat(kantor, "langkah/mandiri/ajukan/"))
    assert balasan.status_code == 422
    assert "Belum satu pun pertanyaan dijawab" in teks(urai(balasan))
