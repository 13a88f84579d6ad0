"""The demo plan in the layouts that offices use comes back as the demo plan, whatever the layout."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.impor.lembar_lama import CORAK, KATA, Tata, baca_usulan, harapan, hitung, naskah_contoh, terbaca, tulis
from zona.impor.isi import AKSI, KERJA, SYARAT, dari_json, ke_json

NASKAH = naskah_contoh()
PENUH = {"kerja": 39, "aksi": 65, "jadwal": 65, "bukti": 173, "bukti_teks": 173}


@pytest.mark.parametrize("nama", CORAK)
def test_layout_gives_the_plan_back(nama: str) -> None:
    tata = CORAK[nama]
    hasil = baca_usulan(tulis(NASKAH, tata))
    assert hitung(NASKAH, hasil.isi, tata) == PENUH
    assert terbaca(hasil.isi, tata) == harapan(NASKAH, tata)
    assert hasil.isi.memuat == {KERJA, AKSI, SYARAT}
    assert hasil.tanpa_area == []
    assert dari_json(ke_json(hasil.isi)) == hasil.isi


@pytest.mark.parametrize("nama", CORAK)
def test_every_row_is_read_or_told(nama: str) -> None:
    """Nothing of the sheet goes unsaid: titles, totals, empty rows and the signature block have their reason."""
    hasil = baca_usulan(tulis(NASKAH, CORAK[nama]))
    alasan = {x.alasan for x in hasil.lewat}
    assert alasan <= {"di atas judul kolom", "baris jumlah", "blok tanda tangan", "kosong", "nomor kolom"}
    if CORAK[nama].riuh:
        assert {"di atas judul kolom", "baris jumlah", "blok tanda tangan", "kosong"} <= alasan
        jumlah = [x.teks for x in hasil.lewat if x.alasan == "baris jumlah"]
        assert set(jumlah) == {"JUMLAH 39"}


def test_unnumbered_row_stays_unnumbered() -> None:
    hasil = baca_usulan(tulis(NASKAH, Tata()))
    tanpa = [k.uraian for p in hasil.isi.pengungkit for k in p.kerja if not k.bernomor]
    assert tanpa == [k.uraian for p in NASKAH.pengungkit for k in p.kerja if k.nomor is None]
    assert len(tanpa) == 1


def test_words_of_schedules_stay_the_authors() -> None:
    hasil = baca_usulan(tulis(NASKAH, Tata()))
    kata = [a.jadwal_teks for p in hasil.isi.pengungkit for k in p.kerja for a in k.aksi]
    assert kata == [a.jadwal_teks for p in NASKAH.pengungkit for k in p.kerja for a in k.aksi]


def test_people_are_read_as_written() -> None:
    hasil = baca_usulan(tulis(NASKAH, Tata(orang="Siti Aminah, S.Pd.")))
    assert {a.penanggung_jawab for p in hasil.isi.pengungkit for k in p.kerja for a in k.aksi} == {"Siti Aminah, S.Pd."}


def tata_sah(tata: Tata) -> bool:
    """Layouts that contradict themselves: several actions in a cell have no letters or dates of their own; a row merged
    over all columns leaves none for the pengungkit; without numbers one column has no levels."""
    if tata.aksi == "sel" and (tata.waktu != "teks" or tata.bukti != "kerja" or tata.kerja in ("baris", "satu")):
        return False
    if (tata.kerja == "satu" and tata.huruf != "teks") or (tata.kerja == "baris" and tata.area == "kolom"):
        return False
    return not (tata.bukti == "kerja" and tata.kerja in ("baris", "satu"))


CORAK_APA_PUN = st.builds(
    Tata,
    area=st.sampled_from(["baris", "kolom", "lembar", "judul"]),
    kerja=st.sampled_from(["gabung", "sekali", "ulang", "baris", "satu"]),
    huruf=st.sampled_from(["kolom", "teks", "tanpa"]),
    aksi=st.sampled_from(["baris", "sel"]),
    bukti=st.sampled_from(["kerja", "aksi", "baris"]),
    waktu=st.sampled_from(["teks", "tanggal", "bulan", "warna"]),
    kata=st.integers(0, len(KATA) - 1),
    riuh=st.booleans(),
).filter(tata_sah)


KECIL = replace(NASKAH, pengungkit=tuple(replace(p, kerja=p.kerja[1:4]) for p in NASKAH.pengungkit))


@settings(max_examples=30)
@given(CORAK_APA_PUN)
def test_any_layout_gives_the_same_plan(tata: Tata) -> None:
    hasil = baca_usulan(tulis(KECIL, tata))
    assert terbaca(hasil.isi, tata) == harapan(KECIL, tata)
