"""The Laporan Hasil Evaluasi: what it says, who may have it, when it is a draft."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.kunci import ajukan_penilaian, buka_penilaian, kunci_penilaian
from pengungkit.domain.penilaian import buka_jawaban_unit, mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from pengungkit.struktur import Isian
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.sah_pdf import cela
from zona.dokumen.models import LheBeku
from zona.dokumen.queries.lhe import IsiLhe, susun_lhe, susun_lhe_kunci
from zona.nilai.domain.kunci import kunci_lke
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
BUKTI: dict[str, Any] = {
    "id": 1, "nama": "SK", "versi": 1, "sha256": "", "tautan": "https://contoh.id/sk", "syarat": "SK",
    "pengungkit": "I", "halaman": None,
}  # fmt: skip
MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI


def jawab(kantor: Kantor, jenis: JenisPenilaian, catatan: dict[str, str] | None = None, **huruf: str) -> Penilaian:
    isian = {k.replace("_", "."): Isian(pilihan=v) for k, v in huruf.items()}
    tempat: dict[str, Any] = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    jawab_banyak(**tempat, jenis=jenis, isian=isian, catatan=catatan, oleh=None)
    return Penilaian.objects.select_related("satker", "instrumen").get(jenis=jenis)


@pytest.fixture
def dinilai(kantor: Kantor, penilai: Pengguna) -> Penilaian:
    """The office said Ya and A; the assessor Tidak with a note, and A."""
    jawab(kantor, MANDIRI, A1_1_a="Ya", A1_1_b="A", A2_1_a="Ya")
    mulai_tpi(satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, buta=True, oleh=penilai)
    catatan = {"A1.1.a": "SK <belum> ditandatangani", "A1.1.b": "Sudah baik"}
    return jawab(kantor, TPI, catatan, A1_1_a="Tidak", A1_1_b="A")


def tabel(isi: IsiLhe, kode: str) -> list[tuple[Any, ...]]:
    return [b.nilai for t in isi.tabel if t.kode == kode for b in t.baris]


def isi_pdf(tanggapan: Any) -> str:
    assert (tanggapan.status_code, tanggapan["Content-Type"]) == (200, "application/pdf")
    assert cela(tanggapan.content) == []
    return " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(tanggapan.content)).pages).split())


def test_what_it_says(kantor: Kantor, dinilai: Penilaian, penilai: Pengguna) -> None:
    buka_jawaban_unit(penilaian=dinilai, oleh=penilai)
    isi = susun_lhe(penilai, kantor.rencana)
    assert tabel(isi, "beda") == [
        ("A1.1.a", "Apakah A1.1.a?", "Ya", "Tidak", "SK <belum> ditandatangani"),
        ("A2.1.a", "Apakah A2.1.a?", "Ya", None, None),
    ]
    assert tabel(isi, "catatan") == [("A1.1.b", "Apakah A1.1.b?", "A", "Sudah baik")]
    manajemen = tabel(isi, "nilai")[0]
    assert [str(n) for n in manajemen] == ["I", "Manajemen Perubahan", "5.000", "5.00", "2.50", "-2.50"]
    assert [b[:2] + b[4:] for b in tabel(isi, "ambang")][:2] == [
        ("WBK", "Total", "kurang 72,50"),
        ("WBK", "Penguatan Pengawasan", "kurang 9,00"),
    ]
    perbaikan = tabel(isi, "perbaikan")
    assert (len(perbaikan), perbaikan[0][0], str(perbaikan[0][3])) == (10, "H2.1", "20.00")
    assert isi.rekomendasi[0].startswith("Menuju WBK: belum direkomendasikan, 3 dari 3 ambang belum terpenuhi")
    assert "13 pertanyaan belum dinilai TPI dan dihitung 0." in isi.rekomendasi
    assert (isi.kepala.nama, [p.nama for p in isi.penilai]) == ("Kepala", ["Penilai"])


def test_blind_assessor_gets_the_own_column_only(kantor: Kantor, dinilai: Penilaian, penilai: Pengguna) -> None:
    isi = susun_lhe(penilai, kantor.rencana)
    assert (isi.mandiri, tabel(isi, "beda")) == ("Tidak dibandingkan", [])
    assert {b[3] for b in tabel(isi, "nilai")} == {None}


def test_office_gets_it_once_submitted(kantor: Kantor, dinilai: Penilaian, klien: Buka, ketua: Pengguna) -> None:
    k, tujuan = klien(ketua), kantor.alamat("nilai/lhe.pdf")
    assert k.get(tujuan).status_code == 404
    ajukan_penilaian(penilaian=dinilai, oleh=None)
    draf = isi_pdf(k.get(tujuan))
    assert "DRAF, PENILAIAN TPI BELUM DIKUNCI" in draf
    assert "SK <belum> ditandatangani" in draf
    kunci_penilaian(penilaian=dinilai, bukti={}, oleh=None)
    akhir = k.get(tujuan)
    assert "DRAF" not in isi_pdf(akhir)
    assert "Dikunci 15 Maret 2023" in isi_pdf(akhir)
    assert akhir["Content-Disposition"] == 'attachment; filename="lhe-uji-2023.pdf"'
    assert k.get(tujuan, headers={"If-None-Match": akhir["ETag"]}).status_code == 304
    assert k.post(tujuan).status_code == 405


def test_each_lock_keeps_its_own(kantor: Kantor, dinilai: Penilaian, klien: Buka, penilai: Pengguna) -> None:
    """Neither opening the office's answers nor reopening changes what was issued; the next lock has its own number."""
    k, terbaru = klien(penilai), kantor.alamat("nilai/lhe.pdf")
    kunci_lke(penilaian=dinilai, oleh=penilai, nomor=" 700/LHE-01/2023 ")
    pertama = k.get(terbaru).content
    teks_pertama = isi_pdf(k.get(terbaru))
    assert "Nomor 700/LHE-01/2023" in teks_pertama
    assert "KANTOR LAIN LAPORAN HASIL EVALUASI" in teks_pertama
    assert "Dinilai oleh" in teks_pertama
    assert "Tidak dibandingkan" in teks_pertama
    buka_jawaban_unit(penilaian=dinilai, oleh=penilai)
    assert k.get(terbaru).content == pertama
    ini = Penilaian.objects.select_related("satker", "instrumen").get(jenis=TPI)
    buka_penilaian(penilaian=ini, alasan="Ada bukti baru", oleh=penilai)
    assert k.get(terbaru).content == pertama
    assert "DRAF" in isi_pdf(k.get(f"{terbaru}?draf=1"))
    assert klien(kantor.orang["ketua"]).get(terbaru).content == pertama
    assert klien(kantor.orang["ketua"]).get(f"{terbaru}?draf=1").status_code == 404
    jawab(kantor, TPI, A1_1_a="Ya")
    kunci_lke(penilaian=Penilaian.objects.select_related("satker", "instrumen").get(jenis=TPI), oleh=penilai)
    kedua = k.get(terbaru)
    assert "Nomor 1/LHE/III/2023" in isi_pdf(kedua)
    assert "Tidak dibandingkan" not in isi_pdf(kedua)
    satu, dua = (k.get(kantor.alamat(f"nilai/lhe/{n}/lhe.pdf")).content for n in (1, 2))
    assert (satu == pertama, dua == kedua.content) == (True, True)
    assert k.get(kantor.alamat("nilai/lhe/3/lhe.pdf")).status_code == 404


def test_number_of_the_report_is_once_in_the_assessors_office(
    kantor: Kantor, dinilai: Penilaian, penilai: Pengguna, klien: Buka
) -> None:
    k, tuju = klien(penilai), kantor.alamat("nilai/lke/langkah/tpi/kunci/")
    assert "Nomor Laporan Hasil Evaluasi" in k.get(tuju).content.decode()
    assert k.post(tuju, {"nomor": "x" * 61}).status_code == 422
    assert k.post(tuju, {"nomor": "7/LHE"}).status_code == 302
    ini = Penilaian.objects.select_related("satker", "instrumen").get(jenis=TPI)
    buka_penilaian(penilaian=ini, alasan="x", oleh=penilai)
    lagi = k.post(tuju, {"nomor": "7/lhe"})
    assert (lagi.status_code, "Nomor 7/lhe sudah dipakai laporan lain" in teks(urai(lagi).main)) == (422, True)
    assert list(LheBeku.objects.values_list("nomor", flat=True)) == ["7/LHE"]


def test_answers_without_accepted_evidence_are_named(kantor: Kantor, dinilai: Penilaian, penilai: Pengguna) -> None:
    bukti = {"A1.1.b": [BUKTI | {"status": "diterima"}], "A1.1.a": [BUKTI | {"status": "menunggu"}]}
    beku = kunci_penilaian(penilaian=dinilai, bukti=bukti, oleh=penilai)
    isi = susun_lhe_kunci(beku, kantor.satker, "1/LHE")
    assert tabel(isi, "tanpa-bukti") == [("A1.1.a", "Apakah A1.1.a?", "Tidak")]


def test_lock_from_before_is_kept_when_it_is_printed(
    kantor: Kantor, dinilai: Penilaian, penilai: Pengguna, klien: Buka
) -> None:
    kunci_penilaian(penilaian=dinilai, bukti={}, oleh=penilai)
    assert not LheBeku.objects.exists()
    dulu = klien(penilai).get(kantor.alamat("nilai/lhe.pdf")).content
    Pengguna.objects.filter(pk=kantor.orang["kepala"].pk).update(nama="Kepala Baru")
    assert klien(penilai).get(kantor.alamat("nilai/lhe.pdf")).content == dulu
    assert LheBeku.objects.get().nomor == "1/LHE/III/2023"


def test_there_is_none_without_tpi(kantor: Kantor, klien: Buka, kepala: Pengguna, orang_luar: Pengguna) -> None:
    jawab(kantor, MANDIRI, A1_1_a="Ya")
    assert [klien(p).get(kantor.alamat("nilai/lhe.pdf")).status_code for p in (kepala, orang_luar)] == [404, 404]


def test_queries_do_not_grow_with_answers(
    kantor: Kantor, dinilai: Penilaian, klien: Buka, penilai: Pengguna, django_assert_max_num_queries: Any
) -> None:
    buka_jawaban_unit(penilaian=dinilai, oleh=penilai)
    k = klien(penilai)
    k.get(kantor.alamat("nilai/lhe.pdf"))
    for huruf in ({"A3_1_a": "Ya"}, {"A4_1_a": "Ya", "A5_1_a": "Tidak"}):
        jawab(kantor, TPI, **huruf)
        with django_assert_max_num_queries(12):
            k.get(kantor.alamat("nilai/lhe.pdf"))
