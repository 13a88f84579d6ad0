"""The demo office on its first morning: the satker, its people with their teams and passwords, its plan."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings

from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.muat import muat_rencana
from rencana_aksi.models import Rencana
from zona.beranda.domain.contoh.naskah import FIXTURES, baca
from zona.inti.waktu import pada
from zona.naskah.domain.naskah import muat_naskah
from zona.naskah.queries.templat import baca_folder
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.muat_tim import muat_tim
from zona.organisasi.domain.pengguna import tambah_pengguna
from zona.organisasi.domain.penugasan import beri_peran
from zona.organisasi.domain.sandi import pasang_sandi
from zona.organisasi.domain.satker import buat_satker
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

KOP = ("telepon", "laman", "posel")
AKUN = (
    "kepala",
    "ketua",
    *(f"{peran}-{n}" for peran in ("koordinator", "anggota") for n in range(1, len(AREA) + 1)),
    "penilai",
    "admin",
)


@dataclass(frozen=True, slots=True)
class SK:
    """What the plan's source says of itself; the plan gets it when the head enacts it in Zona."""

    nomor: str
    tanggal: date


@dataclass(frozen=True, slots=True)
class Kantor:
    """`tim`: per pengungkit its coordinator, then its members, in the order of the roster."""

    satker: Satker
    rencana: Rencana
    sk: SK
    admin: Pengguna
    kepala: Pengguna
    ketua: Pengguna
    tim: dict[str, list[Pengguna]]


def buat_kantor(isi: dict[str, Any], tahun: int, saat: datetime) -> Kantor:
    """Office, people, plan (a draft), from that moment on. Raises DomainError where one of them cannot be made."""
    kepala_surat = {kunci: nilai for kunci, nilai in isi.items() if kunci not in KOP}
    with pada(saat):
        satker, admin, _ = buat_satker(**kepala_surat, admin="admin", nama_admin="Admin Satker (contoh)", oleh=None)
        _lengkapi_kop(satker, {kunci: isi[kunci] for kunci in KOP}, admin)
    with pada(saat + timedelta(minutes=25)):
        muat_tim(satker=satker, tahun=tahun, anggota=_anggota(), oleh=admin)
        penilai = tambah_pengguna(satker=satker, username="penilai", nama="Penilai Internal (contoh)", oleh=admin)
        beri_peran(satker=satker, pengguna=penilai, peran=Peran.PENILAI, oleh=admin)
    with pada(saat + timedelta(minutes=40)):
        pasang_sandi_contoh(oleh=admin)
    with pada(saat + timedelta(minutes=95)):
        naskah = baca_yaml(FIXTURES / "naskah" / "matriks-2023.yaml")
        sk = SK(naskah.pop("nomor_sk"), date.fromisoformat(naskah.pop("tanggal_sk")))
        muat_rencana(isi=naskah, satker=satker, oleh=admin)
        rencana = Rencana.objects.get(satker=satker, tahun=tahun)
        muat_naskah(rencana=rencana, bagian=baca_folder(FIXTURES / "contoh" / "naskah-2023"), oleh=admin)
    tim: dict[str, list[Pengguna]] = {}
    for k in Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).select_related("tim", "pengguna"):
        tim.setdefault(k.tim.kode, []).append(k.pengguna)
    kepala, ketua = tim.pop(PENGARAH)
    return Kantor(satker, rencana, sk, admin, kepala, ketua, tim)


def pasang_sandi_contoh(*, oleh: Pengguna | None) -> None:
    """All demo accounts have the password of the settings; everyone else of the roster has none."""
    for pengguna in Pengguna.objects.filter(username__in=AKUN):
        pasang_sandi(pengguna=pengguna, sandi=settings.ZONA_SANDI_CONTOH, wajib_ganti=False, oleh=oleh)


def _lengkapi_kop(satker: Satker, kop: dict[str, str], oleh: Pengguna) -> None:
    sebelum, sesudah = beda(satker, **kop)
    satker.save(update_fields=list(sesudah))
    catat(satker_id=satker.pk, oleh=oleh, tindakan="mengubah satker", objek=satker, sebelum=sebelum, sesudah=sesudah)


def _anggota() -> list[dict[str, Any]]:
    """The roster, with the usernames of the demo accounts: whoever leads, and the first member of each team. They have
    addresses that no mail ever reaches (RFC 2606)."""
    anggota: list[dict[str, Any]] = baca("naskah/tim-2022.yaml")["anggota"]
    ada: set[str] = set()
    for isi in anggota:
        if "tim" in isi:
            username = f"{isi['peran'].lower()}-{AREA.index(isi['tim']) + 1}"
        else:
            username = "ketua" if isi["peran"] == "Ketua RBI" else "kepala"
        if username not in ada:
            isi |= {"username": username, "posel": f"{username}@contoh.invalid"}
        ada.add(username)
    return anggota
