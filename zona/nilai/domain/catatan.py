"""A note of the assessor becomes a kendala of the plan, with somebody to solve it."""

from django.db import transaction
from django.db.models import QuerySet

from bukti_fisik.models import Bukti
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Jawaban, Pertanyaan
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.models import Kendala, Rencana, RencanaAksi
from zona.inti.errors import DomainError
from zona.inti.mirip import Indeks
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna

ATAS = "rencana_kerja__pengungkit__rencana"


class SudahAda(DomainError):
    """The question's note is a kendala already: `kendala`."""

    def __init__(self, kendala: Kendala) -> None:
        self.kendala = kendala
        super().__init__("Catatan ini sudah menjadi kendala.")


@transaction.atomic
def jadikan_kendala(*, rencana: Rencana, soal: Pertanyaan, oleh: Pengguna) -> Kendala:
    """Note the assessor's words as a kendala: of the action whose evidence stands beside the question, else of the one
    of the pengungkit (of hasil: of the plan) most alike; owned by who answers for it, else by its coordinator. Raises
    SudahAda, and DomainError where there is no note, it is not submitted yet (all read a kendala), or the plan has no
    action."""
    Rencana.objects.select_for_update().get(pk=rencana.pk)  # two clicks make one
    if ada := Kendala.objects.filter(pertanyaan=soal, **{f"aksi__{ATAS}": rencana}).first():
        raise SudahAda(ada)
    jawaban = Jawaban.objects.filter(
        penilaian__satker=rencana.satker_id, penilaian__tahun=rencana.tahun, penilaian__jenis=JenisPenilaian.TPI,
        pertanyaan=soal,
    ).select_related("penilaian").first()  # fmt: skip
    if jawaban is None or not jawaban.catatan:
        raise DomainError(f"Belum ada catatan TPI pada {soal.kode}.")
    if jawaban.penilaian.status == StatusPenilaian.DRAF:
        raise DomainError("Catatan ini menjadi kendala sesudah penilaian TPI diajukan: kendala dibaca seluruh kantor.")
    aksi = _aksi(rencana, soal)
    return catat_kendala(
        aksi=aksi,
        uraian=f"Catatan TPI atas {soal.kode}: {jawaban.catatan}",
        penanggung_jawab=aksi.penanggung_jawab or _koordinator(aksi),
        pertanyaan=soal,
        oleh=oleh,
    )


def _aksi(rencana: Rencana, soal: Pertanyaan) -> RencanaAksi:
    semua: QuerySet[RencanaAksi] = RencanaAksi.objects.filter(**{ATAS: rencana}).select_related(
        ATAS, "penanggung_jawab"
    )
    bukti = Bukti.objects.filter(pertanyaan=soal, **{f"syarat__{ATAS}": rencana}, syarat__aksi__isnull=False)
    if terkait := bukti.order_by("pk").values_list("syarat__aksi", flat=True).first():
        return semua.get(pk=terkait)
    area = soal.indikator.komponen.area
    calon = {a.pk: a for a in semua if area in ("", a.rencana_kerja.pengungkit.kode)}
    if not calon:
        raise DomainError("Rencana ini belum punya rencana aksi untuk pengungkitnya, sehingga kendala belum bertempat.")
    teks = {pk: f"{a.uraian} {a.rencana_kerja.uraian}" for pk, a in calon.items()}
    mirip = Indeks(teks).cari([soal.teks, *soal.data_dukung], paling_sedikit=0)
    return calon[mirip[0][0]]


def _koordinator(aksi: RencanaAksi) -> Pengguna | None:
    lingkup = aksi.lingkup
    milik = Keanggotaan.objects.filter(
        tim__satker=lingkup.satker_id, tim__tahun=lingkup.tahun, tim__kode=lingkup.area, peran=Peran.KOORDINATOR
    )
    anggota = milik.select_related("pengguna").first()
    return anggota.pengguna if anggota else None
