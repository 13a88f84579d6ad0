"""What a stage lacks: cases by hand, and what holds for any facts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from zona.surat.enums import KeadaanSurat
from zona.tahapan.alur import Tanggal
from zona.tahapan.enums import JenisDokumen, Keadaan, KodeTahap, jenis_tahap
from zona.tahapan.fakta import Bangun, Fakta, Ketikan, Nilai, Pakta, SyaratKurang
from zona.tahapan.kurang import kekurangan

HARI = date(2023, 3, 15)
SELESAI = Tanggal(selesai=HARI)
LENGKAP = Fakta(
    ditetapkan=True,
    bertanda=True,
    bangun=Bangun(total=4, selesai=4, butuh=2, terpenuhi=2),
    mandiri=Nilai(ada=True, soal=5, dijawab=5, diajukan=True, dikunci=HARI, nilai=Decimal(80), lolos=True),
    tpi=Nilai(ada=True, soal=5, dijawab=5, diajukan=True, dikunci=HARI, nilai=Decimal(80), lolos=True),
    banyak_syarat=9,
    diusulkan=True,
    ketikan=Ketikan(strategis=True, sumber_daya=True, nomor="1/2023", predikat="wbk"),
    dokumen={kode: frozenset(jenis_tahap(kode)) for kode in KodeTahap},
)

bilang = st.integers(0, 40)
nilai = st.builds(
    Nilai, ada=st.booleans(), tertutup=st.booleans(), soal=bilang, dijawab=bilang, diajukan=st.booleans(),
    dikunci=st.none() | st.just(HARI), nilai=st.none() | st.decimals(0, 100, places=4), lolos=st.none() | st.booleans(),
)  # fmt: skip
fakta = st.builds(
    Fakta,
    ditetapkan=st.booleans(),
    bertanda=st.booleans(),
    bangun=st.builds(Bangun, *[bilang] * 7),
    monev=st.lists(st.sampled_from(["Januari", "Februari"]), max_size=2).map(tuple),
    mandiri=nilai,
    tpi=nilai,
    syarat=st.lists(
        st.sampled_from(
            [SyaratKurang("tlhp", "TLHP: belum diisi"), SyaratKurang("sptjm", "SPTJM: belum diisi", "sptjm")]
        ),
        max_size=3,
    ).map(tuple),
    diusulkan=st.booleans(),
    pakta=st.builds(Pakta, bilang, bilang, st.booleans()),
    piagam=st.sampled_from(["", *KeadaanSurat.values]),
    ketikan=st.builds(Ketikan, st.booleans(), st.booleans(), st.sampled_from(["", "1"]), st.sampled_from(["", "wbk"])),
    dokumen=st.dictionaries(st.sampled_from(KodeTahap), st.frozensets(st.sampled_from(JenisDokumen))),
)


def kata(kode: KodeTahap, f: Fakta, t: Tanggal = SELESAI, k: Keadaan = Keadaan.SELESAI) -> list[str]:
    return [b.kalimat for b in kekurangan(kode, f, t, k)]


@pytest.mark.parametrize("kode", KodeTahap)
def test_nothing_lacks_where_all_is_there(kode: KodeTahap) -> None:
    assert kata(kode, LENGKAP) == []


@pytest.mark.parametrize(
    ("kode", "ubah", "hasil"),
    [
        ("pencanangan", {"dokumen": {}, "piagam": KeadaanSurat.BERTANGGAL.value, "pakta": Pakta(10, 5, kepala=True)}, [
            "5 dari 10 pegawai belum menandatangani pakta integritas (harus lebih dari separuh)",
            "Piagam pencanangan yang bertanda tangan belum diunggah",
            "Publikasi pencanangan (berita atau siaran) belum ada",
        ]),
        ("pencanangan", {"dokumen": {KodeTahap.PENCANANGAN: {JenisDokumen.PIAGAM, JenisDokumen.PUBLIKASI}},
                         "pakta": Pakta(10, 6, kepala=False)}, [
            "Kepala belum menandatangani pakta integritas",
            "4 dari 10 pegawai belum menandatangani pakta integritas (dapat disusulkan)",
        ]),
        ("pencanangan", {"pakta": Pakta(10, 10, kepala=True), "dokumen": {}}, [
            "Piagam pencanangan belum ada", "Publikasi pencanangan (berita atau siaran) belum ada",
        ]),
        ("pembangunan", {"ditetapkan": False, "bertanda": False, "bangun": Bangun()}, [
            "Rencana kerja belum ditetapkan", "Rencana aksi belum disusun",
        ]),
        ("pembangunan", {"bangun": Bangun(10, 4, 2, tanpa_bukti=3, kembali=1), "monev": ("Januari", "Maret")}, [
            "2 pelaksanaan terlambat", "4 pelaksanaan belum selesai", "3 bukti belum ada, aksinya sudah selesai",
            "1 bukti dikembalikan, belum diperbaiki", "Laporan monev belum selesai: Januari, Maret",
        ]),
        ("mandiri", {"mandiri": Nilai(ada=True, soal=84, dijawab=3)}, [
            "81 dari 84 pertanyaan belum dijawab", "Belum diajukan ketua",
        ]),
        ("mandiri", {"mandiri": Nilai(True, False, 5, 5, diajukan=True, nilai=Decimal("70.126"), lolos=False)}, [
            "Belum dikunci kepala", "Nilai 70,13 belum lulus semua ambang WBK",
        ]),
        ("mandiri", {"mandiri": Nilai(ada=True, tertutup=True)}, ["Belum diajukan ketua"]),
        ("tpi", {"tpi": Nilai()}, [
            "TPI belum mengajukan penilaiannya, sehingga laporan hasil evaluasi belum ada",
        ]),
        ("tpi", {"tpi": Nilai(ada=True, soal=5, dijawab=5, diajukan=True)}, [
            "Belum dikunci TPI; laporan hasil evaluasi masih draf",
        ]),
        ("pengusulan", {"syarat": (SyaratKurang("tlhp", "TLHP: belum diisi"),), "diusulkan": False}, [
            "TLHP: belum diisi", "Usulan belum dibuat",
        ]),
        ("penetapan", {"ketikan": Ketikan(nomor="1")}, ["Keputusan Menteri belum dicatat: predikat"]),
    ],
)  # fmt: skip
def test_what_lacks_in_words(kode: str, ubah: dict, hasil: list[str]) -> None:
    assert kata(KodeTahap(kode), replace(LENGKAP, **ubah)) == hasil


@given(fakta, st.sampled_from(KodeTahap), st.sampled_from(Keadaan), st.sampled_from([SELESAI, Tanggal()]))
def test_each_sentence_leads_to_a_page(f: Fakta, kode: KodeTahap, kini: Keadaan, t: Tanggal) -> None:
    semua = kekurangan(kode, f, t, kini)
    for k in semua:
        assert reverse(k.ke, args=["uji", 2023, *k.isian]).startswith("/uji/2023/")
        assert not k.kalimat.endswith(".")


@given(fakta)
def test_sentences_keep_what_is_closed(f: Fakta) -> None:
    """Of an assessment that is not for their eyes, no number of answers or points."""
    tutup = replace(f, mandiri=Nilai(ada=True, tertutup=True, dikunci=f.mandiri.dikunci, diajukan=f.mandiri.diajukan))
    assert not any(c.isdecimal() for k in kata(KodeTahap.MANDIRI, tutup) for c in k)
