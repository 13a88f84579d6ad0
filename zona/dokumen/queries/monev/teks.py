"""The sentences a report has until the ketua writes others: everything in them is counted."""

from collections import Counter
from collections.abc import Iterable

from zona.dokumen.queries.monev.hitung import jumlahkan
from zona.dokumen.queries.monev.potret import Golongan, Potret
from zona.inti.angka import angka_id
from zona.inti.waktu import tanggal_id

SEBUTAN = (
    (Golongan.TEPAT, "selesai tepat waktu"),
    (Golongan.LAMBAT, "selesai terlambat"),
    (Golongan.BELUM, "belum selesai"),
    (Golongan.DITUNDA, "ditunda"),
    (Golongan.BATAL, "batal"),
)


def kesimpulan(potret: Potret) -> str:
    """Where the plan stands, one sentence a line."""
    lalu, kini = jumlahkan(potret.posisi_lalu.values()), jumlahkan(potret.posisi.values())
    c, tambah = kini.capaian, kini.capaian.selesai - lalu.capaian.selesai
    kalimat = [
        f"Sampai dengan {tanggal_id(potret.kini.hari)}, {c.selesai} dari {c.total} pelaksanaan rencana aksi selesai "
        f"({angka_id(c.bagian * 100)} persen), bertambah {tambah} sejak {tanggal_id(potret.lalu.hari)}; capaian "
        f"rencana aksi {angka_id(kini.poin)} dari bobot {angka_id(kini.bobot, 0)}.",
        _jatuh_tempo(potret),
    ]
    if potret.terlambat:
        kalimat.append(f"Dari periode sebelumnya masih terlambat {len(potret.terlambat)} pelaksanaan.")
    b = kini.bukti
    kurang = (
        f"; {kini.bukti_kurang} butir milik kegiatan yang sudah selesai belum diterima" if kini.bukti_kurang else ""
    )
    kalimat.append(f"Bukti fisik terpenuhi {b.terpenuhi} dari {b.butuh}{kurang}.")
    if kini.kendala:
        kalimat.append(f"Kendala yang belum selesai: {kini.kendala}.")
    return "\n".join(kalimat)


def _jatuh_tempo(potret: Potret) -> str:
    nama = potret.periode.nama
    if not potret.jatuh_tempo:
        return f"Tidak ada pelaksanaan yang jatuh tempo pada {nama}."
    bagian = [f"{n} {sebutan}" for g, sebutan in SEBUTAN if (n := potret.banyak(g))]
    return f"Dari {len(potret.jatuh_tempo)} pelaksanaan yang jatuh tempo pada {nama}, {_deret(bagian)}."


def rekomendasi(potret: Potret) -> str:
    """What to do next, one sentence a line."""
    lewat = [p for p in potret.kini.pelaksanaan if p.terlambat(potret.kini.acuan)]
    kalimat = []
    if lewat:
        kalimat.append(
            f"Menyelesaikan {len(lewat)} pelaksanaan yang terlambat: {_per_area(p.aksi.area for p in lewat)}."
        )
    kurang = {kode: p.bukti_kurang for kode, p in potret.posisi.items() if p.bukti_kurang}
    if kurang:
        rincian = _per_area(kode for kode, n in kurang.items() for _ in range(n))
        kalimat.append(f"Melengkapi {sum(kurang.values())} bukti fisik kegiatan yang sudah selesai: {rincian}.")
    belum = [k for k in potret.kendala if not k.selesai]
    if belum:
        kalimat.append(
            f"Menindaklanjuti {len(belum)} kendala yang belum selesai: {_per_area(k.aksi.area for k in belum)}."
        )
    if potret.mendatang:
        kalimat.append(
            f"Menyiapkan {len(potret.mendatang)} pelaksanaan yang jatuh tempo pada {potret.periode.sesudah.nama}: "
            f"{_per_area(p.aksi.area for p in potret.mendatang)}."
        )
    return "\n".join(kalimat) or "Melanjutkan pelaksanaan sesuai dengan rencana."


def prognosis(potret: Potret) -> dict[str, str]:
    """Per pengungkit code."""
    hasil = {}
    for kode, p in potret.posisi.items():
        datang = sum(m.aksi.area == kode for m in potret.mendatang)
        kalimat = [f"{datang} pelaksanaan akan jatuh tempo." if datang else "Tidak ada yang akan jatuh tempo."]
        if p.capaian.terlambat:
            kalimat.append(f"{p.capaian.terlambat} yang terlambat perlu diselesaikan lebih dahulu.")
        if p.kendala:
            kalimat.append(f"{p.kendala} kendala belum selesai.")
        hasil[kode] = " ".join(kalimat)
    return hasil


def _per_area(area: Iterable[str]) -> str:
    """pengungkit II (1) dan V (4)"""
    return "pengungkit " + _deret([f"{kode} ({n})" for kode, n in Counter(area).items()])


def _deret(bagian: list[str]) -> str:
    """a; a dan b; a, b, dan c"""
    if len(bagian) < 3:
        return " dan ".join(bagian)
    return f"{', '.join(bagian[:-1])}, dan {bagian[-1]}"
