"""The kind of a required item, from its words."""

import pytest

from rencana_aksi.domain.jenis_bukti import jenis_dari_teks
from rencana_aksi.enums import JenisBukti


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Surat undangan penentuan tim kerja ZI-WBK (26 Januari 2023)", JenisBukti.UNDANGAN),
        ("Undangan Sosialisasi Aturan Disiplin", JenisBukti.UNDANGAN),
        ("Daftar hadir rapat penyusunan rencana kerja", JenisBukti.DAFTAR_HADIR),
        ("Notula penentuan tim kerja", JenisBukti.NOTULA),
        ("Notulensi rapat", JenisBukti.NOTULA),
        ("Dokumentasi penyerahan piagam", JenisBukti.DOKUMENTASI),
        ("Foto penerapan POS", JenisBukti.DOKUMENTASI),
        ("Tangkap layar aplikasi", JenisBukti.DOKUMENTASI),
        ("SK Tim Kerja ZI-WBK", JenisBukti.KEPUTUSAN),
        ("Surat Keputusan Kepala Kantor", JenisBukti.KEPUTUSAN),
        ("Laporan Kinerja Tahun 2022", JenisBukti.LAPORAN),
        ("Berita Acara Penilaian dan dokumentasi wawancara", JenisBukti.LAINNYA),
        ("Tautan instrumen penilaian dan tangkap layar pengumuman", JenisBukti.LAINNYA),
        ("Matriks daftar kendala, permasalahan, dan solusi", JenisBukti.LAINNYA),
        ("Berkas risk register", JenisBukti.LAINNYA),
        ("", JenisBukti.LAINNYA),
    ],
)
def test_jenis_menurut_kata_pertama_yang_berarti(teks: str, jenis: JenisBukti):
    assert jenis_dari_teks(teks) == jenis
