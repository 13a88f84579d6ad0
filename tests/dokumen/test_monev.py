"""What a report says of a period, and as of when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bukti_fisik.domain.bukti import tarik_bukti, terima_bukti
from rencana_aksi.domain.kendala import catat_kendala, ubah_kendala
from rencana_aksi.models import Pelaksanaan
from tests.dokumen.bantu import (
    APRIL,
    FEBRUARI,
    JANUARI,
    KEMUDIAN,
    MARET,
    TRIWULAN_I,
    baris,
    bukti,
    catat,
    di,
    laporan,
    pukul,
    tabel,
)
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.queries.monev.isi import Kolom, dari_json, ke_json, sidik
from zona.organisasi.domain.jejak import catat as catat_jejak

TEPAT, LAMBAT = "tepat waktu", "terlambat 2 hari"


def test_jatuh_tempo_dan_apa_jadinya(kantor: Kantor) -> None:
    """Of pengungkit I–VI each: 1 and 20 Maret. One on time, one late, one moved away, one called off."""
    p = {kode: kantor.pelaksanaan[kode, "a"] for kode in ("I", "II", "III", "IV")}
    catat(kantor, p["I"][0], "selesai", realisasi=date(2023, 3, 1))
    catat(kantor, p["I"][1], "selesai", realisasi=date(2023, 3, 22), catatan="Hujan")
    with pukul(3, 2):
        catat(kantor, p["II"][0], "ditunda", jatuh_tempo=date(2023, 5, 3), alasan="Banjir", hari_ini=date(2023, 3, 2))
        catat(kantor, p["III"][0], "batal", alasan="Digabung")
        catat(kantor, p["IV"][0], "ditunda", jatuh_tempo=date(2023, 3, 9), alasan="Rapat", hari_ini=date(2023, 3, 2))
    isi = laporan(kantor, MARET)
    assert di(isi, "jatuh-tempo", "I") == [
        (date(2023, 3, 1), date(2023, 3, 1), "selesai", TEPAT, "Anggota"),
        (date(2023, 3, 20), date(2023, 3, 22), "selesai", f"{LAMBAT}; Hujan", "Anggota"),
    ]
    assert di(isi, "jatuh-tempo", "II")[0] == (date(2023, 3, 1), None, "ditunda", "menjadi 3 Mei 2023", "")
    assert di(isi, "jatuh-tempo", "III")[0] == (date(2023, 3, 1), None, "batal", "Digabung", "")
    assert di(isi, "jatuh-tempo", "IV")[0] == (
        date(2023, 3, 9), None, "terlambat", "lewat 22 hari; semula 1 Maret 2023", "",
    )  # fmt: skip
    assert len(baris(isi, "jatuh-tempo")) == 12
    assert di(isi, "ditunda", "II") == [(date(2023, 3, 1), date(2023, 5, 3), "Banjir", date(2023, 3, 2), "Ketua")]
    assert di(isi, "batal", "III") == [(date(2023, 3, 1), "Digabung", date(2023, 3, 2), "Ketua")]
    # due in all, on time, late, not done, moved out, called off; done of all that counts, late, evidence, points
    assert baris(isi, "pengungkit")[0] == (
        "I. Manajemen Perubahan", Decimal(5), 2, 1, 1, 0, 0, 0, 2, 4, 0, 2, Decimal("2.50"),
    )  # fmt: skip
    assert tabel(isi, "pengungkit").jumlah.nilai == (
        "Jumlah", Decimal(60), 12, 1, 1, 8, 1, 1, 2, 23, 8, 2, Decimal("2.50"),
    )  # fmt: skip


def test_yang_ditunda_jatuh_tempo_pada_bulan_barunya(kantor: Kantor) -> None:
    p = kantor.pelaksanaan["I", "a"][0]
    with pukul(3, 2):
        catat(kantor, p, "ditunda", jatuh_tempo=date(2023, 4, 5), alasan="Banjir", hari_ini=date(2023, 3, 2))
    assert di(laporan(kantor, APRIL), "jatuh-tempo")[0][:2] == (date(2023, 4, 5), None)
    assert di(laporan(kantor, APRIL), "ditunda") == []
    assert di(laporan(kantor, TRIWULAN_I), "jatuh-tempo")[0][2:4] == ("ditunda", "menjadi 5 April 2023")


def test_yang_tanpa_jadwal_baru_jatuh_tempo_sesudah_diberi_tanggal(kantor: Kantor) -> None:
    """Postponed to its first date it is a postponement; given one it is not."""
    ditunda, diberi = kantor.pelaksanaan["I", "b"][0], kantor.pelaksanaan["II", "b"][0]
    with pukul(4, 3):
        catat(kantor, ditunda, "ditunda", jatuh_tempo=date(2023, 4, 20), alasan="Banjir", hari_ini=date(2023, 4, 3))
        catat_jejak(
            satker_id=kantor.satker.pk, oleh=None, tindakan="memberi tanggal pelaksanaan", objek=diberi,
            sebelum={"jatuh_tempo": None, "mulai": None},
            sesudah={"jatuh_tempo": date(2023, 3, 9), "mulai": date(2023, 3, 9)},
        )  # fmt: skip
        Pelaksanaan.objects.filter(pk=diberi.pk).update(mulai=date(2023, 3, 9), jatuh_tempo=date(2023, 3, 9))
    april = laporan(kantor, APRIL)
    assert di(april, "ditunda") == [(None, date(2023, 4, 20), "Banjir", date(2023, 4, 3), "Ketua")]
    assert (di(april, "ditunda", "II"), di(april, "terlambat", "II")[2][0]) == ([], date(2023, 3, 9))
    assert [n[0] for n in di(laporan(kantor, MARET), "jatuh-tempo", "II")] == [date(2023, 3, 1), date(2023, 3, 20)]


def test_selesai_dihitung_dari_tanggal_realisasinya_bukan_pencatatannya(kantor: Kantor) -> None:
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    with pukul(4, 6):
        catat(kantor, satu, "selesai", realisasi=date(2023, 3, 31))
        catat(kantor, dua, "selesai", realisasi=date(2023, 4, 1))
    maret, april = laporan(kantor, MARET), laporan(kantor, APRIL)
    assert [n[1:4] for n in di(maret, "jatuh-tempo")] == [
        (date(2023, 3, 31), "selesai", "terlambat 30 hari"),
        (None, "terlambat", "lewat 11 hari"),
    ]
    assert di(april, "susulan") == [
        (date(2023, 3, 20), date(2023, 4, 1), "susulan, terlambat 12 hari", "Anggota"),
    ]
    assert [baris(i, "perbandingan")[0][1:] for i in (maret, april)] == [(0, 1, "+1"), (1, 2, "+1")]


def test_keputusan_dihitung_sejak_dicatat(kantor: Kantor) -> None:
    """Moved and called off in April, at its first minute: in March it was neither."""
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    with pukul(4, 1, 0, 0):
        catat(kantor, satu, "ditunda", jatuh_tempo=date(2023, 5, 3), alasan="Banjir", hari_ini=date(2023, 4, 1))
        catat(kantor, dua, "batal", alasan="Digabung")
    maret, april = laporan(kantor, MARET), laporan(kantor, APRIL)
    assert [n[2:4] for n in di(maret, "jatuh-tempo")] == [
        ("terlambat", "lewat 30 hari"),
        ("terlambat", "lewat 11 hari"),
    ]
    assert (di(maret, "ditunda"), di(maret, "batal")) == ([], [])
    assert [len(di(april, kode)) for kode in ("ditunda", "batal", "terlambat")] == [1, 1, 0]
    with pukul(3, 31, 23, 59):
        catat(kantor, kantor.pelaksanaan["II", "a"][0], "batal", alasan="Digabung")
    assert len(di(laporan(kantor, MARET), "batal", "II")) == 1


def test_yang_dicabut_kembali_tidak_pernah_selesai(kantor: Kantor) -> None:
    """Recorded as done in March by mistake, taken back in April."""
    p = kantor.pelaksanaan["I", "a"][0]
    with pukul(3, 1):
        catat(kantor, p, "selesai", realisasi=date(2023, 3, 1))
    with pukul(4, 3):
        catat(kantor, p, "belum")
    assert di(laporan(kantor, MARET), "jatuh-tempo")[0][1:4] == (None, "terlambat", "lewat 30 hari; sedang berjalan")


def test_periode_berjalan_dilaporkan_per_hari_ini(kantor: Kantor) -> None:
    isi = laporan(kantor, MARET, HARI_INI)
    assert isi.per == HARI_INI
    assert [n[2:4] for n in di(isi, "jatuh-tempo")] == [("terlambat", "lewat 14 hari"), ("belum", "")]
    assert [k.judul for k in tabel(isi, "perbandingan").kolom] == [
        "Ukuran",
        "Per 28 Feb 2023",
        "Per 15 Mar 2023",
        "Selisih",
    ]


def test_masih_terlambat_dan_tanpa_jadwal(kantor: Kantor) -> None:
    catat(kantor, kantor.pelaksanaan["I", "b"][0], "selesai", realisasi=date(2023, 4, 7))
    catat(kantor, kantor.pelaksanaan["I", "a"][2], "selesai", realisasi=date(2023, 3, 30))
    april, maret = laporan(kantor, APRIL), laporan(kantor, MARET)
    assert di(april, "terlambat") == [
        (date(2023, 3, 1), "lewat 60 hari", "Anggota"),
        (date(2023, 3, 20), "lewat 41 hari", "Anggota"),
    ]
    assert di(april, "susulan") == [(None, date(2023, 4, 7), "tanpa jadwal", "")]
    assert di(maret, "susulan") == [(date(2023, 4, 10), date(2023, 3, 30), "lebih awal 11 hari", "Anggota")]


def test_bukti_kurang_dari_yang_selesai(kantor: Kantor) -> None:
    satu, dua, tiga = kantor.pelaksanaan["I", "a"]
    catat(kantor, satu, "selesai", realisasi=date(2023, 3, 1))
    with pukul(3, 2):
        notula = bukti(kantor, "tiap", satu)
    with pukul(3, 31, 23):
        terima_bukti(bukti=notula, oleh=kantor.orang["ketua"])
    catat(kantor, dua, "selesai", realisasi=date(2023, 3, 20))
    with pukul(3, 21):
        bukti(kantor, "tiap", dua)
    assert di(laporan(kantor, MARET), "bukti") == [(date(2023, 3, 20), 1, "Notula rapat: menunggu verifikasi")]
    catat(kantor, tiga, "selesai", realisasi=date(2023, 4, 10))
    catat(kantor, kantor.pelaksanaan["I", "b"][0], "selesai", realisasi=date(2023, 4, 11))
    isi = laporan(kantor, APRIL)
    assert [n for n in baris(isi, "bukti") if str(n[0]).startswith("I.")] == [
        ("I.1.a", "Aksi I.1.a", date(2023, 3, 20), 1, "Notula rapat: menunggu verifikasi"),
        ("I.1.a", "Aksi I.1.a", date(2023, 4, 10), 1, "Notula rapat: belum ada"),
        ("I.1.a", "Aksi I.1.a", date(2023, 4, 10), 1, "Surat keputusan: belum ada"),
        ("I.1", "Kerja I.1 (seluruh rencana kerja)", date(2023, 4, 11), 1, "Laporan kegiatan: belum ada"),
    ]
    assert [b.aksi for b in tabel(isi, "bukti").baris][-1] is None


def test_bukti_dihitung_dari_hari_diputuskan(kantor: Kantor) -> None:
    """Uploaded in March, accepted at the first minute of April, withdrawn in May."""
    with pukul(3, 2):
        sk = bukti(kantor, "aksi")
    with pukul(4, 1, 0, 0):
        terima_bukti(bukti=sk, oleh=kantor.orang["ketua"])
    with pukul(5, 2):
        tarik_bukti(bukti=sk, alasan="Keliru", oleh=kantor.orang["ketua"])
    terpenuhi = [baris(laporan(kantor, p), "perbandingan")[4] for p in (MARET, APRIL, APRIL.sesudah)]
    assert terpenuhi == [
        ("Bukti fisik terpenuhi", 0, 0, "tetap"),
        ("Bukti fisik terpenuhi", 0, 1, "+1"),
        ("Bukti fisik terpenuhi", 1, 0, "−1"),
    ]


def test_kendala_sebulan_dan_tindak_lanjutnya(kantor: Kantor) -> None:
    isi = {"uraian": "Dana kurang", "tindak_lanjut": "Revisi DIPA", "hari_ini": date(2023, 12, 31), "oleh": None}
    with pukul(2, 3):
        dana = catat_kendala(
            aksi=kantor.aksi["I", "a"], uraian="Dana kurang", dampak="Tertunda", oleh=None, tenggat=date(2023, 2, 20),
            penanggung_jawab=kantor.orang["anggota"],
        )  # fmt: skip
    with pukul(3, 3):
        ubah_kendala(kendala=dana, status="ditindaklanjuti", penanggung_jawab=kantor.orang["ketua"], **isi)
    with pukul(4, 20):
        ubah_kendala(kendala=dana, status="selesai", selesai_pada=date(2023, 4, 4), **isi)
    assert di(laporan(kantor, JANUARI), "kendala") == []
    assert di(laporan(kantor, FEBRUARI), "kendala") == [
        ("Dana kurang", "Tertunda", "", "Anggota", date(2023, 2, 20), "terbuka", "lewat tenggat")
    ]
    assert di(laporan(kantor, MARET), "kendala") == [
        ("Dana kurang", "", "Revisi DIPA", "Ketua", None, "ditindaklanjuti", "")
    ]
    assert di(laporan(kantor, APRIL), "kendala")[0][-2:] == ("selesai", "selesai 4 April 2023")
    assert di(laporan(kantor, APRIL.sesudah), "kendala") == []
    assert [baris(laporan(kantor, p), "perbandingan")[-1][1:] for p in (FEBRUARI, APRIL)] == [
        (0, 1, "+1"),
        (1, 0, "−1"),
    ]


def test_triwulan_bermatriks_kendala_dan_prognosis(kantor: Kantor) -> None:
    catat_kendala(aksi=kantor.aksi["II", "a"], uraian="Dana kurang", dampak="Tertunda", oleh=None)
    isi = laporan(kantor, TRIWULAN_I, HARI_INI)
    assert [t.kode for t in isi.tabel] == [
        "perbandingan", "pengungkit", "jatuh-tempo", "terlambat", "susulan", "ditunda", "batal", "bukti", "kendala",
        "prognosis", "mendatang",
    ]  # fmt: skip
    kendala = tabel(isi, "kendala")
    assert kendala.judul == "Matriks daftar kendala, permasalahan, dan solusi"
    assert [k.judul for k in kendala.kolom][2:5] == ["Kendala", "Permasalahan", "Solusi"]
    assert tabel(isi, "prognosis").judul == "Matriks prognosis Triwulan II"
    assert baris(isi, "prognosis")[1] == (
        "II. Penataan Tata Laksana", 0, 1, 1, "2 dari 4", 1,
        "1 pelaksanaan akan jatuh tempo. 1 yang terlambat perlu diselesaikan lebih dahulu. 1 kendala belum selesai.",
    )  # fmt: skip
    assert di(isi, "mendatang", "II") == [(date(2023, 4, 10), "belum", "")]
    assert [t.kode for t in laporan(kantor, MARET, HARI_INI).tabel][-1] == "kendala"


def test_kalimat_bawaan(kantor: Kantor) -> None:
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "selesai", realisasi=date(2023, 3, 1))
    isi = laporan(kantor, MARET)
    assert isi.kesimpulan.splitlines() == [
        "Sampai dengan 31 Maret 2023, 1 dari 24 pelaksanaan rencana aksi selesai (4,17 persen), bertambah 1 sejak "
        "28 Februari 2023; capaian rencana aksi 1,25 dari bobot 60.",
        "Dari 12 pelaksanaan yang jatuh tempo pada Maret 2023, 1 selesai tepat waktu dan 11 belum selesai.",
        "Bukti fisik terpenuhi 0 dari 30; 1 butir milik kegiatan yang sudah selesai belum diterima.",
    ]
    assert isi.rekomendasi.splitlines() == [
        "Menyelesaikan 11 pelaksanaan yang terlambat: pengungkit I (1), II (2), III (2), IV (2), V (2), dan VI (2).",
        "Melengkapi 1 bukti fisik kegiatan yang sudah selesai: pengungkit I (1).",
        "Menyiapkan 6 pelaksanaan yang jatuh tempo pada April 2023: "
        "pengungkit I (1), II (1), III (1), IV (1), V (1), dan VI (1).",
    ]
    assert laporan(kantor, JANUARI).kesimpulan.splitlines()[1] == (
        "Tidak ada pelaksanaan yang jatuh tempo pada Januari 2023."
    )


def test_penanda_tangan_dan_peserta(kantor: Kantor) -> None:
    isi = laporan(kantor, MARET)
    assert (isi.ketua.nama, isi.kepala.nama, isi.kepala.nip) == ("Ketua", "Kepala", kantor.orang["kepala"].nip)
    assert isi.peserta.splitlines()[:3] == [
        "Kepala (Penanggung Jawab)", "Ketua (Ketua)", "Koordinator I (Koordinator Tim I)",
    ]  # fmt: skip


def test_isi_ke_json_dan_kembali(kantor: Kantor) -> None:
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "selesai", realisasi=date(2023, 3, 1))
    isi = replace(laporan(kantor, TRIWULAN_I), tanggal_rapat=KEMUDIAN, versi=2, tanggal=KEMUDIAN)
    assert dari_json(ke_json(isi)) == isi
    lain = replace(isi, tabel=(*isi.tabel[:-1], replace(isi.tabel[-1], kolom=(Kolom("x"),))))
    assert sidik(ke_json(isi)) == sidik(ke_json(dari_json(ke_json(isi)))) != sidik(ke_json(lain))
