"""An office that hands over, and a client that asks as PortalRB does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import time_machine
from django.test import Client

from pengungkit.domain.kunci import ajukan_penilaian, kunci_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from rencana_aksi.models import Rencana
from tests.nilai.lke import isi_acak
from zona.nilai.models import Usulan
from zona.organisasi.models import Pengguna
from zona.portalrb.domain.token import buat_token

BUKTI = {"id": 1, "nama": "SK Tim", "status": "diterima", "versi": 1, "sha256": "", "tautan": "https://contoh.id/sk",
         "syarat": "SK", "pengungkit": "I", "halaman": None}  # fmt: skip
TUNGGU = (0, 60, 120)
"""Seconds before each of PortalRB's three tries."""


def kunci(rencana: Rencana, biji: int = 1, jenis: JenisPenilaian = JenisPenilaian.MANDIRI) -> Penilaian:
    """Answers by chance, submitted and locked, with evidence beside P1.1.a."""
    isi_acak(rencana, biji, jenis)
    penilaian = Penilaian.objects.select_related("satker").get(satker=rencana.satker, tahun=rencana.tahun, jenis=jenis)
    ajukan_penilaian(penilaian=penilaian, oleh=None)
    kunci_penilaian(penilaian=penilaian, bukti={"P1.1.a": [BUKTI]}, oleh=None)
    return penilaian


def usulkan(rencana: Rencana, unit_id: str = "UNIT-001", kategori: str = "WBK") -> Usulan:
    return Usulan.objects.create(satker=rencana.satker, tahun=rencana.tahun, unit_id=unit_id, kategori=kategori)


def token_baru(rencana: Rencana, nama: str = "PortalRB 2026") -> str:
    admin, _ = Pengguna.objects.get_or_create(
        username=f"admin-{rencana.satker.slug}", defaults={"nama": "Admin", "satker": rencana.satker}
    )
    return buat_token(satker=rencana.satker, nama=nama, oleh=admin)


def minta(rahasia: str | None, alamat: str, **lain: Any) -> Any:
    judul = {} if rahasia is None else {"Authorization": f"Bearer {rahasia}"}
    return Client(raise_request_exception=False, **lain).get(f"/portalrb/{alamat}", headers=judul)


@dataclass
class PortalRb:
    """Three tries (at once, after 60 s, after 120 s), then a unit is marked failed; a person can refetch. `jam` is
    moved, not waited for. `sela`: called before each try."""

    rahasia: str
    jam: time_machine.Traveller
    sela: Callable[[int], None] = lambda ke: None
    gagal: dict[str, dict[str, Any]] = field(default_factory=dict)
    jawaban: dict[str, dict[str, Any]] = field(default_factory=dict)
    percobaan: list[tuple[str, int]] = field(default_factory=list)

    def ambil(self, alamat: str) -> dict[str, Any] | None:
        """The data, or None after the last try; every answer must be JSON."""
        galat: dict[str, Any] = {}
        for ke, tunggu in enumerate(TUNGGU):
            self.jam.shift(timedelta(seconds=tunggu))
            self.sela(ke)
            tanggapan = minta(self.rahasia, alamat)
            assert tanggapan["Content-Type"] == "application/json"
            self.percobaan.append((alamat, tanggapan.status_code))
            isi: dict[str, Any] = tanggapan.json()
            if tanggapan.status_code == 200:
                return isi
            assert set(isi) == {"error", "code", "message"}
            assert isi["error"] is True
            galat = isi
        self.gagal[alamat] = galat
        return None

    def tarik(self, kategori: str = "wbk") -> None:
        """Everything of one office: its units, then the answers of each."""
        daftar = self.ambil(f"pengusulan/unit-{kategori}")
        for unit in (daftar or {"units": []})["units"]:
            if isi := self.ambil(f"lke/jawaban-unit/{unit['id']}"):
                self.jawaban[unit["id"]] = isi
