"""Properties: words → meaning → words → meaning is stable; the source matrix; texts nobody should write."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rencana_aksi.domain.jadwal import Jadwal, baca_jadwal
from rencana_aksi.domain.jadwal_teks import Terbaca, baca_teks, tulis_teks
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham
from rencana_aksi.domain.jadwal_teks.urai import BATAS_HURUF, urai
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.enums import JenisJadwal
from tests.rencana_aksi.naskah import SUMBER
from zona.inti.waktu import BULAN, tanggal_id

sifat = settings(max_examples=60, deadline=None)
hari_rencana = st.dates(date(2000, 1, 1), date(2100, 12, 31))
tahun_rencana = st.integers(2001, 2098)

KATA = (
    "25", "1", "5", "30", "31", "2", "3", "2023", "2024", "2022", "Januari", "Maret", "April", "Feb", "Desember",
    "-", "–", "s.d.", "sampai", "hingga", ",", ";", "dan", "(", ")", "setiap", "tiap", "bulan", "minggu",
    "triwulan", "semester", "tahun", "hari", "kerja", "Senin", "Kamis", "Minggu", "Jumat", "pertama", "kedua",
    "terakhir", "ke-3", "I", "II", "awal", "akhir", "pertengahan", "tanggal", "selama", "mulai", "berikutnya",
    "sekali", "dua", "tiga", "kali", "sebulan", "bulanan", "secara", "berkala", "pada", "paling", "lambat",
    "25/1/2023", "2023-03-01", "tanpa", "jadwal",
)  # fmt: skip
SATUAN = ("setiap bulan", "setiap triwulan", "setiap semester", "setiap minggu", "setiap dua minggu", "setiap hari")
LETAK = (
    "", "tanggal 5", "tanggal 28", "tanggal 1–5", "minggu pertama", "minggu terakhir", "awal bulan", "akhir bulan",
    "hari terakhir", "Senin", "Rabu dan Sabtu", "Jumat kedua", "hari kerja", "minggu kedua bulan berikutnya",
    "tanggal 10 bulan berikutnya", "akhir bulan berikutnya",
)  # fmt: skip


@st.composite
def rrule(draw: st.DrawFn) -> dict[str, Any]:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    mulai = draw(st.dates(date(2001, 1, 1), date(2080, 12, 31)))
    bagian = [f"FREQ={freq}"]
    if draw(st.booleans()):
        bagian.append(f"INTERVAL={draw(st.integers(1, 4))}")
    kode = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=5, unique=True)
    if freq == "WEEKLY" and draw(st.booleans()):
        bagian.append(f"BYDAY={','.join(draw(kode))}")
    if freq == "MONTHLY":
        nilai = draw(
            st.sampled_from(["BYMONTHDAY=-1", "BYMONTHDAY=-7", "BYMONTHDAY=3,18", "BYDAY=2TU", "BYDAY=-1FR,1FR"])
        )
        bagian += [nilai] if mulai.day > 28 or draw(st.booleans()) else []
    akhir = st.one_of(
        st.integers(1, 60).map("COUNT={}".format),
        st.integers(1, 800).map(lambda n: f"UNTIL={mulai + timedelta(days=n):%Y%m%d}"),
    )
    bagian.append(draw(akhir))
    return {
        "rrule": f"DTSTART:{mulai:%Y%m%d}\nRRULE:{';'.join(bagian)}",
        "lama_hari": draw(st.sampled_from([1, 1, 5, 7, 10, 14, 40])),
    }


def stabil(terbaca: Terbaca) -> None:
    """What was understood is in order, and its words mean the same in whatever plan."""
    assert terbaca.jadwal is not None
    if terbaca.jadwal.jenis not in (JenisJadwal.BERKALA, JenisJadwal.TANPA):
        assert terbaca.kejadian == tuple(sorted(terbaca.kejadian, key=lambda k: (k.jatuh_tempo, k.mulai)))
        assert all(k.mulai and k.jatuh_tempo and k.mulai <= k.jatuh_tempo for k in terbaca.kejadian)
    lagi = baca_teks(terbaca.baku, 2077)
    assert (lagi.jadwal, lagi.baku, lagi.alasan) == (terbaca.jadwal, terbaca.baku, "")
    assert [c for c in lagi.catatan if "tidak ditulis" in c] == []


@sifat
@given(st.lists(st.sampled_from(KATA), max_size=9).map(" ".join), tahun_rencana)
def test_kata_sembarang_dijawab_dan_yang_dipahami_stabil(teks: str, tahun: int):
    terbaca = baca_teks(teks, tahun)
    if not terbaca.dipahami:
        with pytest.raises(TidakPaham, match=re.escape(terbaca.alasan)):
            urai(teks, tahun)
        return
    assert terbaca.jadwal is not None
    makna, _ = urai(teks, tahun)
    assert (terbaca.jadwal.jenis, terbaca.kejadian) == (makna.jenis, makna.kejadian)
    stabil(terbaca)


@sifat
@given(st.text(max_size=60), tahun_rencana)
def test_teks_sembarang_dijawab(teks: str, tahun: int):
    terbaca = baca_teks(teks, tahun)
    assert terbaca.dipahami is (terbaca.alasan == "")
    assert terbaca.teks == teks


@sifat
@given(st.sampled_from(SATUAN), st.sampled_from(LETAK), tahun_rencana)
def test_berulang_tanpa_jangka_di_dalam_tahun_rencana(satuan: str, letak: str, tahun: int):
    terbaca = baca_teks(f"{satuan}, {letak}", tahun)
    if not terbaca.dipahami:
        return
    stabil(terbaca)
    akhir = date(tahun + 1, 1, 31) if "berikutnya" in letak else date(tahun, 12, 31)
    assert all(k.mulai and date(tahun, 1, 1) <= k.mulai for k in terbaca.kejadian)
    assert all(k.jatuh_tempo and k.jatuh_tempo <= akhir for k in terbaca.kejadian)


@sifat
@given(
    st.sets(hari_rencana, min_size=1, max_size=30),
    st.randoms(use_true_random=False),
    st.sampled_from([", ", "; ", " dan "]),
)
def test_tanggal_apa_pun_tulisannya_sama_artinya(hari: set[date], acak: Any, pisah: str):
    gaya = [tanggal_id, lambda h: f"{h.day}/{h.month}/{h.year}", date.isoformat, lambda h: f"{h:%d-%m-%Y}"]
    tulisan = list(hari)
    acak.shuffle(tulisan)
    terbaca = baca_teks(pisah.join(acak.choice(gaya)(h) for h in tulisan), 2023)
    assert terbaca.jadwal == baca_jadwal({"tanggal": [h.isoformat() for h in hari]})
    stabil(terbaca)


@sifat
@given(hari_rencana, hari_rencana, st.sampled_from(["–", "-", " — ", " s.d. ", " s/d ", " sampai ", " hingga "]))
def test_jendela_apa_pun_tandanya_sama_artinya(satu: date, dua: date, tanda: str):
    awal, akhir = sorted([satu, dua])
    makna = {"rentang": [[awal.isoformat(), akhir.isoformat()]]}
    terbaca = baca_teks(f"{tanggal_id(awal)}{tanda}{tanggal_id(akhir)}", 2023)
    assert terbaca.jadwal == baca_jadwal(makna)
    stabil(terbaca)
    if awal.year == akhir.year:
        pendek = f"{awal.day} {BULAN[awal.month - 1]}{tanda}{tanggal_id(akhir)}"
        assert baca_teks(pendek, 2023).jadwal == terbaca.jadwal


@st.composite
def makna_rentang(draw: st.DrawFn) -> dict[str, Any]:
    pasang = draw(st.sets(st.tuples(hari_rencana, st.integers(0, 400)), min_size=1, max_size=20))
    jendela = {(a, min(a + timedelta(days=n), date(2100, 12, 31))) for a, n in pasang}
    return {"rentang": [[a.isoformat(), b.isoformat()] for a, b in jendela]}


@sifat
@given(
    st.one_of(
        st.sets(hari_rencana, min_size=1, max_size=60).map(lambda s: {"tanggal": [h.isoformat() for h in s]}),
        makna_rentang(),
        rrule(),
        st.sampled_from([{}, {"berkala": True}]),
    ),
    tahun_rencana,
)
def test_makna_ditulis_lalu_dibaca_kembali_sama(makna: dict[str, Any], tahun: int):
    try:
        jadwal = baca_jadwal(makna)
    except Ditolak:
        return
    terbaca = baca_teks(tulis_teks(jadwal), tahun)
    assert terbaca.jadwal is not None, terbaca.alasan
    assert (terbaca.jadwal.jenis, terbaca.kejadian) == (jadwal.jenis, jadwal.kejadian)
    if jadwal.jenis != JenisJadwal.BERULANG:
        assert terbaca.jadwal == jadwal
    stabil(terbaca)


def jadwal_sumber() -> list[tuple[str, Jadwal]]:
    isi = yaml.safe_load(SUMBER.read_text())
    jadwal = [
        aksi.get("jadwal", {})
        for pengungkit in isi["pengungkit"]
        for kerja in pengungkit["rencana_kerja"]
        for aksi in kerja["aksi"]
    ]
    return [(satu.get("teks", ""), baca_jadwal(satu)) for satu in jadwal]


def test_setiap_jadwal_naskah_sumber_dipahami_seperti_artinya():
    sumber = jadwal_sumber()
    assert len(sumber) == 65
    assert [(teks, baca_teks(teks, 2023).jadwal) for teks, _ in sumber] == sumber


def test_setiap_jadwal_naskah_sumber_ditulis_dan_dibaca_kembali():
    makna = [jadwal for _, jadwal in jadwal_sumber()]
    assert [baca_teks(tulis_teks(jadwal), 2031).jadwal for jadwal in makna] == makna


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("a" * 10_000, f'Kata "{"a" * 59}…" tidak dipahami.'),
        ("9" * 10_000, f'Kata "{"9" * 59}…" tidak dipahami.'),
        ("1," * 5_000, "5000 kejadian, paling banyak 500."),
        ("25 Januari 2023; " * 1_000, "1000 kejadian, paling banyak 500."),
        ("setiap tanggal " + "1, " * 5_000, f'Bagian "{("tanggal " + "1, " * 20)[:59]}…" tidak dipahami.'),
        ("1-" * 5_000, f'Bagian "{("-1" * 30)[:59]}…" tidak dipahami.'),
        ("(" * 10_000, 'Bagian "(" tidak dipahami.'),
        ("s.d." * 2_500, 'Bagian "s.d." tidak dipahami.'),
        ("1/1/" * 2_500, 'Kata "/" tidak dipahami.'),
        ("2023-01-" * 1_250, f'Bagian "{("-2023-01" * 8)[:59]}…" tidak dipahami.'),
        ("ke - " * 2_000, 'Kata "ke" tidak dipahami.'),
        ("\u0301" * 10_000, 'Kata "\u0301" tidak dipahami.'),
        ("Senin, " * 1_400, 'Bagian "Senin," tidak dipahami.'),
        ("RRULE:" * 80, "Tulis DTSTART dan RRULE, misalnya DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12."),
        ("DTSTART:" * 2_000, "Aturan sepanjang 15999 huruf; paling banyak 500."),
        ("x" * (BATAS_HURUF + 1), "Terlalu panjang: 20001 huruf, paling banyak 20000."),
    ],
)
def test_teks_jahat_dijawab_dengan_satu_kalimat(teks: str, alasan: str):
    terbaca = baca_teks(teks, 2023)
    assert (terbaca.dipahami, terbaca.alasan, terbaca.teks) == (False, alasan, teks)


@pytest.mark.parametrize("teks", ["\u202e" * 10_000, " " * 10_000, "- " * 5_000, "\x00" * 10_000])
def test_teks_jahat_yang_kosong_tanpa_jadwal(teks: str):
    assert baca_teks(teks, 2023).jadwal == baca_jadwal({})


def test_lima_ratus_jendela_dapat_ditulis_dan_dibaca():
    awal = [date(2000, 9, 26) + timedelta(days=70 * i) for i in range(500)]
    jadwal = baca_jadwal({"rentang": [[h.isoformat(), (h + timedelta(days=365)).isoformat()] for h in awal]})
    assert baca_teks(tulis_teks(jadwal), 2023).jadwal == jadwal
