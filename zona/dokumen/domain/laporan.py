"""Writing a monev report: type, finish (freeze), open again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from rencana_aksi.models import Rencana
from zona.dokumen.enums import StatusLaporan
from zona.dokumen.models import LaporanBeku, LaporanMonev
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.beku import bekukan
from zona.dokumen.queries.monev.laporan import laporan_periode, susun_laporan
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna

BATAS_RAPAT = timedelta(days=60)
SUDAH_SELESAI = "Laporan ini sudah selesai. Kepala dapat membukanya kembali."


@transaction.atomic
def simpan_laporan(
    *,
    rencana: Rencana,
    periode: Periode,
    oleh: Pengguna | None,
    hari_ini: date,
    kesimpulan: str = "",
    rekomendasi: str = "",
    prognosis: Mapping[str, str] | None = None,
    tanggal_rapat: date | None = None,
    tempat_rapat: str = "",
    peserta: str = "",
    dilihat: int | None = None,
) -> LaporanMonev:
    """Keep what was typed into the report of a period (of a plan with its satker). A text that is what the report says
    by itself is not kept: it goes on following the numbers. `dilihat` is the revision the person saw, 0 for none.

    Raises DomainError: the period has not begun, the report is finished, the meeting lies before the period or months
    after it; and, naming who, where somebody else saved meanwhile.
    """
    if periode.belum_mulai(hari_ini):
        raise DomainError(f"{periode.nama} belum dimulai.")
    if tanggal_rapat and not periode.dari <= tanggal_rapat <= periode.sampai + BATAS_RAPAT:
        batas = f"{tanggal_id(periode.dari)} sampai {tanggal_id(periode.sampai + BATAS_RAPAT)}"
        raise DomainError(f"Rapat monev periode ini antara {batas}.", kolom="tanggal_rapat")
    laporan, lalu = laporan_periode(rencana, periode)
    if dilihat is not None and dilihat != (laporan.revisi if laporan else 0):
        raise _didahului(laporan)
    if laporan and laporan.status == StatusLaporan.SELESAI:
        raise DomainError(SUDAH_SELESAI)
    bawaan = susun_laporan(rencana, periode, hari_ini, laporan, lalu).bawaan
    tertulis = {k: _rapi(v) for k, v in (prognosis or {}).items()}
    isi = {
        "kesimpulan": _selain(kesimpulan, bawaan.kesimpulan),
        "rekomendasi": _selain(rekomendasi, bawaan.rekomendasi),
        "prognosis": {k: v for k, v in tertulis.items() if v and v != bawaan.prognosis.get(k)},
        "tanggal_rapat": tanggal_rapat,
        "tempat_rapat": _selain(tempat_rapat, bawaan.tempat_rapat),
        "peserta": _selain(peserta, bawaan.peserta),
    }
    return _simpan(rencana, periode, laporan, isi, oleh)


def _simpan(
    rencana: Rencana, periode: Periode, laporan: LaporanMonev | None, isi: dict[str, Any], oleh: Pengguna | None
) -> LaporanMonev:
    if laporan is None:
        try:
            with transaction.atomic():
                laporan = LaporanMonev.objects.create(
                    rencana=rencana, jenis=periode.jenis, nomor=periode.nomor, revisi=1, **isi
                )
        except IntegrityError:
            raise _didahului(None) from None
        sesudah = {k: v for k, v in isi.items() if v}
        catat(satker_id=rencana.satker_id, oleh=oleh, tindakan="menulis laporan", objek=laporan, sesudah=sesudah)
        return laporan
    sebelum, sesudah = beda(laporan, **isi)
    if sesudah:
        _ubah(laporan, **sesudah)
        catat(
            satker_id=rencana.satker_id,
            oleh=oleh,
            tindakan="menulis laporan",
            objek=laporan,
            sebelum=sebelum,
            sesudah=sesudah,
        )
    return laporan


@transaction.atomic
def selesaikan_laporan(
    *, rencana: Rencana, periode: Periode, oleh: Pengguna | None, hari_ini: date, **tulisan: Any
) -> LaporanBeku:
    """Keep what was typed, then freeze the whole report as it reads now; nothing later alters it. Raises DomainError as
    `simpan_laporan` does, and before the period's last working day."""
    if hari_ini < periode.bisa_selesai:
        mulai = tanggal_id(periode.bisa_selesai)
        raise DomainError(f"Laporan {periode.nama} dapat diselesaikan mulai {mulai}, hari kerja terakhirnya.")
    laporan = simpan_laporan(rencana=rencana, periode=periode, oleh=oleh, hari_ini=hari_ini, **tulisan)
    _, lalu = laporan_periode(rencana, periode)
    if laporan.tanggal_rapat and laporan.tanggal_rapat > hari_ini:
        raise DomainError("Rapat monev belum berlangsung; selesaikan laporan sesudahnya.", kolom="tanggal_rapat")
    versi = laporan.versi + 1
    isi, sha256 = bekukan(susun_laporan(rencana, periode, hari_ini, laporan, lalu).isi, versi, hari_ini)
    beku = LaporanBeku.objects.create(laporan=laporan, versi=versi, isi=isi, sha256=sha256, diselesaikan_oleh=oleh)
    _pindah(laporan, "menyelesaikan laporan", oleh, "", status=StatusLaporan.SELESAI, versi=versi, sha256=sha256)
    return beku


@transaction.atomic
def buka_laporan(*, laporan: LaporanMonev, alasan: str, oleh: Pengguna | None) -> None:
    """Make a finished report a draft again; what was frozen stays readable. Raises DomainError without a reason, and
    for one that is not finished."""
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    if laporan.status != StatusLaporan.SELESAI:
        raise DomainError("Laporan ini belum selesai.")
    _pindah(laporan, "membuka kembali laporan", oleh, alasan.strip(), status=StatusLaporan.DRAF)


def _pindah(
    laporan: LaporanMonev, tindakan: str, oleh: Pengguna | None, alasan: str, sha256: str = "", **isi: Any
) -> None:
    sebelum, sesudah = beda(laporan, **isi)
    _ubah(laporan, **sesudah)
    catat(
        satker_id=laporan.lingkup.satker_id,
        oleh=oleh,
        tindakan=tindakan,
        objek=laporan,
        sebelum=sebelum,
        sesudah=sesudah | ({"sha256": sha256} if sha256 else {}),
        alasan=alasan,
    )


def _ubah(laporan: LaporanMonev, **isi: Any) -> None:
    """Write only over the revision that was read."""
    lama = laporan.revisi
    if not LaporanMonev.objects.filter(pk=laporan.pk, revisi=lama).update(revisi=lama + 1, **isi):
        raise _didahului(laporan)
    laporan.revisi = lama + 1


def _didahului(laporan: LaporanMonev | None) -> DomainError:
    jejak = Jejak.objects.filter(objek=LaporanMonev._meta.label_lower, objek_id=laporan.pk).first() if laporan else None
    siapa = f"{jejak.oleh_nama} sudah {jejak.tindakan} ini" if jejak else "laporan ini sudah ditulis orang lain"
    return DomainError(f"Sementara itu {siapa}. Yang Anda ketik masih ada di bawah; simpan lagi untuk menggantinya.")


def _rapi(teks: str) -> str:
    """Lines as we write them, whatever the browser sent."""
    return "\n".join(baris.rstrip() for baris in teks.strip().splitlines())


def _selain(teks: str, bawaan: str) -> str:
    """What was typed; nothing where it says what the report says by itself."""
    rapi = _rapi(teks)
    return "" if rapi == _rapi(bawaan) else rapi
