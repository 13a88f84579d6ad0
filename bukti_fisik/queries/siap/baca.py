"""What the list is made of, as plain rows: ten queries whatever the size of the plan."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti, KeadaanTautan, Pembawa
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, SyaratBukti
from rencana_aksi.queries.tempat import tempat
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan

Kunci = tuple[int, int | None]
"""A need: a syarat, and the pelaksanaan where it is asked at each."""


@dataclass(frozen=True, slots=True)
class Kebutuhan:
    """One need; `aksi_id` is the action whose page takes it (none where its row has no action yet)."""

    syarat_id: int
    pelaksanaan_id: int | None
    area: str
    sebutan: str
    teks: str
    aksi_id: int | None
    penanggung_jawab_id: int | None
    jatuh_tempo: date | None

    @property
    def jangkar(self) -> str:
        """Its id on the action's page (templates/bukti_fisik/_syarat.html)."""
        return "-".join(["syarat", *(str(pk) for pk in (self.syarat_id, self.pelaksanaan_id) if pk)])


@dataclass(frozen=True, slots=True)
class Lembar:
    """One bukti that still stands. `keadaan` and `pindai` are its file's, empty for a link."""

    pk: int
    syarat_id: int
    pelaksanaan_id: int | None
    status: str
    alasan: str
    nama: str
    tautan: str
    tanggal: date | None
    berkas_id: int | None
    keadaan: str | None
    pindai: str | None
    pengunggah_id: int | None
    diunggah: datetime
    sidik: str

    @property
    def isi(self) -> str | int:
        """What is the same for the same bytes or the same address."""
        return self.berkas_id or self.tautan


@dataclass(frozen=True, slots=True)
class Orang:
    """Who may be asked: active people of the office by id, and who leads what."""

    nama: dict[int, str]
    koordinator: dict[str, int] = field(default_factory=dict)
    kepala: int | None = None
    ketua: int | None = None
    admin: int | None = None

    def pilih(self, *calon: int | None) -> int | None:
        """The first who is there."""
        return next((pk for pk in calon if pk in self.nama), None)


@dataclass(frozen=True, slots=True)
class Bahan:
    """`kebutuhan` in the plan's order; `mati`: dead addresses and why. `pembawa`: who brought in
    what waits, by its sidik: they do not judge it."""

    pengungkit: list[tuple[str, str]]
    kebutuhan: list[Kebutuhan]
    lembar: dict[Kunci, list[Lembar]]
    mati: dict[str, str]
    orang: Orang
    pembawa: dict[str, set[int]]


def baca(rencana: Rencana) -> Bahan:
    """All of the plan."""
    lembar: dict[Kunci, list[Lembar]] = defaultdict(list)
    for satu in _lembar(rencana):
        lembar[satu.syarat_id, satu.pelaksanaan_id].append(satu)
    mati = KeadaanTautan.objects.filter(satker=rencana.satker_id, hidup=False).values_list("alamat", "keterangan")
    pengungkit = Pengungkit.objects.filter(rencana=rencana).values_list("kode", "nama")
    return Bahan(list(pengungkit), _kebutuhan(rencana), lembar, dict(mati), _orang(rencana), _pembawa(rencana))


def _pembawa(rencana: Rencana) -> dict[str, set[int]]:
    tunggu = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana, status=StatusBukti.MENUNGGU)
    hasil: dict[str, set[int]] = defaultdict(set)
    milik = Pembawa.objects.filter(satker=rencana.satker_id, sidik__in=tunggu.order_by().values("sidik"))
    for sidik, orang in milik.values_list("sidik", "orang"):
        hasil[sidik].add(orang)
    return hasil


def _lembar(rencana: Rencana) -> list[Lembar]:
    kolom = (
        "pk", "syarat", "pelaksanaan", "status", "alasan", "nama", "tautan", "tanggal_dokumen", "berkas",
        "berkas__keadaan", "berkas__pindai", "diunggah_oleh", "diunggah_pada", "sidik",
    )  # fmt: skip
    berlaku = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana)
    berlaku = berlaku.exclude(status=StatusBukti.DITARIK).exclude(pelaksanaan__status=Status.BATAL)
    return [Lembar(*baris) for baris in berlaku.order_by("pk").values_list(*kolom)]


def _kebutuhan(rencana: Rencana) -> list[Kebutuhan]:
    aksi: dict[int, list[tuple[int, str, int | None]]] = defaultdict(list)
    for rk, pk, huruf, orang in (
        RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
        .order_by("urutan")
        .values_list("rencana_kerja", "pk", "huruf", "penanggung_jawab")
    ):
        aksi[rk].append((pk, huruf, orang))
    kali: dict[int, list[tuple[int, date | None]]] = defaultdict(list)
    for a, pk, tempo in (
        Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
        .exclude(status=Status.BATAL)
        .order_by("urutan")
        .values_list("aksi", "pk", "jatuh_tempo")
    ):
        kali[a].append((pk, tempo))
    hasil = []
    for pk, teks, tiap, rk, milik, area, nomor in (
        SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
        .order_by("rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan")
        .values_list(
            "pk", "teks", "tiap_pelaksanaan", "rencana_kerja", "aksi", "rencana_kerja__pengungkit__kode",
            "rencana_kerja__nomor",
        )
    ):  # fmt: skip
        kosong: tuple[int | None, str, int | None] = (None, "", None)
        di, huruf, penanggung_jawab = next((a for a in aksi[rk] if milik in (None, a[0])), kosong)
        saat: list[tuple[int | None, date | None]] = [(None, None)]
        if tiap:
            saat = [*kali[milik]]
        nama = tempat(area, nomor, huruf if milik else "")
        hasil += [Kebutuhan(pk, kapan, area, nama, teks, di, penanggung_jawab, hari) for kapan, hari in saat]
    return hasil


def _orang(rencana: Rencana) -> Orang:
    nama = Pengguna.objects.filter(satker=rencana.satker_id, is_active=True).values_list("pk", "nama")
    tim = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun)
    pemimpin = list(tim.exclude(peran=Peran.ANGGOTA).values_list("peran", "tim__kode", "pengguna"))
    admin = Penugasan.objects.filter(satker=rencana.satker_id, peran=Peran.ADMIN).order_by("pk")
    return Orang(
        nama=dict(nama),
        koordinator={kode: pk for peran, kode, pk in pemimpin if peran == Peran.KOORDINATOR},
        kepala=next((pk for peran, _, pk in pemimpin if peran == Peran.KEPALA), None),
        ketua=next((pk for peran, _, pk in pemimpin if peran == Peran.KETUA), None),
        admin=admin.values_list("pengguna", flat=True).first(),
    )
