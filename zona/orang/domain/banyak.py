"""A list of people applied to an office and a year: all of it, or what is right of it, in one transaction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from zona.inti.errors import DomainError
from zona.orang.enums import Jenis
from zona.orang.queries.banding import bandingkan
from zona.orang.queries.hasil import TETAP, HasilBaris, Jawaban, jumlah, sidik_hasil
from zona.orang.roster.daftar import Daftar
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.nama_pengguna import usul_username
from zona.organisasi.domain.pengguna import tambah_pengguna, ubah_pengguna
from zona.organisasi.domain.penugasan import beri_peran
from zona.organisasi.domain.tim import keluarkan_tim, masukkan_tim
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

BERUBAH = "Yang akan terjadi berubah sejak ditampilkan. Lihat sekali lagi, lalu terapkan."


class BelumSiap(DomainError):
    """Rows are refused or asked, and nobody said to leave them out. `hasil`: all rows."""

    def __init__(self, hasil: list[HasilBaris]) -> None:
        self.hasil = hasil
        banyak = sum(h.jenis in (Jenis.DITOLAK, Jenis.DITANYA) for h in hasil)
        super().__init__(f"{banyak} dari {len(hasil)} baris belum dapat diterapkan; tidak ada yang ditulis.")


@dataclass(frozen=True, slots=True)
class HasilDaftar:
    """`baris`: all rows, with what was done; `baru`: the accounts that were made."""

    baris: list[HasilBaris]
    baru: list[Pengguna]

    @property
    def jumlah(self) -> dict[str, int]:
        return jumlah(self.baris)

    @property
    def tinggal(self) -> list[int]:
        """Numbers of the rows that were left out."""
        return [h.baris.nomor for h in self.baris if not h.siap]


@transaction.atomic
def terapkan_daftar(
    *,
    satker: Satker,
    tahun: int,
    daftar: Daftar,
    jawaban: Mapping[int, Jawaban] | None = None,
    dilihat: str | None = None,
    benar_saja: bool = False,
    oleh: Pengguna | None,
) -> HasilDaftar:
    """Make and correct accounts, and put people into the teams of that year and into standing roles, as the rows say;
    people and places the list does not name stay. Applied again it changes nothing.

    Raises BelumSiap where rows are refused or asked, unless `benar_saja` leaves them out; DomainError where what would
    be done is not what was seen (`dilihat`, of `sidik_hasil`). Then nothing is written."""
    Satker.objects.select_for_update().get(pk=satker.pk)
    hasil = bandingkan(satker, tahun, daftar, jawaban, oleh)
    if dilihat is not None and sidik_hasil(hasil) != dilihat:
        raise DomainError(BERUBAH)
    if not benar_saja and any(h.jenis in (Jenis.DITOLAK, Jenis.DITANYA) for h in hasil):
        raise BelumSiap(hasil)
    siap = [h for h in hasil if h.siap]
    orang, baru = _tulis_akun(satker, siap, oleh)
    _susun(satker, tahun, siap, orang, oleh)
    if any(h.jenis != Jenis.SAMA for h in siap):
        ringkas = {"tahun": tahun, **{jenis: n for jenis, n in jumlah(hasil).items() if n}}
        catat(satker_id=satker.pk, oleh=oleh, tindakan="memuat daftar orang", objek=satker, sesudah=ringkas)
    return HasilDaftar(hasil, baru)


def _tulis_akun(
    satker: Satker, siap: Sequence[HasilBaris], oleh: Pengguna | None
) -> tuple[dict[int, Pengguna], list[Pengguna]]:
    """Who each row is about, by its number, and the new ones."""
    orang: dict[int, Pengguna] = {}
    baru: list[Pengguna] = []
    terpakai = _Terpakai()
    for h in siap:
        if h.pengguna:
            orang[h.baris.nomor] = h.pengguna
            ubah_pengguna(pengguna=h.pengguna, oleh=oleh, **h.data)
        elif h.bersama is not None:
            orang[h.baris.nomor] = orang[h.bersama]
        else:
            data = {kunci: nilai or "" for kunci, nilai in h.data.items()}
            username = usul_username(h.baris.nama, terpakai, satker.slug)
            orang[h.baris.nomor] = tambah_pengguna(satker=satker, username=username, oleh=oleh, **data)
            baru.append(orang[h.baris.nomor])
    return orang, baru


class _Terpakai:
    """Usernames that are taken, asked for once for each beginning: a thousand namesakes are no million questions."""

    def __init__(self) -> None:
        self.awal: dict[str, set[str]] = {}

    def __call__(self, username: str) -> bool:
        awal = re.match(r"[^0-9]*", username)[0]  # type: ignore[index]  # always matches
        if awal not in self.awal:
            ada = Pengguna.objects.filter(username__startswith=awal)
            self.awal[awal] = set(ada.values_list("username", flat=True))
        terpakai = username in self.awal[awal]
        self.awal[awal].add(username)
        return terpakai


def _susun(
    satker: Satker, tahun: int, siap: Sequence[HasilBaris], orang: Mapping[int, Pengguna], oleh: Pengguna | None
) -> None:
    """Teams and standing roles. First those who give a leading role up, so that nobody's place is taken."""
    masuk = [h for h in siap if h.masuk and h.peran]
    pemimpin = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).exclude(peran=Peran.ANGGOTA)
    memimpin = {(m.pengguna_id, m.tim.kode): m for m in pemimpin.select_related("tim", "pengguna")}
    turun = [h for h in masuk if h.pengguna and (h.pengguna.pk, h.tim) in memimpin]
    for h in turun:
        lama = memimpin[orang[h.baris.nomor].pk, h.tim]
        if h.peran not in (Peran.ANGGOTA, lama.peran):
            keluarkan_tim(keanggotaan=lama, oleh=oleh)
    for h in sorted(masuk, key=lambda h: not (h in turun and h.peran == Peran.ANGGOTA)):
        satu, peran = orang[h.baris.nomor], Peran(h.peran or "")
        if peran in TETAP:
            beri_peran(satker=satker, pengguna=satu, peran=peran, oleh=oleh)
        else:
            masukkan_tim(
                satker=satker, tahun=tahun, kode=h.tim, pengguna=satu, peran=peran, sebutan=h.sebutan, oleh=oleh
            )
