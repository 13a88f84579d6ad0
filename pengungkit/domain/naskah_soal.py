"""The questions of an instrument file: their kind, options, counts and formula."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pengungkit.domain.naskah import Titik
from pengungkit.domain.portalrb import KUNCI, baris_portalrb
from pengungkit.enums import JenisJawaban

LABEL: dict[JenisJawaban, tuple[str, ...]] = {
    JenisJawaban.YA_TIDAK: ("Ya", "Tidak"),
    JenisJawaban.ABC: ("A", "B", "C"),
    JenisJawaban.ABCD: ("A", "B", "C", "D"),
    JenisJawaban.ABCDE: ("A", "B", "C", "D", "E"),
}
RUMUS = {"rasio": ("pembilang", "penyebut"), "penurunan": ("lalu", "kini")}
Baris = dict[str, Any]


@dataclass(slots=True)
class Tabel:
    """The rows of the tables to be, in order, by their codes; a row names the one that holds it by its code."""

    komponen: dict[str, Baris] = field(default_factory=dict)
    indikator: dict[str, Baris] = field(default_factory=dict)
    pertanyaan: dict[str, Baris] = field(default_factory=dict)
    pilihan: dict[tuple[str, str], Baris] = field(default_factory=dict)
    masukan: dict[tuple[str, str], Baris] = field(default_factory=dict)
    portalrb: dict[int, Baris] = field(default_factory=dict)
    """Which row (pertanyaan or masukan) holds a question number of PortalRB."""


def pakai(tabel: Mapping[Any, Baris], kunci: Any, titik: Titik) -> int:
    """The place a new row takes. Raises Salah when its code is taken."""
    if kunci in tabel:
        raise titik.salah(f"{titik.nilai} dipakai dua kali")
    return len(tabel) + 1


def pilihan_dari(titik: Titik, boleh: Iterable[str]) -> str:
    """The value, one of a few. Raises Salah."""
    if titik.nilai not in list(boleh):
        raise titik.salah(f"{titik.nilai} tidak dikenal; pilihannya {', '.join(filter(None, boleh))}")
    return str(titik.nilai)


def baca_pertanyaan(tabel: Tabel, titik: Titik, indikator: str, teks: str) -> None:
    """One question with all that belongs to it. Raises Salah."""
    kode = titik.wajib("kode").teks(14)
    urutan = pakai(tabel.pertanyaan, kode, titik.wajib("kode"))
    jenis = JenisJawaban(pilihan_dari(titik.wajib("jenis_jawaban"), JenisJawaban.values))
    peta = titik.peta()
    dukung = [t.daftar() for k, t in peta.items() if k.startswith("data_dukung")]
    tabel.pertanyaan[kode] = {
        "indikator": indikator,
        "kode": kode,
        "teks": teks,
        "jenis_jawaban": jenis,
        "penjelasan": titik.boleh("penjelasan", "").teks(boleh_kosong=True),
        "catatan": "" if kode == indikator else titik.boleh("catatan", "").teks(boleh_kosong=True),
        "data_dukung": [t.teks() for daftar in dukung for t in daftar],
        **_soal_portalrb(tabel, titik),
        "yakin": all(peta[k].benar() for k in ("yakin", "rumus_yakin") if k in peta),
        "urutan": urutan,
    }
    _baca_pilihan(tabel, titik, kode, jenis)
    _baca_masukan(tabel, titik, kode, jenis)
    tabel.pertanyaan[kode]["rumus"] = _baca_rumus(titik, [m for soal, m in tabel.masukan if soal == kode])


def _soal_portalrb(tabel: Tabel, titik: Titik) -> Baris:
    """The question's number in PortalRB and its row in the national workbook, of the year the key names. The row is
    empty where no question file of that year ships."""
    for kunci, t in titik.peta().items():
        if kunci.startswith(KUNCI) and (nomor := t.bulat()) is not None:
            baris = baris_portalrb(kunci.removeprefix(KUNCI))
            if baris and nomor not in baris:
                raise t.salah(f"soal {nomor} tidak ada dalam berkas soal PortalRB")
            pakai(tabel.portalrb, nomor, t)
            tabel.portalrb[nomor] = {"soal_portalrb": nomor, "excel_baris": baris.get(nomor)}
            return tabel.portalrb[nomor]
    return {"soal_portalrb": None, "excel_baris": None}


def _baca_pilihan(tabel: Tabel, titik: Titik, soal: str, jenis: JenisJawaban) -> None:
    """The options, with exactly the labels of their kind. One uncertain value makes the question uncertain."""
    for t in titik.boleh("pilihan", []).daftar():
        label = t.wajib("label").teks(5)
        urutan = pakai(tabel.pilihan, (soal, label), t.wajib("label"))
        nilai = t.wajib("nilai").angka(paling_besar=1, tempat=4)
        teks = t.boleh("teks", "").teks(boleh_kosong=True)
        tabel.pilihan[soal, label] = {"label": label, "teks": teks, "nilai": nilai, "urutan": urutan}
        if not t.boleh("yakin", True).benar():
            tabel.pertanyaan[soal]["yakin"] = False
    ada = [label for s, label in tabel.pilihan if s == soal]
    harus = LABEL.get(jenis, ())
    if sorted(ada) != sorted(harus):
        raise titik.boleh("pilihan").salah(
            f"pilihan {jenis} seharusnya {', '.join(harus) or 'tidak ada'}; tertulis {', '.join(ada) or 'tidak ada'}"
        )


def _baca_masukan(tabel: Tabel, titik: Titik, soal: str, jenis: JenisJawaban) -> None:
    daftar = titik.boleh("masukan", []).daftar()
    if daftar and jenis != JenisJawaban.PERSEN:
        raise titik.wajib("masukan").salah("hanya pertanyaan PERSEN yang punya masukan")
    for t in daftar:
        kode = t.wajib("kode").teks(10)
        urutan = pakai(tabel.masukan, (soal, kode), t.wajib("kode"))
        tabel.masukan[soal, kode] = {
            "kode": kode, "teks": t.wajib("teks").teks(300), **_soal_portalrb(tabel, t), "urutan": urutan,
        }  # fmt: skip


def _baca_rumus(titik: Titik, masukan: list[str]) -> Baris:
    """{"jenis", "pembilang", "penyebut"} or {"jenis", "lalu", "kini"} over the masukan; "keterangan": in words."""
    rumus = titik.boleh("rumus")
    if not isinstance(rumus.nilai, dict):
        if masukan:
            raise rumus.salah("tidak ada rumus yang memakai masukan pertanyaan ini")
        return {} if rumus.nilai is None else {"keterangan": rumus.teks()}
    jenis = pilihan_dari(rumus.wajib("jenis"), RUMUS)
    for kunci in RUMUS[jenis]:
        isi = rumus.wajib(kunci)
        for t in isi.isi() if jenis == "rasio" else [isi]:
            if t.nilai not in masukan:
                raise t.salah(f"masukan {t.nilai} tidak ada; yang ada: {', '.join(masukan) or 'tidak satu pun'}")
    keterangan = titik.boleh("rumus_keterangan", "").teks(boleh_kosong=True)
    return {"jenis": jenis, **{k: rumus.nilai[k] for k in RUMUS[jenis]}, "keterangan": keterangan}
