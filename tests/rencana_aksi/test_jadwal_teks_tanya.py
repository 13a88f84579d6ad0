"""What recurs but is not clear: asked, never guessed; and bounds."""

import pytest

from rencana_aksi.domain.jadwal_teks import baca_teks


@pytest.mark.parametrize(
    ("teks", "alasan", "kata"),
    [
        (
            "setiap",
            '"setiap": setiap apa? Tulis misalnya setiap bulan, setiap Senin, atau setiap tanggal 5.',
            ("setiap",),
        ),
        (
            "setiap 25 Januari",
            '"setiap 25 Januari": setiap apa? Tulis misalnya setiap bulan, setiap Senin, atau setiap tanggal 5.',
            ("setiap 25 Januari",),
        ),
        (
            "setiap tanggal 31",
            "Tanggal 31 tidak ada pada Februari 2023; tulis hari terakhir setiap bulan, atau sebut bulan-bulannya.",
            (),
        ),
        (
            "setiap tanggal 26–30",
            "Tanggal 30 tidak ada pada Februari 2023; tulis hari terakhir setiap bulan, atau sebut bulan-bulannya.",
            (),
        ),
        ("setiap Rabu–Senin", 'Bagian "Rabu–Senin" tidak dipahami.', ("Rabu–Senin",)),
        (
            "setiap minggu pertama dan pertama",
            'Bagian "minggu pertama dan pertama" tidak dipahami.',
            ("minggu pertama dan pertama",),
        ),
        ("setiap tanggal 32", 'Bagian "tanggal 32" tidak dipahami.', ("tanggal 32",)),
        ("setiap minggu kelima", "Minggu kelima tidak ada di setiap bulan.", ("minggu kelima",)),
        ("setiap Senin kelima", "Hari ke berapa dalam bulan: pertama sampai keempat, atau terakhir.", ()),
        ("setiap Rabu minggu kedua", '"minggu kedua" menyebut waktu yang kedua.', ("minggu kedua",)),
        ("dua kali setahun", '"dua kali" belum menyebut kapan.', ("dua kali",)),
        (
            "setiap bulan hari Senin",
            "Satuan dan waktunya tidak cocok: hari untuk minggu, tanggal atau minggu ke berapa untuk bulan.",
            (),
        ),
        ("setiap bulan setiap triwulan", '"triwulan" bertentangan dengan satuan yang sudah disebut.', ("triwulan",)),
        ("setiap triwulan tanggal 5", "Bulan yang mana? Tulis bulannya, atau bulan berikutnya.", ()),
        ("setiap akhir triwulan", '"akhir triwulan" belum jelas; tulis bulannya.', ("akhir triwulan",)),
        ("setiap akhir", '"akhir" apa? Tulis misalnya akhir bulan.', ("akhir",)),
        ("setiap dua minggu hari Senin", "Mulai kapan? Tulis misalnya mulai Februari.", ()),
        (
            "setiap dua bulan tanggal 5 selama 6 Januari–31 Maret 2023",
            "Mulai bulan apa? Jangka waktunya mulai sesudah tanggal itu.",
            (),
        ),
        ("setiap 2 hari", "Mulai kapan? Tulis misalnya mulai Februari.", ()),
        (
            "setiap 5 bulan",
            "Jangka waktunya harus kelipatan utuh dari 5 bulan; tulis bulan awal dan akhirnya.",
            (),
        ),
        (
            "setiap triwulan selama Februari–Juli 2023",
            "Jangka waktunya harus kelipatan utuh dari 3 bulan; tulis bulan awal dan akhirnya.",
            (),
        ),
        (
            "setiap bulan berikutnya",
            'Sesudah "bulan berikutnya" tulis kapan, misalnya minggu pertama atau tanggal 5.',
            ("bulan berikutnya",),
        ),
        (
            "setiap tanggal 7 Januari–8 Februari 2023",
            '"setiap tanggal 7 Januari–8 Februari 2023" belum jelas; tulis "selama" di depan jangka waktunya.',
            ("setiap tanggal 7 Januari–8 Februari 2023",),
        ),
        (
            "setiap tanggal 5, 2 Januari 2023",
            '"tanggal 5, 2 Januari" belum jelas; tulis "selama" di depan jangka waktunya.',
            ("tanggal 5, 2 Januari",),
        ),
        (
            "setiap bulan mulai Maret 2024",
            '"mulai Maret 2024" di luar 2023, tahun rencana; tulis kedua ujungnya.',
            (),
        ),
        ("setiap Senin selama 3–5 Januari 2023", "Tidak menghasilkan satu tanggal pun.", ()),
        ("setiap akhir bulan selama 1–5 Januari 2023", "Tidak ada satu pun di dalam jangka waktunya.", ()),
        ("setiap 60 minggu", "60 minggu terlalu lama; paling banyak 52.", ()),
        ("setiap 0 bulan", 'Bagian "0 bulan" tidak dipahami.', ("0 bulan",)),
        ("setiap bulan, kecuali Juli", 'Kata "kecuali" tidak dipahami.', ("kecuali",)),
        ("setiap hari Senin pukul 08.00", 'Kata "pukul" tidak dipahami.', ("pukul",)),
        ("setiap hari selama 2022–2023", "Lebih dari 500 kejadian.", ()),
        ("setiap Senin selama 2010–2030", "Berakhir lebih dari 10 tahun sesudah mulai.", ()),
        ("setiap bulan selama 2001–2099", "1188 kejadian, paling banyak 500.", ()),
    ],
)
def test_yang_belum_jelas_ditanyakan(teks: str, alasan: str, kata: tuple[str, ...]):
    terbaca = baca_teks(teks, 2023)
    assert (terbaca.dipahami, terbaca.alasan, terbaca.kata) == (False, alasan, kata)
