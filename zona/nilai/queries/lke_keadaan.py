"""Where the assessments of a sheet stand, and what this person may do with each."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian, PenilaianBeku
from zona.inti.kata import tamat
from zona.inti.waktu import tanggal_id
from zona.nilai.queries.lke import Kolom, LembarLke

AJUKAN = {JenisPenilaian.MANDIRI: "ajukan", JenisPenilaian.TPI: "kunci_tpi"}
KUNCI = {JenisPenilaian.MANDIRI: "sahkan", JenisPenilaian.TPI: "kunci_tpi"}


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One assessment: its state in a sentence, the steps open to this person, the locks it has had."""

    kolom: Kolom
    kalimat: str
    langkah: tuple[str, ...]
    beku: tuple[PenilaianBeku, ...]


@dataclass(frozen=True, slots=True)
class KeadaanLke:
    """`boleh_mulai`: this person may begin the assessor's column; `boleh_buka`: open the office's answers."""

    baris: tuple[Keadaan, ...]
    boleh_mulai: bool
    boleh_buka: bool


def keadaan_lke(lembar: LembarLke) -> KeadaanLke:
    """One query, for the locks."""
    terlihat = [k.penilaian.pk for k in lembar.kolom if k.penilaian and not k.tertutup]
    beku = list(
        PenilaianBeku.objects.filter(penilaian__in=terlihat).defer("isi").select_related("dibuat_oleh", "penilaian")
    )
    baris = tuple(
        Keadaan(
            k, _kalimat(lembar, k), () if k.tertutup else langkah(lembar, k),
            tuple(b for b in beku if k.penilaian and b.penilaian_id == k.penilaian.pk),
        )
        for k in lembar.kolom
    )  # fmt: skip
    menilai = lembar.pengguna.boleh("nilai_lke", lembar.rencana)
    ada_tpi = any(p.jenis == JenisPenilaian.TPI for p in lembar.semua)
    return KeadaanLke(baris, menilai and not ada_tpi, menilai and lembar.kolom[0].tertutup)


def langkah(lembar: LembarLke, kolom: Kolom) -> tuple[str, ...]:
    """ajukan, kunci, buka: those that the state and this person's rights allow."""
    if kolom.penilaian is None:
        return ()
    status, rencana = StatusPenilaian(kolom.penilaian.status), lembar.rencana
    ajukan = lembar.pengguna.boleh(AJUKAN[kolom.jenis], rencana)
    kunci = lembar.pengguna.boleh(KUNCI[kolom.jenis], rencana)
    tpi = kolom.jenis == JenisPenilaian.TPI
    boleh = {
        "ajukan": ajukan and status == StatusPenilaian.DRAF,
        "kunci": kunci and (status == StatusPenilaian.DIAJUKAN or (tpi and status == StatusPenilaian.DRAF)),
        "buka": kunci and status != StatusPenilaian.DRAF,
    }
    return tuple(nama for nama, ya in boleh.items() if ya)


def _kalimat(lembar: LembarLke, kolom: Kolom) -> str:
    p = kolom.penilaian
    if p is None:
        return "Belum dimulai: penilaian ada sejak jawaban pertama."
    if kolom.tertutup:
        return "Tertutup bagi Anda: Anda menilai tanpa melihat jawaban unit."
    if p.status == StatusPenilaian.DIKUNCI:
        return tamat(f"Dikunci {_siapa(lembar, p, 'dikunci')}")
    if p.status == StatusPenilaian.DIAJUKAN:
        return f"Diajukan {_siapa(lembar, p, 'diajukan')}; jawabannya tidak dapat diubah selama diajukan."
    return "Draf: masih dapat dijawab."


def _siapa(lembar: LembarLke, penilaian: Penilaian, langkah: str) -> str:
    oleh, saat = getattr(penilaian, f"{langkah}_oleh"), getattr(penilaian, f"{langkah}_pada")
    if saat is None:
        return f"oleh {oleh or 'Sistem'}"
    return (
        f"oleh {oleh or 'Sistem'} pada {tanggal_id(saat.astimezone(ZoneInfo(lembar.rencana.satker.zona_waktu)).date())}"
    )
