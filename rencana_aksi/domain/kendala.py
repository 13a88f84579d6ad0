"""Obstacles of an action or of one of its occurrences, and what is done about them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from pengungkit.models import Pertanyaan
from rencana_aksi.enums import StatusKendala
from rencana_aksi.models import Kendala, Pelaksanaan, RencanaAksi
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.jejak import kata_jejak, kolom_berurut

KOLOM = {
    "pelaksanaan": "pelaksanaan",
    "uraian": "kendala",
    "dampak": "dampak",
    "tindak_lanjut": "tindak lanjut",
    "penanggung_jawab": "penanggung jawab",
    "tenggat": "tenggat",
    "status": "status",
    "selesai_pada": "tanggal selesai",
}
"""What people change, in their words."""

URUTAN = {s: i for i, s in enumerate((StatusKendala.TERBUKA, StatusKendala.DITINDAKLANJUTI, StatusKendala.SELESAI))}
TINDAKAN = {
    StatusKendala.TERBUKA: "membuka kembali kendala",
    StatusKendala.DITINDAKLANJUTI: "menindaklanjuti kendala",
    StatusKendala.SELESAI: "menyelesaikan kendala",
}


@transaction.atomic
def catat_kendala(
    *,
    aksi: RencanaAksi,
    uraian: str,
    oleh: Pengguna | None,
    pelaksanaan: Pelaksanaan | None = None,
    dampak: str = "",
    tindak_lanjut: str = "",
    penanggung_jawab: Pengguna | None = None,
    tenggat: date | None = None,
    pertanyaan: Pertanyaan | None = None,
) -> Kendala:
    """Note an obstacle of the action, or of one occurrence of it: what it is, what it does to the plan, what is done
    about it, by whom and until when; `pertanyaan`: the question of the LKE it was noted at. Raises DomainError, naming
    the field: no description, an occurrence of another action, somebody of another office, a date years away."""
    isi = _isi(aksi, pelaksanaan, uraian, dampak, tindak_lanjut, penanggung_jawab, tenggat)
    kendala = Kendala.objects.create(aksi=aksi, dicatat_oleh=oleh, pertanyaan=pertanyaan, **isi)
    asal = {"pertanyaan": pertanyaan.kode} if pertanyaan else {}
    sesudah = {kolom: nilai for kolom, nilai in isi.items() if nilai} | asal
    catat(satker_id=aksi.lingkup.satker_id, oleh=oleh, tindakan="mencatat kendala", objek=kendala, sesudah=sesudah)
    return kendala


@transaction.atomic
def ubah_kendala(
    *,
    kendala: Kendala,
    uraian: str,
    status: str,
    oleh: Pengguna | None,
    hari_ini: date,
    pelaksanaan: Pelaksanaan | None = None,
    dampak: str = "",
    tindak_lanjut: str = "",
    penanggung_jawab: Pengguna | None = None,
    tenggat: date | None = None,
    selesai_pada: date | None = None,
    alasan: str = "",
    dilihat: int | None = None,
) -> bool:
    """Change an obstacle and move it on: terbuka, ditindaklanjuti, selesai; True when something changed.
    `selesai_pada` counts for selesai only; `dilihat` is the id of the newest audit row the person saw.

    Raises DomainError as `catat_kendala` does, and for: a step on without a follow-up, a step back without a reason,
    selesai without a date or with one in the future; and, naming who changed what, where somebody was quicker.
    """
    lama = {kolom: getattr(kendala, kolom) for kolom in KOLOM}
    if dilihat is not None and (baru := _sejak(kendala, dilihat)):
        raise _didahului(baru)
    isi = _isi(kendala.aksi, pelaksanaan, uraian, dampak, tindak_lanjut, penanggung_jawab, tenggat)
    isi |= _keadaan(kendala, StatusKendala(status), isi["tindak_lanjut"], selesai_pada, alasan.strip(), hari_ini)
    sebelum, sesudah = beda(kendala, **isi)
    if not sesudah:
        return False
    syarat = {f"{k}__isnull" if v is None else k: True if v is None else v for k, v in lama.items()}
    if not Kendala.objects.filter(pk=kendala.pk, **syarat).update(**sesudah):
        for kolom, nilai in sebelum.items():
            setattr(kendala, kolom, nilai)
        raise _didahului(Jejak.objects.filter(objek=Kendala._meta.label_lower, objek_id=kendala.pk)[:1])
    catat(
        satker_id=kendala.lingkup.satker_id,
        oleh=oleh,
        tindakan=TINDAKAN[sesudah["status"]] if "status" in sesudah else "mengubah kendala",
        objek=kendala,
        sebelum=sebelum,
        sesudah=sesudah,
        alasan=alasan.strip(),
    )
    return True


def _isi(
    aksi: RencanaAksi,
    pelaksanaan: Pelaksanaan | None,
    uraian: str,
    dampak: str,
    tindak_lanjut: str,
    penanggung_jawab: Pengguna | None,
    tenggat: date | None,
) -> dict[str, Any]:
    lingkup = aksi.lingkup
    if not uraian.strip():
        raise DomainError("Tulis kendalanya.", kolom="uraian")
    if pelaksanaan is not None and pelaksanaan.aksi_id != aksi.pk:
        raise DomainError("Pelaksanaan itu bukan milik aksi ini.", kolom="pelaksanaan")
    if penanggung_jawab is not None and penanggung_jawab.satker_id != lingkup.satker_id:
        raise DomainError(f"{penanggung_jawab} bukan pegawai satuan kerja ini.", kolom="penanggung_jawab")
    if tenggat is not None and abs(tenggat.year - lingkup.tahun) > 1:
        raise DomainError(f"Tenggat terlalu jauh dari tahun rencana, {lingkup.tahun}.", kolom="tenggat")
    return {
        "pelaksanaan": pelaksanaan,
        "uraian": uraian.strip(),
        "dampak": dampak.strip(),
        "tindak_lanjut": tindak_lanjut.strip(),
        "penanggung_jawab": penanggung_jawab,
        "tenggat": tenggat,
    }


def _keadaan(
    kendala: Kendala, status: StatusKendala, tindak_lanjut: str, selesai_pada: date | None, alasan: str, hari_ini: date
) -> dict[str, Any]:
    if URUTAN[status] < URUTAN[StatusKendala(kendala.status)] and not alasan:
        raise DomainError("Tulis alasan kendala ini dibuka kembali.", kolom="alasan")
    if status != StatusKendala.TERBUKA and not tindak_lanjut:
        raise DomainError("Tulis tindak lanjutnya.", kolom="tindak_lanjut")
    if status != StatusKendala.SELESAI:
        return {"status": status, "selesai_pada": None}
    if selesai_pada is None:
        raise DomainError("Tulis tanggal selesainya.", kolom="selesai_pada")
    if selesai_pada > hari_ini:
        raise DomainError(
            f"Tanggal selesai tidak boleh sesudah hari ini, {tanggal_id(hari_ini)}.", kolom="selesai_pada"
        )
    if abs(selesai_pada.year - kendala.lingkup.tahun) > 1:
        raise DomainError(
            f"Tanggal selesai terlalu jauh dari tahun rencana, {kendala.lingkup.tahun}.", kolom="selesai_pada"
        )
    return {"status": status, "selesai_pada": selesai_pada}


def _sejak(kendala: Kendala, dilihat: int) -> list[Jejak]:
    """What was written about it after that audit row, oldest first."""
    jejak = Jejak.objects.filter(objek=Kendala._meta.label_lower, objek_id=kendala.pk, id__gt=dilihat)
    return list(jejak.order_by("id"))


def _didahului(jejak: Iterable[Jejak]) -> DomainError:
    """Who changed what meanwhile, from the audit trail."""
    kalimat = []
    for satu in jejak:
        rincian = "; ".join(
            f"{KOLOM.get(kolom, kolom)} menjadi “{kata_jejak(satu.sesudah[kolom])}”"
            for kolom in kolom_berurut(satu)
            if kolom in satu.sesudah
        )
        kalimat.append(f"Sementara itu diubah oleh {satu.oleh_nama}: {rincian}.")
    sebab = " ".join(kalimat) or "Kendala ini sudah berubah."
    return DomainError(f"{sebab} Yang Anda ketik masih ada di bawah; simpan lagi bila tetap hendak menggantinya.")
