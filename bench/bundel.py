"""python -m bench.bundel [MB]: a bundle of that size (2048) through gunicorn: first byte, seconds, worker memory.

Evidence is written in files of 20 MB that do not compress, over the demo office; all of it is removed afterwards."""

import hashlib
import json
import os
import sys
import time
import urllib.request
from typing import Any

from bench.layan import layani, masuk

MB = 1024 * 1024
SATU = 20 * MB
ALAMAT = "kbntb/2023/dokumen/bukti.zip"


def siapkan(mb: int) -> str:
    """The demo office with that much accepted evidence; the session key of kepala, signed in."""
    import django

    django.setup()
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from bench.data import siapkan as kantor_contoh
    from bukti_fisik.enums import StatusBukti
    from bukti_fisik.models import Berkas, Bukti
    from rencana_aksi.models import SyaratBukti
    from zona.organisasi.models import Pengguna

    rencana = kantor_contoh(1)
    kepala, ketua = (Pengguna.objects.get(username=nama) for nama in ("kepala", "ketua"))
    syarat = list(SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana, tiap_pelaksanaan=False))
    for ke in range(mb * MB // SATU):
        isi = os.urandom(SATU)
        sha256 = hashlib.sha256(isi).hexdigest()
        kunci = default_storage.save(f"KBNTB/{sha256[:2]}/{sha256}.pdf", ContentFile(isi))
        berkas = Berkas.objects.create(
            satker=rencana.satker, kunci=kunci, nama_asli=f"{ke}.pdf", jenis_mime="application/pdf", ukuran=SATU,
            sha256=sha256,
        )  # fmt: skip
        Bukti.objects.create(
            syarat=syarat[ke % len(syarat)], versi=1000 + ke, berkas=berkas, nama=f"{ke}.pdf", diunggah_oleh=kepala,
            status=StatusBukti.DITERIMA, diverifikasi_oleh=ketua, diverifikasi_pada=berkas.diunggah_pada,
        )  # fmt: skip
    return masuk("kepala")


def unduh(alamat: str, kunci: str) -> dict[str, Any]:
    """Seconds to the first byte and to the last, and how many there were."""
    permintaan = urllib.request.Request(f"{alamat}/{ALAMAT}", headers={"Cookie": f"sessionid={kunci}"})  # noqa: S310  (our own server)
    mulai = time.perf_counter()
    with urllib.request.urlopen(permintaan) as tanggapan:  # noqa: S310  (our own server)
        byte = len(tanggapan.read(1))
        pertama = time.perf_counter() - mulai
        while potongan := tanggapan.read(MB):
            byte += len(potongan)
    return {
        "mb": byte // MB,
        "byte_pertama_detik": round(pertama, 3),
        "detik": round(time.perf_counter() - mulai, 1),
    }


def ukur(mb: int) -> dict[str, Any]:
    """Prepare in a process of its own, serve with one worker, download once."""
    with layani("bench.bundel", str(mb)) as server:
        sebelum = server.puncak()
        hasil = unduh(server.alamat, server.pesan[-1])
        return hasil | {"mb_memori_sebelum": sebelum, "mb_memori_puncak": server.puncak()}


def main() -> int:
    if sys.argv[1:2] == ["--siapkan"]:
        sys.stdout.write(siapkan(int(sys.argv[2])))
    else:
        json.dump(ukur(int(sys.argv[1]) if len(sys.argv) > 1 else 2048), sys.stdout)
        sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
