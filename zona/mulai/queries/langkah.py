"""What an office has done and what is next: office, people, teams, plan, submission, approval."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, RencanaAksi
from rencana_aksi.queries.draf_pertama import bukan_draf, draf_rencana
from rencana_aksi.queries.sunting import boleh_disunting
from zona.inti.waktu import sekarang
from zona.mulai.queries.tempat import Tempat, tempat_kantor
from zona.organisasi.enums import AREA, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan

KOP_WAJIB = {"induk": "instansi di atasnya", "alamat": "alamat", "kota": "kota"}
SELESAI, SEBAGIAN, BELUM = "selesai", "berjalan", "belum"
PERAN = {Peran.KEPALA: "kepala satuan kerja", Peran.KETUA: "ketua tim", Peran.ADMIN: "admin satuan kerja"}
KATA = {SELESAI: "Selesai", SEBAGIAN: "Sebagian", BELUM: "Belum"}


@dataclass(frozen=True, slots=True)
class Langkah:
    """`keadaan`: selesai, berjalan, belum; `kalimat`: it in words. `giliran`: who does it, while it is not done.
    `tujuan`: where the person does it, empty where it is not theirs or not yet; `lain`: (words, address) beside it."""

    kode: str
    judul: str
    keadaan: str
    kalimat: str
    giliran: str = ""
    tujuan: str = ""
    tombol: str = ""
    lain: tuple[tuple[str, str], ...] = ()

    @property
    def selesai(self) -> bool:
        return self.keadaan == SELESAI

    @property
    def kata(self) -> str:
        return KATA[self.keadaan]


@dataclass(frozen=True, slots=True)
class Mulai:
    tempat: Tempat
    langkah: tuple[Langkah, ...]

    @property
    def selesai(self) -> bool:
        """A version of the plan is in force: what an office may still add to itself has its own pages."""
        rencana = self.tempat.rencana
        return rencana is not None and rencana.sudah_ditetapkan

    @property
    def berikut(self) -> str:
        """The first step that is the person's to do now; empty where none is."""
        return next((s.kode for s in self.langkah if not s.selesai and s.tujuan), "")


@dataclass(frozen=True, slots=True)
class Orang:
    """The people of the office: who has which role that a step waits for, by name; how many there are beside the
    admins; the teams of the year that have somebody."""

    peran: dict[str, list[str]]
    selain_admin: int
    tim: frozenset[str]

    def giliran(self, *peran: Peran) -> str:
        """Who holds these roles, by name; the role where nobody does."""
        return ", ".join(", ".join(self.peran[p]) or f"{PERAN[p]} (belum ditunjuk)" for p in peran)


def keadaan_mulai(pengguna: Pengguna, satker: str) -> Mulai:
    """Nine queries at most. Raises Http404 for outsiders."""
    tempat = tempat_kantor(pengguna, satker)
    orang = _orang(tempat)
    mengelola = pengguna.boleh("kelola_akun", tempat)
    awal = (_kantor(tempat, orang, mengelola), _akun(tempat, orang, mengelola), _tim(tempat, orang, mengelola))
    return Mulai(tempat, (*awal, *_rencana(pengguna, tempat, orang)))


def _orang(tempat: Tempat) -> Orang:
    """Three queries."""
    peran: dict[str, list[str]] = defaultdict(list)
    admin = Penugasan.objects.filter(satker=tempat.satker, peran=Peran.ADMIN, pengguna__is_active=True)
    peran[Peran.ADMIN] = list(admin.order_by("pengguna__nama").values_list("pengguna__nama", flat=True))
    tim = set()
    for kode, satu, nama in Keanggotaan.objects.filter(
        tim__satker=tempat.satker, tim__tahun=tempat.tahun, pengguna__is_active=True
    ).values_list("tim__kode", "peran", "pengguna__nama"):
        tim.add(kode)
        if satu in (Peran.KEPALA, Peran.KETUA):
            peran[satu].append(nama)
    lain = Pengguna.objects.filter(satker=tempat.satker, is_active=True).exclude(pk__in=admin.values("pengguna"))
    return Orang(peran, lain.count(), frozenset(tim))


def _kantor(tempat: Tempat, orang: Orang, mengelola: bool) -> Langkah:
    satker = tempat.satker
    kurang = [nama for kolom, nama in KOP_WAJIB.items() if not getattr(satker, kolom)]
    waktu = f"Waktu kantor: {sekarang().astimezone(ZoneInfo(satker.zona_waktu)):%Z} ({satker.zona_waktu})."
    kop = f"Belum diisi: {', '.join(kurang)}" if kurang else f"{satker.alamat}, {satker.kota}"
    return _langkah(
        "kantor", "Kantor", SEBAGIAN if kurang else SELESAI, f"{satker.nama}. {kop}. {waktu}",
        orang.giliran(Peran.ADMIN),
        reverse("mulai:kantor", args=[satker.slug]) if mengelola else "", "Lengkapi data kantor",
    )  # fmt: skip


def _akun(tempat: Tempat, orang: Orang, mengelola: bool) -> Langkah:
    banyak = orang.selain_admin
    isi = f"{banyak} orang selain admin mempunyai akun." if banyak else "Baru admin yang mempunyai akun."
    return _langkah(
        "orang", "Orang", SELESAI if banyak else BELUM, isi, orang.giliran(Peran.ADMIN),
        reverse("orang:banyak", args=[tempat.satker.slug, tempat.tahun]) if mengelola else "", "Masukkan orang",
    )  # fmt: skip


def _tim(tempat: Tempat, orang: Orang, mengelola: bool) -> Langkah:
    kurang = [PERAN[p] for p in (Peran.KEPALA, Peran.KETUA) if not orang.peran[p]]
    kurang += [f"Tim {kode}" for kode in AREA if kode not in orang.tim]
    isi = f"Tim {tempat.tahun} lengkap: kepala, ketua, dan keenam pengungkit."
    if kurang:
        isi = f"Pada tim {tempat.tahun} belum ada orangnya: {', '.join(kurang)}."
    keadaan = SELESAI if not kurang else SEBAGIAN if orang.tim else BELUM
    return _langkah(
        "tim", "Tim", keadaan, isi, orang.giliran(Peran.ADMIN),
        reverse("orang:tim", args=[tempat.satker.slug, tempat.tahun]) if mengelola else "", "Susun tim",
    )  # fmt: skip


def _rencana(pengguna: Pengguna, tempat: Tempat, orang: Orang) -> Iterable[Langkah]:
    """The plan itself, its submission, its approval."""
    rencana, tahun = tempat.rencana, tempat.tahun
    dibuat = f"Rencana {tahun} belum ada."
    if rencana is None:
        boleh, tujuan = tempat.boleh(pengguna), reverse("mulai:rencana", args=[tempat.satker.slug])
        giliran = orang.giliran(Peran.KETUA, Peran.ADMIN)
        yield _langkah("rencana", "Rencana", BELUM, dibuat, giliran, tujuan if boleh else "", f"Buat rencana {tahun}")
        yield from _menunggu(orang, f"Diajukan ketua atau kepala setelah rencana {tahun} tersusun.")
        return
    banyak = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count()
    yield _isi(pengguna, tempat, rencana, banyak, orang)
    yield from _pengesahan(pengguna, rencana, banyak, orang)


def _isi(pengguna: Pengguna, tempat: Tempat, rencana: Rencana, banyak: int, orang: Orang) -> Langkah:
    slug, tahun = tempat.satker.slug, rencana.tahun
    kata = f"Rencana {tahun} ({rencana.get_status_display().lower()}) "
    isi = kata + (f"berisi {banyak} rencana aksi." if banyak else "belum berisi satu rencana aksi pun.")
    tujuan, lain = "", []
    if not bukan_draf(rencana, ""):
        if boleh_disunting(pengguna, rencana):
            tujuan = reverse("rencana_aksi:sunting", args=[slug, tahun])
        elif not banyak and tempat.boleh(pengguna):
            tujuan = reverse("mulai:awal", args=[slug, tahun])
        if tempat.boleh(pengguna):
            lain.append(("Ganti instrumen", reverse("mulai:instrumen", args=[slug, tahun])))
        if pengguna.boleh("buang_rencana", draf_rencana(rencana)):
            lain.append(("Buang draf", reverse("mulai:buang", args=[slug, tahun])))
    return _langkah(
        "rencana", "Rencana", SELESAI if banyak else SEBAGIAN, isi, orang.giliran(Peran.KETUA), tujuan,
        "Isi rencananya", lain,
    )  # fmt: skip


def _pengesahan(pengguna: Pengguna, rencana: Rencana, banyak: int, orang: Orang) -> Iterable[Langkah]:
    tujuan = f"{reverse('rencana_aksi:versi', args=[rencana.satker.slug, rencana.tahun])}#langkah"
    if rencana.versi > 1 or rencana.status == StatusRencana.DITETAPKAN:
        yield Langkah("ajukan", "Pengajuan", SELESAI, "Sudah diajukan.")
        yield Langkah("tetapkan", "Penetapan", SELESAI, f"Rencana {rencana.tahun} sudah ditetapkan.")
    elif rencana.status == StatusRencana.DIAJUKAN:
        yield Langkah("ajukan", "Pengajuan", SELESAI, f"Rencana {rencana.tahun} sudah diajukan.")
        boleh = pengguna.boleh("sahkan", rencana)
        yield _langkah(
            "tetapkan", "Penetapan", BELUM, "Menunggu penetapan kepala.", orang.giliran(Peran.KEPALA),
            tujuan if boleh else "", "Baca dan tetapkan",
        )  # fmt: skip
    else:
        boleh = bool(banyak) and pengguna.boleh("ajukan", rencana)
        yield from _menunggu(
            orang, "Draf diajukan ketua atau kepala bila isinya sudah lengkap.", tujuan if boleh else ""
        )


def _menunggu(orang: Orang, kalimat: str, tujuan: str = "") -> Iterable[Langkah]:
    """Not submitted yet."""
    yield _langkah("ajukan", "Pengajuan", BELUM, kalimat, orang.giliran(Peran.KETUA), tujuan, "Ajukan rencana")
    yield _langkah(
        "tetapkan", "Penetapan", BELUM, "Ditetapkan kepala dengan nomor dan tanggal SK.", orang.giliran(Peran.KEPALA)
    )


def _langkah(
    kode: str, judul: str, keadaan: str, kalimat: str, giliran: str = "", tujuan: str = "", tombol: str = "",
    lain: Collection[tuple[str, str]] = (),
) -> Langkah:  # fmt: skip
    """Done, its way there is one link among others, and nobody's turn."""
    if keadaan != SELESAI:
        return Langkah(kode, judul, keadaan, kalimat, giliran, tujuan, tombol, tuple(lain))
    ubah = (("Ubah", tujuan),) if tujuan else ()
    return Langkah(kode, judul, keadaan, kalimat, lain=(*ubah, *lain))
