"""The thresholds of an instrument file, made into gates: each with what it is the least of, and the points.

`cara_per_area`: the regulation gives a least percentage "per area pengungkit" without saying of what. "gabungan" (the
default) reads it on pemenuhan and reform together, "terpisah" on each apart.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pengungkit.domain.naskah import Titik, json_tepat
from pengungkit.domain.naskah_soal import pilihan_dari
from zona.inti.angka import bobot_id
from zona.organisasi.enums import AREA

PREDIKAT = ("wbk", "wbbm")
UTAMA = {"total": Decimal(100), "pengungkit": Decimal(60)}
Baris = Mapping[str, Any]

# The words the regulations use for parts of hasil, and where those stand. A file may say it itself: {poin, kode, nama}.
SASARAN = {
    "hasil_bersih_bebas_kkn": ("H1",),
    "hasil_bersih_akuntabel": ("H1",),
    "hasil_pelayanan_publik": ("H2",),
    "survei_persepsi_korupsi": ("H1.1", "H1.a"),
    "tlhp": ("H1.2",),
    "capaian_kinerja": ("H1.b",),
}
NAMA = {
    "survei_persepsi_korupsi": "Survei persepsi korupsi",
    "tlhp": "Tindak lanjut hasil pemeriksaan",
    "capaian_kinerja": "Capaian kinerja",
}


def baca_ambang(titik: Titik, komponen: Mapping[str, Baris], indikator: Mapping[str, Baris]) -> dict[str, Any]:
    """{"gerbang": [{predikat, nama, jenis, kode, minimal}], "syarat_lain": {predikat: words}, …what else the file
    says}. Raises Salah for a threshold of nothing known, or above the weight of its part."""
    terpisah = pilihan_dari(titik.boleh("cara_per_area", "gabungan"), ["gabungan", "terpisah"]) == "terpisah"
    gerbang: list[dict[str, str]] = []
    syarat_lain: dict[str, str] = {}
    for predikat in PREDIKAT:
        titik.wajib(predikat).wajib("total")
        for kunci, t in titik.wajib(predikat).peta().items():
            if kunci == "syarat_lain":
                syarat_lain[predikat] = t.teks()
            elif kunci in UTAMA:
                gerbang.append(_gerbang(predikat, kunci.capitalize(), kunci, "", _minimal(t, UTAMA[kunci])))
            elif kunci == "per_area_persen":
                gerbang += _per_area(predikat, t, komponen, terpisah=terpisah)
            else:
                gerbang.append(_bagian_hasil(predikat, kunci, t, komponen, indikator))
    lain = {k: json_tepat(t.nilai) for k, t in titik.peta().items() if k not in PREDIKAT}
    return {**lain, "gerbang": gerbang, "syarat_lain": syarat_lain}


def _gerbang(predikat: str, nama: str, jenis: str, kode: str, minimal: Decimal) -> dict[str, str]:
    return {"predikat": predikat, "nama": nama, "jenis": jenis, "kode": kode, "minimal": str(minimal)}


def _minimal(titik: Titik, bobot: Decimal) -> Decimal:
    nilai = titik.angka(paling_besar=100, tempat=3)
    if nilai > bobot:
        raise titik.salah(f"minimal {bobot_id(nilai)} melebihi bobotnya, {bobot_id(bobot)}")
    return nilai


def _per_area(
    predikat: str, titik: Titik, komponen: Mapping[str, Baris], *, terpisah: bool
) -> Iterator[dict[str, str]]:
    bagian = titik.angka(paling_besar=100, tempat=2) / 100
    for area in AREA:
        milik = [k for k in komponen.values() if k["area"] == area]
        if not terpisah:
            yield _gerbang(predikat, milik[0]["nama"], "area", area, sum(k["bobot"] for k in milik) * bagian)
        for k in milik if terpisah else []:
            nama = f"{k['nama']} ({k['aspek'] or k['kode']})"
            yield _gerbang(predikat, nama, "komponen", k["kode"], k["bobot"] * bagian)


def _bagian_hasil(
    predikat: str, kunci: str, titik: Titik, komponen: Mapping[str, Baris], indikator: Mapping[str, Baris]
) -> dict[str, str]:
    rinci = titik.peta() if isinstance(titik.nilai, dict) else {"poin": titik}
    calon = (rinci["kode"].teks(),) if "kode" in rinci else SASARAN.get(kunci, ())
    kode = next((k for k in calon if k in komponen or k in indikator), "")
    if not kode:
        raise titik.salah("tidak jelas ambang bagian mana: tulis kode komponen atau indikator hasil yang ada")
    bagian = komponen.get(kode) or indikator[kode]
    minimal = _minimal(rinci["poin"] if "poin" in rinci else titik.wajib("poin"), bagian["bobot"])
    if "skor_survei" in rinci:
        skor = rinci["skor_survei"].angka(paling_besar=4, tempat=4)
        if skor / 4 * bagian["bobot"] != minimal:
            raise rinci["skor_survei"].salah(f"skor {bobot_id(skor)} tidak sama dengan {bobot_id(minimal)} poin")
    nama = rinci["nama"].teks() if "nama" in rinci else NAMA.get(kunci) or bagian["nama"]
    return _gerbang(predikat, nama, "komponen" if kode in komponen else "indikator", kode, minimal)
