"""What was recorded in the plan in force on rows, or occurrences, that its perubahan removes: each is asked about when
that is ditetapkan, and nothing is chosen for whoever signs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rencana_aksi.domain.jadwal import Kejadian
from rencana_aksi.domain.jadwal_teks import Tercatat
from rencana_aksi.domain.jadwal_ubah import Usulan, jadwal_aksi, sebut, semula, usulkan_jadwal
from rencana_aksi.domain.sunting.baris import NAMA
from rencana_aksi.enums import TAK_BERTANGGAL, Status
from rencana_aksi.models import (
    Pelaksanaan,
    ProgramPrioritas,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)
from rencana_aksi.queries.draf import Sanding
from rencana_aksi.queries.gantungan import kata_penahan, pada_baris, penahan
from rencana_aksi.queries.tempat import tempat
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id

TETAP, HAPUS = "tetap", "hapus"
KATA = {TETAP: "Tetap dalam rencana", HAPUS: "Hapus beserta yang dicatat itu"}
BELUM = "Pilih dahulu nasib setiap baris yang sementara itu sudah dicatat pelaksanaannya."


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """`kunci`: aksi-12, or pelaksanaan-7 of one occurrence. `pilihan`: what may be chosen; only TETAP where evidence or
    an obstacle hangs on it, which nobody removes."""

    kunci: str
    kalimat: str
    pilihan: tuple[str, ...]


def pertanyaan(sanding: Sanding) -> list[Pertanyaan]:
    """In the order of the plan. Some queries for each row that is gone, and each schedule that is another."""
    semua = [_hilang(b, sanding) for b in sanding.teratas_hilang()]
    for aksi, baru in jadwal_berubah(sanding):
        semua += _kejadian(aksi, baru, sanding)
    semua += [_syarat(s, baru) for s, baru in _dipindah(sanding)]
    return [p for p in semua if p]


def periksa_putusan(tanya: list[Pertanyaan], putusan: Mapping[str, str]) -> None:
    """Raise DomainError where one is not answered, or with what is not offered."""
    if any(putusan.get(p.kunci) not in p.pilihan for p in tanya):
        raise DomainError(BELUM)


def jadwal_berubah(sanding: Sanding) -> list[tuple[RencanaAksi, RencanaAksi]]:
    """(in force, drafted) of the actions whose schedule says otherwise."""
    pasangan = [(a, sanding.salinan[RencanaAksi].get(pk)) for pk, a in sanding.kini.aksi.items()]
    return [
        (a, b)
        for a, b in pasangan
        if b and (a.jadwal_teks, a.jadwal_jenis, a.jadwal_makna) != (b.jadwal_teks, b.jadwal_jenis, b.jadwal_makna)
    ]


def diminta_lagi(usulan: Usulan, baru: RencanaAksi, sanding: Sanding) -> tuple[list[Tercatat], list[Tercatat]]:
    """Of a changed schedule: the occurrences with progress that whoever drafted it did not see kept, and those that
    would go though their date was agreed on since."""
    dilihat = {(p.mulai, p.jatuh_tempo) for p in baru.pelaksanaan.all()}
    ditahan = [t for t in usulan.rancangan.ditahan if _rencana(t) not in dilihat]
    return ditahan, [t for t in usulan.rancangan.hapus if _baru_disepakati(t, sanding)]


def _rencana(t: Tercatat) -> tuple[Any, Any]:
    return semula(t.kejadian.mulai, t.kejadian.jatuh_tempo, t.semula)


def _baru_disepakati(t: Tercatat, sanding: Sanding) -> bool:
    dulu = (sanding.draf.dasar or {}).get("disepakati", {})
    hari = t.kejadian.jatuh_tempo
    aksi = sanding.kini.aksi.get(_aksi_dari(t.kunci) or 0)
    luwes = aksi is not None and aksi.jadwal_jenis in TAK_BERTANGGAL
    return luwes and hari is not None and dulu.get(str(t.kunci)) != hari.isoformat()


def _aksi_dari(pelaksanaan: int) -> int | None:
    return Pelaksanaan.objects.filter(pk=pelaksanaan).values_list("aksi", flat=True).first()


def _hilang(baris: Any, sanding: Sanding) -> Pertanyaan | None:
    milik = pada_baris(baris, tanpa_salinan=True)
    dicatat = [kata for p in milik.pelaksanaan if (kata := _kemajuan(p, sanding))]
    tertahan = kata_penahan(milik.penahan)
    if not dicatat and not tertahan:
        return None
    return Pertanyaan(
        f"{JENIS[type(baris)]}-{baris.pk}",
        f"{sebutan(baris)} dihapus oleh perubahan ini, padahal sementara itu dicatat: "
        f"{'; '.join([*dicatat, *tertahan])}.",
        (TETAP,) if tertahan else (TETAP, HAPUS),
    )


def _kejadian(aksi: RencanaAksi, baru: RencanaAksi, sanding: Sanding) -> list[Pertanyaan]:
    usulan = usulkan_jadwal(aksi, jadwal_aksi(baru))
    hasil = []
    for t in [t for isi in diminta_lagi(usulan, baru, sanding) for t in isi]:
        p = Pelaksanaan.objects.get(pk=t.kunci)
        tertahan = kata_penahan(satu for _, satu in penahan(Pelaksanaan.objects.filter(pk=p.pk)))
        dicatat = "; ".join([*filter(None, [_kemajuan(p, sanding)]), *tertahan])
        hasil.append(
            Pertanyaan(
                f"pelaksanaan-{p.pk}",
                f"Pelaksanaan {sebut(Kejadian(p.mulai, p.jatuh_tempo))} dari {sebutan(aksi, kecil=True)} tidak ada "
                f"lagi dalam jadwal yang baru, padahal sementara itu dicatat: {dicatat}.",
                (TETAP,) if tertahan else (TETAP, HAPUS),
            )
        )
    return hasil


def _dipindah(sanding: Sanding) -> list[tuple[SyaratBukti, SyaratBukti]]:
    """Evidence asked for elsewhere, or otherwise often, in the draft."""
    hasil = []
    for pk, lama in sanding.kini.syarat.items():
        baru = sanding.salinan[SyaratBukti].get(pk)
        if baru and (aksi_berlaku(baru), baru.tiap_pelaksanaan) != (lama.aksi_id, lama.tiap_pelaksanaan):
            hasil.append((lama, baru))
    return hasil


def aksi_berlaku(syarat: SyaratBukti) -> int | None:
    """Of a syarat of the draft: the id its action will have in force."""
    return (syarat.aksi.asal_id or syarat.aksi.pk) if syarat.aksi else None


def _syarat(lama: SyaratBukti, baru: SyaratBukti) -> Pertanyaan | None:
    tertahan = kata_penahan(satu for _, satu in penahan(SyaratBukti.objects.filter(pk=lama.pk)))
    if not tertahan:
        return None
    return Pertanyaan(
        f"syarat-{lama.pk}",
        f"{sebutan(lama)} diminta di tempat lain oleh perubahan ini, padahal sementara itu sudah ada "
        f"{'; '.join(tertahan)}; karena itu aksi dan tiap pelaksanaannya tetap.",
        (TETAP,),
    )


def _kemajuan(p: Pelaksanaan, sanding: Sanding) -> str:
    """ "selesai 3 Maret 2023", "ditunda ke 20 Maret 2023"; empty where nothing was recorded."""
    pada = tanggal_id(p.jatuh_tempo) if p.jatuh_tempo else "tanpa tanggal"
    match p.status:
        case Status.SELESAI:
            return f"selesai {tanggal_id(p.realisasi)}"
        case Status.DITUNDA:
            return f"ditunda ke {pada}"
        case Status.BERJALAN | Status.BATAL:
            return f"{Status(p.status).label.lower()} ({pada})"
    if p.tersentuh:
        return f"catatan pada pelaksanaan {pada}"
    t = Tercatat(p.pk, Kejadian(p.mulai, p.jatuh_tempo))
    return f"tanggal yang disepakati, {pada}" if _baru_disepakati(t, sanding) else ""


JENIS: dict[type[Any], str] = {
    ProgramPrioritas: "program",
    RencanaKerja: "kerja",
    RencanaAksi: "aksi",
    SyaratBukti: "syarat",
}


def sebutan(baris: Any, *, kecil: bool = False) -> str:
    """Rencana aksi I.2.b "Menyusun …"; a row in words, where it stands in its own plan."""
    nama = NAMA[type(baris)]
    match baris:
        case ProgramPrioritas():
            letak, kata = baris.pengungkit.kode, baris.uraian
        case RencanaKerja():
            letak, kata = tempat(baris.pengungkit.kode, baris.nomor), baris.uraian
        case RencanaAksi():
            kerja = baris.rencana_kerja
            letak, kata = tempat(kerja.pengungkit.kode, kerja.nomor, baris.huruf), baris.uraian
        case _:
            kerja = baris.rencana_kerja
            letak = tempat(kerja.pengungkit.kode, kerja.nomor, baris.aksi.huruf if baris.aksi else "")
            kata = baris.teks
    pendek = kata if len(kata) <= 80 else f"{kata[:79].rstrip()}…"
    return f'{nama if kecil else nama.capitalize()} {letak} "{pendek}"'
