"""Writing a checked plan's rows, and telling whether a plan already says what a file says."""

from typing import Any

from rencana_aksi.domain.naskah import Naskah, NaskahAksi
from rencana_aksi.models import (
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)

Baris = tuple[Any, ...]
Penanggung = dict[tuple[str, str, str], int]


def baris_naskah(naskah: Naskah, orang: dict[str, int]) -> list[Baris]:
    """What the file says, row by row in order. A penanggung jawab is None where the file names nobody."""
    hasil: list[Baris] = []
    for p in naskah.pengungkit:
        hasil.append(("pengungkit", p.kode, p.nama, p.bobot))
        hasil += [("program", teks) for teks in p.program]
        for k in p.kerja:
            hasil.append(("kerja", k.nomor, k.uraian))
            hasil += [
                (
                    "aksi",
                    a.huruf,
                    a.uraian,
                    a.jadwal_teks,
                    a.jadwal.jenis,
                    a.jadwal.makna,
                    orang.get(a.penanggung_jawab),
                )
                for a in k.aksi
            ]
            hasil += [("syarat", s.teks, s.jenis, s.tiap_pelaksanaan, s.aksi) for s in k.syarat]
    return hasil


def baris_rencana(rencana: Rencana) -> list[Baris]:
    """What the plan says, in the same form."""
    hasil: list[Baris] = []
    pengungkit = rencana.pengungkit.prefetch_related(
        "program_prioritas", "rencana_kerja__aksi", "rencana_kerja__syarat"
    )
    for p in pengungkit:
        hasil.append(("pengungkit", p.kode, p.nama, p.bobot))
        hasil += [("program", program.uraian) for program in p.program_prioritas.all()]
        for k in p.rencana_kerja.all():
            hasil.append(("kerja", k.nomor, k.uraian))
            aksi = list(k.aksi.all())
            letak = {a.pk: i for i, a in enumerate(aksi)}
            hasil += [
                ("aksi", a.huruf, a.uraian, a.jadwal_teks, a.jadwal_jenis, a.jadwal_makna, a.penanggung_jawab_id)
                for a in aksi
            ]
            hasil += [
                ("syarat", s.teks, s.jenis, s.tiap_pelaksanaan, letak[s.aksi_id] if s.aksi_id else None)
                for s in k.syarat.all()
            ]
    return hasil


def sama(dari_naskah: list[Baris], dari_rencana: list[Baris]) -> bool:
    """Whether the plan says what the file says; who is penanggung jawab counts only where the file names one."""
    if len(dari_naskah) != len(dari_rencana):
        return False
    return all(
        a == b or (a[0] == b[0] == "aksi" and a[-1] is None and a[:-1] == b[:-1])
        for a, b in zip(dari_naskah, dari_rencana, strict=True)
    )


def penanggung_jawab(rencana: Rencana) -> Penanggung:
    """Who answers for which action, by its words: (pengungkit, rencana kerja, aksi)."""
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana, penanggung_jawab__isnull=False)
    kolom = ("rencana_kerja__pengungkit__kode", "rencana_kerja__uraian", "uraian", "penanggung_jawab")
    return {(area, kerja, uraian): orang for area, kerja, uraian, orang in aksi.values_list(*kolom)}


def tulis_baris(rencana: Rencana, naskah: Naskah, orang: dict[str, int], lama: Penanggung) -> None:
    """The six pengungkit with all that is under them, into a plan that has none. Six inserts, whatever the size.
    An action for which the file names nobody keeps the penanggung jawab it had (`lama`)."""
    pengungkit = Pengungkit.objects.bulk_create(
        Pengungkit(rencana=rencana, kode=p.kode, nama=p.nama, bobot=p.bobot, urutan=i)
        for i, p in enumerate(naskah.pengungkit, 1)
    )
    ProgramPrioritas.objects.bulk_create(
        ProgramPrioritas(pengungkit=milik, uraian=teks, urutan=i)
        for milik, p in zip(pengungkit, naskah.pengungkit, strict=True)
        for i, teks in enumerate(p.program, 1)
    )
    isi_kerja = [k for p in naskah.pengungkit for k in p.kerja]
    kerja = RencanaKerja.objects.bulk_create(
        RencanaKerja(pengungkit=milik, nomor=k.nomor, uraian=k.uraian, urutan=i)
        for milik, p in zip(pengungkit, naskah.pengungkit, strict=True)
        for i, k in enumerate(p.kerja, 1)
    )
    aksi = [
        [
            _aksi(milik, a, i, orang.get(a.penanggung_jawab, lama.get((milik.pengungkit.kode, k.uraian, a.uraian))))
            for i, a in enumerate(k.aksi, 1)
        ]
        for milik, k in zip(kerja, isi_kerja, strict=True)
    ]
    RencanaAksi.objects.bulk_create(a for baris in aksi for a in baris)
    Pelaksanaan.objects.bulk_create(
        Pelaksanaan(aksi=a, urutan=i, mulai=kejadian.mulai, jatuh_tempo=kejadian.jatuh_tempo)
        for baris, k in zip(aksi, isi_kerja, strict=True)
        for a, isi in zip(baris, k.aksi, strict=True)
        for i, kejadian in enumerate(isi.jadwal.kejadian, 1)
    )
    SyaratBukti.objects.bulk_create(
        SyaratBukti(
            rencana_kerja=milik,
            aksi=None if s.aksi is None else baris[s.aksi],
            teks=s.teks,
            jenis=s.jenis,
            tiap_pelaksanaan=s.tiap_pelaksanaan,
            urutan=i,
        )
        for milik, baris, k in zip(kerja, aksi, isi_kerja, strict=True)
        for i, s in enumerate(k.syarat, 1)
    )


def _aksi(kerja: RencanaKerja, isi: NaskahAksi, urutan: int, penanggung_jawab: int | None) -> RencanaAksi:
    return RencanaAksi(
        rencana_kerja=kerja,
        huruf=isi.huruf,
        uraian=isi.uraian,
        urutan=urutan,
        jadwal_teks=isi.jadwal_teks,
        jadwal_jenis=isi.jadwal.jenis,
        jadwal_makna=isi.jadwal.makna,
        penanggung_jawab_id=penanggung_jawab,
    )
