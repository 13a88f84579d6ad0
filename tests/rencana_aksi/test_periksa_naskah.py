"""A plan's content checked whole: every problem with its path and reason."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rencana_aksi.domain.periksa_naskah import periksa_naskah
from rencana_aksi.enums import JenisBukti, JenisJadwal
from tests.rencana_aksi.naskah import naskah

Isi = dict[str, Any]


def kerja(isi: Isi) -> Isi:
    return isi["pengungkit"][3]["rencana_kerja"][0]


def masalah(isi: Any) -> list[str]:
    return [str(m) for m in periksa_naskah(isi)[1]]


def test_naskah_benar_terbaca_seluruhnya():
    terbaca, salah = periksa_naskah(naskah(nomor_sk=" 12/SK/2024 ", tanggal_sk="2024-01-02", instrumen="uji"))
    assert salah == []
    assert (terbaca.tahun, terbaca.nomor_sk, terbaca.tanggal_sk) == (2024, "12/SK/2024", date(2024, 1, 2))
    assert terbaca.hasil == (Decimal(20), Decimal(20))
    satu = terbaca.pengungkit[2]
    assert (satu.kode, satu.bobot, satu.program, satu.jalur) == ("III", 15, ("Program III",), "pengungkit[2]")
    baris = satu.kerja[0]
    assert [(a.huruf, a.jadwal_teks, a.jadwal.jenis) for a in baris.aksi] == [
        ("a", "25 Januari 2024", JenisJadwal.TANGGAL),
        ("b", "", JenisJadwal.TANPA),
    ]
    assert [(s.teks, s.jenis, s.aksi, s.tiap_pelaksanaan) for s in baris.syarat] == [
        ("Notula", JenisBukti.NOTULA, 0, True),
        ("Tangkap layar", JenisBukti.DOKUMENTASI, 1, False),
        ("Laporan kegiatan", JenisBukti.LAPORAN, None, False),
    ]


def test_tanggal_dari_yaml_atau_teks_sama_saja():
    isi = naskah(tanggal_sk=date(2024, 1, 2))
    kerja(isi)["aksi"][0]["jadwal"]["tanggal"] = [date(2024, 1, 25)]
    assert periksa_naskah(isi) == periksa_naskah(naskah(tanggal_sk="2024-01-02"))


def test_baris_tanpa_nomor_dan_bobot_pecahan_diterima():
    isi = naskah()
    kerja(isi)["nomor"] = None
    isi["pengungkit"][3]["bobot"] = 17.5
    terbaca, salah = periksa_naskah(isi)
    assert salah == []
    assert (terbaca.pengungkit[3].bobot, terbaca.pengungkit[3].kerja[0].nomor) == (Decimal("17.5"), None)


def test_tiap_pelaksanaan_tanpa_aksi_menjadi_milik_aksi_tunggal():
    isi = naskah()
    kerja(isi)["aksi"].pop()
    kerja(isi)["bukti"] = [{"teks": "Notula", "tiap_pelaksanaan": True}]
    terbaca, salah = periksa_naskah(isi)
    assert salah == []
    assert terbaca.pengungkit[3].kerja[0].syarat[0].aksi == 0


J = "pengungkit[3].rencana_kerja[0]"
TANGGAL = '"{}" bukan tanggal; tulis tahun-bulan-hari, misalnya 2023-01-25'
SALAH: list[tuple[Callable[[Isi], Any], list[str]]] = [
    (
        lambda i: i["pengungkit"][3].update(kode="VII"),
        ['pengungkit[3].kode: pengungkit "VII" tidak dikenal; yang dikenal: I, II, III, IV, V, VI'],
    ),
    (
        lambda i: i["pengungkit"][3].update(kode="III"),
        ["pengungkit[3].kode: pengungkit III ditulis dua kali", "pengungkit: pengungkit IV tidak ada"],
    ),
    (lambda i: i["pengungkit"].pop(), ["pengungkit: pengungkit VI tidak ada"]),
    (lambda i: i.update(pengungkit=[]), ["pengungkit: harus berupa daftar yang berisi"]),
    (lambda i: i.pop("hasil"), ['kunci "hasil" tidak ada']),
    (lambda i: i.update(tahun="2024"), ["tahun: harus bilangan bulat 2000 sampai 2100"]),
    (lambda i: i.update(tanggal_sk="2023-02-30"), ["tanggal_sk: " + TANGGAL.format("2023-02-30")]),
    (lambda i: i["hasil"][1].update(bobot=0), ['hasil[1].bobot: "0" bukan bobot; tulis angka di atas 0 sampai 100']),
    (
        lambda i: i["pengungkit"][0].update(bobot=True),
        ['pengungkit[0].bobot: "True" bukan bobot; tulis angka di atas 0 sampai 100'],
    ),
    (
        lambda i: i["pengungkit"][0].update(program_prioritas=["x", ""]),
        ["pengungkit[0].program_prioritas[1]: harus berupa teks, paling banyak 5000 huruf"],
    ),
    (
        lambda i: kerja(i).update(uraiam="x"),
        [f'{J}: kunci "uraiam" tidak dikenal; yang dikenal: nomor, uraian, aksi, bukti, janggal'],
    ),
    (lambda i: kerja(i).pop("uraian"), [f'{J}: kunci "uraian" tidak ada']),
    (lambda i: kerja(i).update(uraian=" "), [f"{J}.uraian: harus berupa teks"]),
    (lambda i: kerja(i).update(uraian="x" * 5001), [f"{J}.uraian: terlalu panjang: 5001 huruf, paling banyak 5000"]),
    (lambda i: kerja(i).update(nomor=0), [f"{J}.nomor: harus bilangan bulat 1 sampai 999"]),
    (
        lambda i: i["pengungkit"][3]["rencana_kerja"].append({**kerja(i)}),
        ["pengungkit[3].rencana_kerja[1].nomor: nomor 1 ditulis dua kali dalam pengungkit ini"],
    ),
    (lambda i: kerja(i).update(aksi=[], bukti=[]), [f"{J}.aksi: harus berupa daftar yang berisi"]),
    (lambda i: kerja(i)["aksi"].append("x"), [f"{J}.aksi[2]: harus berupa pasangan kunci dan nilai"]),
    (
        lambda i: kerja(i)["aksi"][1].update(kode="a") or kerja(i)["bukti"].pop(1),
        [f"{J}.aksi[1].kode: huruf a ditulis dua kali dalam rencana kerja ini"],
    ),
    (
        lambda i: kerja(i)["aksi"].append({"uraian": "x", "kode": "3"}),
        [f'{J}.aksi[2].kode: "3" harus satu atau dua huruf kecil'],
    ),
    (
        lambda i: kerja(i)["aksi"][0]["jadwal"].update(tanggal=["2024-02-30"]),
        [f"{J}.aksi[0].jadwal.tanggal[0]: " + TANGGAL.format("2024-02-30")],
    ),
    (
        lambda i: kerja(i)["aksi"][0].update(jadwal={"teks": "x", "rentang": [["2024-02-02", "2024-02-01"]]}),
        [f"{J}.aksi[0].jadwal.rentang[0]: berakhir 2024-02-01, sebelum mulainya 2024-02-02"],
    ),
    (
        lambda i: kerja(i)["aksi"][0].update(jadwal={"teks": "x", "rrule": "DTSTART:20240101\nRRULE:FREQ=DAILY"}),
        [f"{J}.aksi[0].jadwal.rrule: harus berakhir: tulis COUNT atau UNTIL, salah satu"],
    ),
    (
        lambda i: kerja(i)["aksi"][0].update(jadwal={"tanggal": ["2024-01-25"], "tangal": 1}),
        [
            f'{J}.aksi[0].jadwal: kunci "tangal" tidak dikenal; yang dikenal: teks, tanggal, rentang, rrule, berkala, '
            "lama_hari",
            f'{J}.aksi[0].jadwal: kunci "teks" tidak ada',
        ],
    ),
    (
        lambda i: kerja(i)["bukti"][0].update(aksi="z"),
        [f'{J}.bukti[0].aksi: aksi "z" tidak ada dalam rencana kerja ini'],
    ),
    (
        lambda i: kerja(i)["bukti"][0].pop("aksi"),
        [f'{J}.bukti[0].tiap_pelaksanaan: sebut "aksi"-nya: rencana kerja ini tidak beraksi tunggal'],
    ),
    (
        lambda i: kerja(i)["bukti"][0].update(tiap_pelaksanaan="ya"),
        [f"{J}.bukti[0].tiap_pelaksanaan: harus true atau false"],
    ),
]


@pytest.mark.parametrize(("rusak", "alasan"), SALAH)
def test_satu_masalah_disebut_dengan_jalur_dan_alasan(rusak: Callable[[Isi], Any], alasan: list[str]):
    isi = naskah()
    rusak(isi)
    assert masalah(isi) == alasan


def test_semua_masalah_disebut_sekaligus():
    isi = naskah(tahun=1)
    isi["pengungkit"][0]["kode"] = "X"
    kerja(isi)["nomor"] = -1
    kerja(isi)["aksi"][0]["jadwal"] = {"teks": "x", "tanggal": ["2024-13-01", "2024-02-30"]}
    isi["hasil"][0]["bobot"] = "dua puluh"
    assert [m.split(":")[0] for m in masalah(isi)] == [
        "tahun",
        "pengungkit[0].kode",
        f"{J}.nomor",
        f"{J}.aksi[0].jadwal.tanggal[0]",
        f"{J}.aksi[0].jadwal.tanggal[1]",
        "hasil[0].bobot",
    ]


def test_daftar_terlalu_panjang_ditolak_tanpa_dibaca():
    isi = naskah()
    isi["pengungkit"][3]["rencana_kerja"] *= 1001
    assert masalah(isi) == ["pengungkit[3].rencana_kerja: 1001 butir, paling banyak 1000"]
