"""manage.py periksa_tanda_tangan: is this file that document, signed and nothing else? Checked as an upload is."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zona.pengesahan.baca import Putusan
from zona.pengesahan.periksa import akar_folder, akar_terpasang, periksa
from zona.pengesahan.sertifikat import sebut

BELUM_TEPERCAYA = "Belum tepercaya: tidak ada sertifikat akar yang dipasang untuk memeriksanya."


class Command(BaseCommand):
    help = (
        "Memeriksa apakah berkas itu naskah ini, ditandatangani dan tidak lain. Keluar dengan 0 hanya bila sah. Siapa "
        "penanda tangannya dibandingkan dengan nama pada naskahnya."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", metavar="BERKAS", help="PDF yang bertanda tangan")
        parser.add_argument("--naskah", required=True, metavar="NASKAH", help="PDF yang disiapkan untuk ditandatangani")
        parser.add_argument("--akar", metavar="FOLDER", help="folder sertifikat akar; bawaannya yang terpasang")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, berkas: str, naskah: str, akar: str | None, **pilihan: Any) -> None:
        if akar is not None and not Path(akar).is_dir():
            raise CommandError(f"Folder {akar} tidak ada.", returncode=2)
        putusan = periksa(_baca(berkas), _baca(naskah), akar_folder(akar) if akar is not None else akar_terpasang())
        hasil = _hasil(putusan)
        self.stdout.write(json.dumps(hasil, ensure_ascii=False) if pilihan["json"] else _kalimat(hasil))
        if not hasil["sah"]:
            raise SystemExit(1)


def _baca(nama: str) -> bytes:
    try:
        return Path(nama).read_bytes()
    except OSError as galat:
        raise CommandError(f"{nama} tidak dapat dibaca: {galat.strerror}.", returncode=2) from galat


def _hasil(putusan: Putusan) -> dict[str, Any]:
    tanda, alasan = putusan.tanda, list(putusan.semua_alasan)
    penanda = None
    if tanda:
        s = tanda.sertifikat
        penanda = {
            "nama": s.nama, "nip": s.nip or None, "penerbit": sebut(s.nama_penerbit, bsre=tanda.bsre),
            "bsre": tanda.bsre, "pada": tanda.pada.isoformat(), "tingkat": tanda.tingkat, "sidik_sertifikat": s.sidik,
        }  # fmt: skip
    if not alasan and not putusan.akar:
        return {"sah": True, "tepercaya": False, "penanda": penanda, "alasan": [BELUM_TEPERCAYA]}
    return {"sah": not alasan, "tepercaya": putusan.tepercaya, "penanda": penanda, "alasan": alasan}


def _kalimat(hasil: dict[str, Any]) -> str:
    nama = hasil["penanda"]["nama"] if hasil["penanda"] else ""
    kepala = f"Sah, ditandatangani {nama}." if hasil["sah"] else "Tidak sah."
    return " ".join([kepala, *hasil["alasan"]])
