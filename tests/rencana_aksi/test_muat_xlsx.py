"""The exported workbook loaded again: the same plan; what people change in it; what they break, told by cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.muat_xlsx import baca_xlsx_rencana, muat_rencana_xlsx
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.tulis_naskah import baris_rencana
from rencana_aksi.enums import JenisJadwal, Status
from rencana_aksi.models import Rencana, RencanaAksi
from tests.contoh import Contoh
from tests.pabrik import HARI_INI, Kantor
from zona.organisasi.models import Satker

Ubah = Callable[[dict[str, Worksheet]], None]


@pytest.fixture
def buku(kantor: Kantor, tmp_path: Path) -> Path:
    """The office's workbook. Its sheet Seluruhnya: I.a on rows 2–4, I.b on 5, II.a on 6–8 …"""
    berkas = tmp_path / "rencana.xlsx"
    call_command("ekspor_rencana", satker="UJI", tahun=2023, format="xlsx", keluaran=str(berkas), verbosity=0)
    return berkas


@pytest.fixture
def baru(db: None) -> Satker:
    return Satker.objects.create(kode="BARU", nama="Kantor Baru")


def sunting(berkas: Path, ubah: Ubah) -> Path:
    isi = load_workbook(berkas)
    ubah({k.title: k for k in isi.worksheets})
    isi.save(berkas)
    return berkas


def isi_sel(lembar: str, **sel: Any) -> Ubah:
    """An edit: these cells of that sheet."""

    def ubah(buku: dict[str, Worksheet]) -> None:
        for alamat, nilai in sel.items():
            buku[lembar][alamat] = nilai

    return ubah


def muat(berkas: Path, satker: Satker) -> Rencana:
    muat_rencana_xlsx(berkas=berkas, satker=satker, oleh=None)
    return Rencana.objects.get(satker=satker)


def rencana_saja(rencana: Rencana) -> list[tuple[Any, ...]]:
    """The plan's rows without who is penanggung jawab: the workbook does not carry accounts."""
    return [baris[:-1] if baris[0] == "aksi" else baris for baris in baris_rencana(rencana)]


def masalah(berkas: Path, satker: Satker) -> list[str]:
    with pytest.raises(Ditolak) as galat:
        muat(berkas, satker)
    assert not Rencana.objects.filter(satker=satker).exists()
    return [str(m) for m in galat.value.masalah]


def test_exported_workbook_loads_as_the_same_plan(kantor: Kantor, buku: Path, baru: Satker) -> None:
    rencana = muat(buku, baru)
    assert rencana_saja(rencana) == rencana_saja(kantor.rencana)
    assert (rencana.nomor_sk, rencana.tanggal_sk, rencana.tempat) == ("1/UJI/2023", date(2023, 2, 1), "Mataram")
    assert muat_rencana_xlsx(berkas=buku, satker=baru, oleh=None).berubah is False


def test_workbook_of_the_demo_plan_loads_as_the_same_plan(contoh: Contoh, tmp_path: Path, baru: Satker) -> None:
    berkas = tmp_path / "rencana.xlsx"
    call_command("ekspor_rencana", satker="KBNTB", tahun=2023, format="xlsx", keluaran=str(berkas), verbosity=0)
    call_command("muat_rencana", str(berkas), satker="BARU", verbosity=0)
    assert rencana_saja(Rencana.objects.get(satker=baru)) == rencana_saja(contoh.rencana)


def test_postponed_dates_do_not_become_the_plan(kantor: Kantor, tmp_path: Path, baru: Satker, ketua: Any) -> None:
    pelaksanaan = kantor.pelaksanaan["I", "a"][0]
    tunda = {"status": Status.DITUNDA, "jatuh_tempo": date(2023, 5, 1), "alasan": "Pindah"}
    catat_status(pelaksanaan=pelaksanaan, hari_ini=HARI_INI, oleh=ketua, **tunda)
    berkas = tmp_path / "tunda.xlsx"
    call_command("ekspor_rencana", satker="UJI", tahun=2023, format="xlsx", keluaran=str(berkas), verbosity=0)
    assert load_workbook(berkas)["Seluruhnya"]["H2"].value.date() == date(2023, 5, 1)
    assert rencana_saja(muat(berkas, baru)) == rencana_saja(kantor.rencana)


def aksi(rencana: Rencana, uraian: str) -> RencanaAksi:
    return RencanaAksi.objects.get(rencana_kerja__pengungkit__rencana=rencana, uraian=uraian)


def test_changed_dates_change_the_schedule(buku: Path, baru: Satker) -> None:
    rencana = muat(
        sunting(buku, isi_sel("Seluruhnya", G2=date(2023, 3, 2), H2=date(2023, 3, 3), H5=date(2023, 6, 1))), baru
    )
    rentang = aksi(rencana, "Aksi I.1.a")
    assert (rentang.jadwal_jenis, rentang.jadwal_makna["rentang"][0]) == (
        JenisJadwal.RENTANG,
        ["2023-03-02", "2023-03-03"],
    )
    tanggal = aksi(rencana, "Aksi I.1.b")
    assert (tanggal.jadwal_jenis, tanggal.jadwal_makna) == (JenisJadwal.TANGGAL, {"tanggal": ["2023-06-01"]})


def test_rows_without_keys_join_what_they_name(buku: Path, baru: Satker) -> None:
    def ubah(isi: dict[str, Worksheet]) -> None:
        kerja = ["I", "1", "Kerja I.1"]
        isi["Seluruhnya"].append([*kerja, "c.", "Aksi baru", "1 Juni 2023", None, date(2023, 6, 1)])
        isi["Seluruhnya"].append([None, None, None, None, None, None, None, date(2023, 7, 1)])
        isi["Seluruhnya"].append(["I", None, "Kerja baru", None, "Aksi tunggal"])
        isi["Bukti Fisik"].append([*kerja, "c", None, "Foto", "ya"])
        isi["Bukti Fisik"].append(["I", None, "Kerja baru", None, None, "Laporan"])

    rencana = muat(sunting(buku, ubah), baru)
    baru_c = aksi(rencana, "Aksi baru")
    assert (baru_c.huruf, baru_c.rencana_kerja.uraian) == ("c", "Kerja I.1")
    assert baru_c.jadwal_makna == {"tanggal": ["2023-06-01", "2023-07-01"]}
    assert [(s.teks, s.tiap_pelaksanaan) for s in baru_c.syarat.all()] == [("Foto", True)]
    tunggal = aksi(rencana, "Aksi tunggal").rencana_kerja
    assert (tunggal.nomor, tunggal.urutan, [s.teks for s in tunggal.syarat.all()]) == (None, 2, ["Laporan"])


def hapus_lembar(nama: str) -> Ubah:
    return lambda isi: isi[nama].parent.remove(isi[nama])


@pytest.mark.parametrize(
    ("ubah", "harapan"),
    [
        (isi_sel("Seluruhnya", H2="besok"), 'Seluruhnya!H2: "besok" bukan tanggal'),
        (
            isi_sel("Seluruhnya", H3=None, G3=None),
            "Seluruhnya!H3: tanggal kosong, padahal pelaksanaan lain dari aksi …",
        ),
        (isi_sel("Seluruhnya", H2=date(2023, 1, 1)), "Seluruhnya!H2: berakhir 2023-01-01, sebelum mulainya 2023-03-01"),
        (isi_sel("Seluruhnya", F5=None), "Seluruhnya!F5: harus berupa teks"),
        (isi_sel("Seluruhnya", D2="1", D3="1", D4="1"), 'Seluruhnya!D2: "1" harus satu atau dua huruf kecil'),
        (isi_sel("Seluruhnya", A6="VII. Lain"), 'Seluruhnya!A6: pengungkit "VII" tidak ada di lembar Rencana'),
        (isi_sel("Seluruhnya", C3="Kerja lain"), "Seluruhnya!C3: berbeda dari Seluruhnya!C2, padahal kuncinya sama; …"),
        (isi_sel("Seluruhnya", B2="x", B3="x", B4="x", B5="x"), "Seluruhnya!B2: harus bilangan bulat 1 sampai 999"),
        (isi_sel("Seluruhnya", C2="=A1"), "Seluruhnya!C2: berisi rumus, harus nilai biasa"),
        (isi_sel("Seluruhnya", E1="Aksi"), 'Seluruhnya: kolom "Rencana Aksi" tidak ada'),
        (isi_sel("Seluruhnya", E1="No"), 'Seluruhnya: kolom "Rencana Aksi" tidak ada'),
        (isi_sel("Bukti Fisik", G2="mungkin"), 'Bukti Fisik!G2: "mungkin" harus Ya atau Tidak'),
        (isi_sel("Bukti Fisik", D2="z"), 'Bukti Fisik!D2: aksi "z" tidak ada dalam rencana kerja ini'),
        (isi_sel("Bukti Fisik", F3=None), "Bukti Fisik!F3: harus berupa teks"),
        (isi_sel("Bukti Fisik", K2=9876, C2="?"), "Bukti Fisik!C2: rencana kerja ini tidak ada di lembar Seluruhnya"),
        (isi_sel("Rencana", D7=6), "Rencana!D7: bobot 6, pada uji 5"),
        (isi_sel("Rencana", C2="dua ribu"), "Rencana!C2: harus bilangan bulat 2000 sampai 2100"),
        (isi_sel("Rencana", A8="Lain-lain"), 'Rencana!A8: bagian "Lain-lain" tidak dikenal'),
        (isi_sel("Rencana", C6="entah"), 'Rencana!C6: "entah" tidak dikenal; yang ada: uji'),
        (hapus_lembar("Bukti Fisik"), 'lembar "Bukti Fisik" tidak ada atau kosong'),
    ],
)
def test_broken_workbook_is_refused_whole_naming_the_cell(buku: Path, baru: Satker, ubah: Ubah, harapan: str) -> None:
    pertama = masalah(sunting(buku, ubah), baru)[0]
    assert pertama[: len(harapan.rstrip("…"))] == harapan.rstrip("…")


def test_spoiled_hidden_meaning_falls_back_to_the_dates(buku: Path) -> None:
    isi, _ = baca_xlsx_rencana(sunting(buku, isi_sel("Seluruhnya", R2="{rusak", R5='["x"]')))
    a, b = isi["pengungkit"][0]["rencana_kerja"][0]["aksi"]
    assert list(a["jadwal"]) == ["teks", "rentang"]
    assert b["jadwal"] == {"teks": "Secara berkala"}


def test_command_names_file_and_cell(buku: Path, baru: Satker) -> None:
    sunting(buku, isi_sel("Seluruhnya", H2="besok"))
    with pytest.raises(CommandError) as galat:
        call_command("muat_rencana", str(buku), satker="BARU")
    bukan = '"besok" bukan tanggal; tulis dengan nama bulannya: 1 Juni 2027'
    assert str(galat.value) == f"1 masalah, tidak ada yang dimuat.\n{buku}: Seluruhnya!H2: {bukan}"
