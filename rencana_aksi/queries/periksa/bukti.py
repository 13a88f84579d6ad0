"""Rules on the evidence a plan asks for."""

from collections.abc import Iterator

from rencana_aksi.queries.periksa.baris import Aksi, Kerja, Naskah, Syarat
from rencana_aksi.queries.periksa.sebutan import Sebutan, cari_sebutan
from rencana_aksi.queries.periksa.temuan import Jenis, Temuan, sidik

BEDA_TANGGAL = Jenis(
    "bukti-beda-tanggal", "bukti menyebut tanggal lain", "Tanggal pada bukti tidak sama dengan jadwal aksinya."
)
TANPA_AKSI = Jenis(
    "syarat-tanpa-aksi",
    "syarat tanpa aksi",
    "Sebagian bukti rencana kerja menyebut aksinya, sebagian tidak; tidak jelas aksi mana yang kurang bukti.",
)


def bukti_beda_tanggal(naskah: Naskah) -> Iterator[Temuan]:
    """Evidence whose text names a date that is none of its action's; without an action, none of its row's."""
    for bagian, kerja in naskah.semua_kerja():
        for syarat in kerja.syarat:
            milik = _milik(kerja, syarat)
            jangka = [j for a in milik for j in a.jangka]
            beda = [s for s in cari_sebutan(syarat.teks) if not s.ada or (jangka and not s.kena(jangka))]
            if beda:
                satu = milik[0] if len(milik) == 1 else None
                yield Temuan(
                    jenis=BEDA_TANGGAL,
                    objek="syarat",
                    objek_id=syarat.pk,
                    tempat=satu.tempat if satu else kerja.tempat,
                    hal=syarat.teks,
                    uraian=" ".join(_uraian(s, kerja, satu) for s in beda),
                    cara="Samakan keduanya; atau terima bila rapatnya memang pada hari lain.",
                    sidik=sidik(syarat.teks, [(a.jadwal, a.makna) for a in milik]),
                    lingkup=naskah.lingkup(bagian.kode),
                    aksi=satu.pk if satu else None,
                )


def _milik(kerja: Kerja, syarat: Syarat) -> list[Aksi]:
    """The action it is tied to, else all of the row."""
    return [a for a in kerja.aksi if syarat.aksi in (a.pk, None)]


def _uraian(sebutan: Sebutan, kerja: Kerja, aksi: Aksi | None) -> str:
    if not sebutan.ada:
        return f"Menyebut {sebutan.teks}, tanggal yang tidak ada."
    if aksi:
        return f'Menyebut {sebutan.teks}; jadwal aksi {aksi.tempat}: "{aksi.jadwal}".'
    jadwal = "; ".join(f'{a.huruf or "aksi"} "{a.jadwal}"' for a in kerja.aksi if a.jangka)
    return f"Menyebut {sebutan.teks}; tidak satu pun aksi {kerja.tempat} dijadwalkan pada hari itu ({jadwal})."


def syarat_tanpa_aksi(naskah: Naskah) -> Iterator[Temuan]:
    """Evidence of a row of several actions that names none of them, where other evidence of the row names one. In a
    row of one action it is that one's."""
    for bagian, kerja in naskah.semua_kerja():
        tanpa = [s for s in kerja.syarat if s.aksi is None]
        beraksi = {s.aksi for s in kerja.syarat} - {None}
        if len(kerja.aksi) > 1 and tanpa and beraksi:
            sebut = ", ".join(a.huruf or f'"{a.uraian}"' for a in kerja.aksi if a.pk in beraksi)
            yield Temuan(
                jenis=TANPA_AKSI,
                objek="rencana_kerja",
                objek_id=kerja.pk,
                tempat=kerja.tempat,
                hal=kerja.uraian,
                uraian=f"{len(tanpa)} dari {len(kerja.syarat)} bukti tidak menyebut aksinya "
                f"({'; '.join(s.teks for s in tanpa)}), sedangkan yang lain milik aksi {sebut}.",
                cara="Tautkan masing-masing ke aksinya; atau terima bila memang untuk seluruh rencana kerja.",
                sidik=sidik([(s.teks, s.aksi) for s in kerja.syarat]),
                lingkup=naskah.lingkup(bagian.kode),
                aksi=kerja.aksi[0].pk,
            )
