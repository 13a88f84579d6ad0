"""The lines of the list. Pure: rows in, lines out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bukti_fisik.enums import HalSiap, KeadaanBerkas, Pindai, StatusBukti
from bukti_fisik.queries.siap.baca import Bahan, Kebutuhan, Lembar, Orang
from zona.inti.waktu import tanggal_pendek

PALING_BANYAK = 5
"""One file (or address) that is to prove more syarat of a plan than this proves too much."""
TEGAK = (StatusBukti.DITERIMA, StatusBukti.MENUNGGU)
BERKAS = {
    KeadaanBerkas.HILANG: (HalSiap.HILANG, "tidak ada lagi di penyimpanan; unggah lagi dari aslinya"),
    KeadaanBerkas.BERUBAH: (HalSiap.BERUBAH, "isinya tidak lagi seperti saat diunggah; unggah lagi dari aslinya"),
    KeadaanBerkas.TAK_TERBACA: (HalSiap.TAK_TERBACA, "tidak dapat dibaca dari penyimpanan"),
}
PINDAI = {
    Pindai.TERINFEKSI: (HalSiap.TERINFEKSI, "mengandung virus; tarik dan unggah yang bersih"),
    Pindai.KARANTINA: (HalSiap.KARANTINA, "belum dapat dibuka karena menunggu pemindaian virus"),
}
URUSAN_ADMIN = (HalSiap.KARANTINA, HalSiap.TAK_TERBACA)


@dataclass(frozen=True, slots=True)
class BarisSiap:
    """One thing to put right. `pemilik_id` is empty only where the office has nobody to ask."""

    hal: HalSiap
    kebutuhan: Kebutuhan
    kata: str
    pemilik_id: int | None
    pemilik: str

    @property
    def area(self) -> str:
        return self.kebutuhan.area


def susun(bahan: Bahan, tahun: int, hari_ini: date, zona: ZoneInfo) -> list[BarisSiap]:
    """In the plan's order, what stands at one need together."""
    banyak = _terlalu_banyak(bahan)
    disebut: set[tuple[str, str | int]] = set()
    hasil: list[BarisSiap] = []
    for butuh in bahan.kebutuhan:
        lembar = bahan.lembar.get((butuh.syarat_id, butuh.pelaksanaan_id), [])
        hasil += _kebutuhan(butuh, lembar, bahan, hari_ini, zona)
        for satu in lembar:
            if satu.status not in TEGAK:
                continue
            hasil += _lembar(butuh, satu, bahan, tahun)
            if satu.isi in banyak and (butuh.area, satu.isi) not in disebut:
                disebut.add((butuh.area, satu.isi))
                kata = f"{satu.nama} dipakai untuk {banyak[satu.isi]} bukti yang diminta, paling banyak {PALING_BANYAK}"
                hasil.append(_baris(HalSiap.BERLEBIH, butuh, kata, bahan.orang, satu.pengunggah_id))
    return hasil


def _terlalu_banyak(bahan: Bahan) -> dict[str | int, int]:
    """How many syarat each file or address stands at, where they are too many."""
    syarat: dict[str | int, set[int]] = defaultdict(set)
    for (pk, _), daftar in bahan.lembar.items():
        for satu in daftar:
            if satu.status in TEGAK:
                syarat[satu.isi].add(pk)
    return {isi: len(milik) for isi, milik in syarat.items() if len(milik) > PALING_BANYAK}


def _kebutuhan(
    butuh: Kebutuhan, lembar: list[Lembar], bahan: Bahan, hari_ini: date, zona: ZoneInfo
) -> Iterator[BarisSiap]:
    """What stands for the need as a whole: nothing, only what came back, or what waits for its verdict."""
    orang, status = bahan.orang, {satu.status for satu in lembar}
    if StatusBukti.DITERIMA in status:
        return
    if not status:
        yield _baris(HalSiap.BELUM_ADA, butuh, _tempo(butuh.jatuh_tempo, hari_ini), orang)
    elif StatusBukti.MENUNGGU in status:
        satu = next(s for s in lembar if s.status == StatusBukti.MENUNGGU)
        sejak = tanggal_pendek(satu.diunggah.astimezone(zona).date())
        pemeriksa = (orang.koordinator.get(butuh.area), orang.ketua, orang.kepala)
        calon = [pk for pk in pemeriksa if pk not in {satu.pengunggah_id, *bahan.pembawa.get(satu.sidik, ())}]
        yield _baris(HalSiap.MENUNGGU, butuh, f"{satu.nama} menunggu verifikasi sejak {sejak}", orang, *calon)
    else:
        satu = lembar[-1]
        yield _baris(HalSiap.DIKEMBALIKAN, butuh, f"{satu.nama}: {satu.alasan}", orang, satu.pengunggah_id)


def _tempo(tempo: date | None, hari_ini: date) -> str:
    if tempo is None:
        return "Belum ada yang diunggah"
    kata = "lewat jatuh tempo" if tempo < hari_ini else "jatuh tempo"
    return f"Belum ada yang diunggah; {kata} {tanggal_pendek(tempo)}"


def _lembar(butuh: Kebutuhan, satu: Lembar, bahan: Bahan, tahun: int) -> Iterator[BarisSiap]:
    """What is wrong with one bukti that counts, or is to."""
    if satu.tanggal and satu.tanggal.year != tahun:
        kata = f"{satu.nama} bertanggal {tanggal_pendek(satu.tanggal)}"
        yield _baris(HalSiap.LUAR_TAHUN, butuh, kata, bahan.orang, satu.pengunggah_id)
    if satu.tautan in bahan.mati:
        kata = f"{satu.nama}: {bahan.mati[satu.tautan]}"
        yield _baris(HalSiap.TAUTAN_MATI, butuh, kata, bahan.orang, satu.pengunggah_id)
    for hal, kata in filter(None, (BERKAS.get(satu.keadaan), PINDAI.get(satu.pindai))):  # type: ignore[call-overload]  # they are str
        calon = bahan.orang.admin if hal in URUSAN_ADMIN else satu.pengunggah_id
        yield _baris(hal, butuh, f"{satu.nama} {kata}", bahan.orang, calon)


def _baris(hal: HalSiap, butuh: Kebutuhan, kata: str, orang: Orang, *calon: int | None) -> BarisSiap:
    """Whose turn it is: those named, else who answers for the action, the pengungkit, the plan, the office."""
    pk = orang.pilih(
        *calon, butuh.penanggung_jawab_id, orang.koordinator.get(butuh.area), orang.ketua, orang.kepala, orang.admin
    )
    return BarisSiap(hal, butuh, kata, pk, orang.nama[pk] if pk else "")
